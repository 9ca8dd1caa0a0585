import type { Observation } from '../checks/define-check.ts';
import { checkOf } from '../checks/index.ts';
import type { Facts } from '../model/check.ts';
import type { Locale, Localized } from '../model/locale.ts';
import type { Pointer } from '../model/pointer.ts';
import type { Severity } from '../model/severity.ts';
import type { Standard } from '../model/standard.ts';

/** How heavy a check's finding is under this standard: the manifest's word, else the finding's own, else the check's. */
export function gradeOf(standard: Standard, check: string, own: Severity | undefined): Severity | 'off' {
  return standard.severity.get(check) ?? own ?? checkOf(check)?.severity ?? 'error';
}

/** The sentence of a divergence: the standard's own wording for the check and field where it has one, else the check's. */
export function messageOf(
  standard: Standard,
  locale: Locale,
  said: { check: string; field: Pointer; facts: Facts },
): string {
  const { check, field } = said;
  const facts = said.facts['field'] === '' ? { ...said.facts, field: wholeRecord[locale] } : said.facts;
  const own = standard.messages[locale];
  const template = own?.[`${check}:${field}`] ?? own?.[check];
  if (template !== undefined) return fill(template, facts);
  return closedUp(checkOf(check)?.message[locale](facts) ?? check, facts['field']);
}

/** What a message calls the record itself, which has no name as a field has. */
const wholeRecord: Localized = { en: 'the record', 'zh-CN': '记录' };

/** Chinese needs no blank between the name of a field and the Chinese words behind it: `信息资源摘要 应为` → `信息资源摘要应为`. */
function closedUp(message: string, field: Facts[string] | undefined): string {
  if (typeof field !== 'string' || !message.startsWith(`${field} `)) return message;
  const rest = message.slice(field.length + 1);
  return /\p{Script=Han}$/u.test(field) && /^\p{Script=Han}/u.test(rest) ? field + rest : message;
}

/** `{name}` in a template is the fact of that name; an unknown one stays as it is. */
function fill(template: string, facts: Facts): string {
  return template.replaceAll(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    return fact === undefined || fact === null ? whole : String(fact);
  });
}

/** Where a finding came from, completed with the check's defaults. */
export function completed(
  observation: Observation,
  checkId: string,
): Observation & { check: string; fixable: boolean; causeKey: string } {
  return { fixable: false, causeKey: '', ...observation, check: observation.check ?? checkId };
}
