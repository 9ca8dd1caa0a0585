import type { Locale } from '../model/locale.ts';
import { bankCardFormat } from './bank-card.ts';
import { citizenIdFormat } from './citizen-id.ts';
import { cnPassportFormat } from './cn-passport.ts';
import { cnPhoneFormat } from './cn-phone.ts';
import { cnPlateFormat } from './cn-plate.ts';
import { cnPostcodeFormat } from './cn-postcode.ts';
import { cnResourceCodeFormat } from './cn-resource-code.ts';
import {
  cnDateFormat,
  dateFormat,
  dateTimeFormat,
  looseDateTimeFormat,
  looseTimeFormat,
  timeFormat,
} from './date-time.ts';
import { divisionCodeExtendedFormat, divisionCodeFormat } from './division-code.ts';
import { durationFormat } from './duration.ts';
import { emailFormat, idnEmailFormat } from './email.ts';
import type { Format } from './format.ts';
import { hostnameFormat, idnHostnameFormat } from './hostname.ts';
import { ipv4Format, ipv6Format } from './ip-address.ts';
import { isoDateFormat, isoDateOrRepetitionFormat, isoIntervalFormat } from './iso-8601.ts';
import { jsonPointerFormat, relativeJsonPointerFormat } from './json-pointer.ts';
import { languageTagFormat } from './language-tag.ts';
import { organisationCodeFormat } from './organisation-code.ts';
import { regexFormat } from './regex.ts';
import { iriFormat, iriReferenceFormat, uriFormat, uriReferenceFormat } from './uri.ts';
import { uriTemplateFormat } from './uri-template.ts';
import { usccFormat } from './uscc.ts';
import { uuidFormat } from './uuid.ts';

/** Every format that is checked. A format that is not here is reported as not checked. */
export const formats: readonly Format[] = [
  dateFormat,
  timeFormat,
  dateTimeFormat,
  durationFormat,
  emailFormat,
  idnEmailFormat,
  hostnameFormat,
  idnHostnameFormat,
  ipv4Format,
  ipv6Format,
  uriFormat,
  uriReferenceFormat,
  iriFormat,
  iriReferenceFormat,
  uriTemplateFormat,
  uuidFormat,
  jsonPointerFormat,
  relativeJsonPointerFormat,
  regexFormat,
  usccFormat,
  organisationCodeFormat,
  citizenIdFormat,
  divisionCodeFormat,
  divisionCodeExtendedFormat,
  cnResourceCodeFormat,
  isoDateFormat,
  isoDateOrRepetitionFormat,
  isoIntervalFormat,
  languageTagFormat,
  cnDateFormat,
  cnPhoneFormat,
  cnPostcodeFormat,
  bankCardFormat,
  cnPlateFormat,
  cnPassportFormat,
];

const byName: ReadonlyMap<string, Format> = new Map(formats.map((format) => [format.name, format]));

/**
 * How strictly a standard wants the offset of times. `recommended` accepts a missing one just as `optional` does; that it is
 * missed is said by the keyword `offsetRecommended`.
 */
export interface FormatOptions {
  readonly dateTimeOffset?: 'required' | 'recommended' | 'optional';
}

/** Judges values against formats by name. */
export interface FormatPolicy {
  /** `true`, a reason, or `undefined` for a format that is not known. */
  check(format: string, value: string): true | string | undefined;
}

/** The formats as a standard wants them. Without options times need an offset, as RFC 3339 has it. */
export function createFormatPolicy(options: FormatOptions = {}): FormatPolicy {
  const inUse = new Map(byName);
  if ((options.dateTimeOffset ?? 'required') !== 'required') {
    for (const format of [looseDateTimeFormat, looseTimeFormat]) inUse.set(format.name, format);
  }
  return { check: (format, value) => inUse.get(format)?.check(value) };
}

/** The format of that name, or `undefined`. */
export function findFormat(name: string): Format | undefined {
  return byName.get(name);
}

/** A sentence for a reason that a format gave; a plain one where the reason or format is not known. */
export function formatReason(format: string, reason: string, locale: Locale): string {
  const found = byName.get(format);
  const reasons = found?.reasons ?? {};
  const text = Object.hasOwn(reasons, reason) ? reasons[reason]?.[locale] : undefined;
  if (text !== undefined) return text;
  const title = found?.title[locale] ?? format;
  return locale === 'en' ? `It is not a valid ${title}.` : `不是有效的${title}。`;
}
