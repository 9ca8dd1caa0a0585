import { Failure } from '../model/failure.ts';
import type { Locale } from '../model/locale.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { Rule } from '../model/rule.ts';
import type { Severity } from '../model/severity.ts';
import type { Standard } from '../model/standard.ts';
import { terminalTexts } from '../reporters/terminal-texts.ts';
import { colon } from './locale.ts';

const headings = {
  en: {
    of: 'of',
    severity: 'Severity',
    when: 'When',
    assert: 'Must hold',
    clause: 'Clause',
    mend: 'How to mend it',
  },
  'zh-CN': {
    of: '属于',
    severity: '级别',
    when: '适用条件',
    assert: '必须成立',
    clause: '依据',
    mend: '如何修改',
  },
} as const;

/**
 * A rule of a standard in its own words: what it says, when it applies, what must hold, where it is written.
 * @throws Failure `usage` when the standard has no rule of that name.
 */
export function ruleExplanation(id: string, standard: Standard, locale: Locale): string[] {
  const rule = ruleOf(id, standard);
  const { kind, at, message, severity, when, assert, clause, fix } = rule;
  const words = headings[locale];
  const graded = standard.severity.get(`rule/${rule.id}`) ?? severity;
  return [
    `rule/${rule.id}${colon(locale)}${message[locale]}`,
    `  ${words.of} ${standard.id}@${standard.version}, ${kind}${at === '' ? '' : ` ${at}`}`,
    '',
    `${words.severity}${colon(locale)}${severityText(graded, locale)}`,
    ...section(words.when, when),
    ...section(words.assert, assert),
    ...section(words.mend, fix?.[locale]),
    ...section(words.clause, clause),
  ];
}

/** A severity in the reader's language. */
export function severityText(severity: Severity | 'off', locale: Locale): string {
  if (severity === 'off') return locale === 'en' ? 'switched off' : '已关闭';
  return terminalTexts[locale].severity[severity];
}

function section(heading: string, text: string | undefined): string[] {
  return text === undefined ? [] : ['', heading, ...text.split('\n').map((line) => `  ${line}`)];
}

function ruleOf(id: string, standard: Standard): Rule {
  const rules = standard.kinds.flatMap((kind) => kind.rules);
  const rule = rules.find((one) => `rule/${one.id}` === id);
  if (rule !== undefined) return rule;
  const names = rules.map((one) => `rule/${one.id}`);
  const near = nearestName(id, names);
  throw new Failure(
    'usage',
    `The standard ${standard.id}@${standard.version} has no rule ${JSON.stringify(id)}.`,
    {
      hint:
        near === undefined
          ? `\`concordat standard show ${standard.id}\` lists its rules.`
          : `Did you mean ${near}?`,
      zh: {
        message: `标准 ${standard.id}@${standard.version} 没有 ${JSON.stringify(id)} 这条规则。`,
        hint:
          near === undefined ? `concordat standard show ${standard.id} 列出其规则。` : `是否想用 ${near}？`,
      },
    },
  );
}
