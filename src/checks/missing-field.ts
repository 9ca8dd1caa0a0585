import type { Facts } from '../model/check.ts';
import type { Fault } from '../model/fault.ts';
import type { Locale } from '../model/locale.ts';
import { child } from '../model/pointer.ts';
import { clauseOf } from './clause-of.ts';
import type { Observation } from './define-check.ts';
import { assumedText, ownerName } from './field-text.ts';
import type { RecordView } from './record-view.ts';

/** What `field/missing` and `field/recommended` say of an absent property. */
export function fieldObservation(view: RecordView, fault: Fault): Observation {
  const name = fault.name ?? '';
  const { field } = view.fieldAt(child(fault.pointer, name));
  const owner = view.fieldAt(fault.pointer).pattern;
  return {
    pointer: fault.pointer,
    target: 'value',
    facts: {
      expected: name,
      owner: `${ownerName(owner)}${assumedText(fault.assumed)}`.trimStart(),
      ...(view.tabular ? { tabular: true, heading: field?.headings[0] ?? name } : {}),
      ...titleFact('title', name, field?.titles['en']),
      ...titleFact('titleZh', name, field?.titles['zh-CN']),
      ...(field?.clause === undefined ? {} : { clause: field.clause }),
    },
    keyword: fault.keyword,
    clause: clauseOf(fault, field),
    causeKey: name,
    ...(fault.assumed === undefined ? {} : { assumed: fault.assumed }),
  };
}

/** What the standard calls the field in words, where that says more than its name. */
function titleFact(fact: 'title' | 'titleZh', name: string, title: string | undefined): Facts {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return title === undefined || plain(title) === plain(name) ? {} : { [fact]: title };
}

/** `Sharing type` → ` (sharing type)`, `标签` → `（标签）`; nothing where there is no title. */
export function titleText(title: Facts[string] | undefined, locale: Locale): string {
  if (typeof title !== 'string') return '';
  if (locale === 'zh-CN') return `（${title}）`;
  // Names of their own (`US Bureau`, `API`) keep their capitals.
  const isPlain = /^[A-Z][a-z]/.test(title);
  return ` (${isPlain ? title.charAt(0).toLowerCase() + title.slice(1) : title})`;
}

/**
 * What the schema rejects about a property that is there under another name or in another place: a field that it demands is
 * missing, else the property is one that it forbids. Undefined where it would let the record pass.
 */
export function demandBehind(missing: Fault | undefined, extra: Fault | undefined): Fault | undefined {
  if (missing !== undefined && missing.keyword !== 'recommended') return missing;
  return extra === undefined || extra.keyword === 'knownFields' ? undefined : extra;
}
