import { didYouMean } from './broken-standard.ts';
import type { CheckedKinds } from './check-package.ts';
import { hasField } from './field-tree.ts';
import type { Manifest, RuleData } from './package-data.ts';
import type { Reading } from './reading.ts';
import { isPattern } from './reading.ts';

/** What `severity` and the messages of a package may name. */
export interface KnownNames {
  /** Ids of checks; without them any name of their form will do. */
  readonly checks: readonly string[] | undefined;
  readonly rules: readonly RuleData[];
  readonly trees: CheckedKinds['trees'];
}

const form = /^[a-z]+\/[a-z0-9][a-z0-9-]*$/;

/** Refuses a severity for a check or rule that does not exist: it would never have an effect. */
export function checkSeverityNames(manifest: Reading, known: KnownNames): void {
  for (const [name, reading] of manifest.members().get('severity')?.members() ?? []) {
    checkName(reading, name, known);
  }
}

/** Refuses a wording for what is no check, rule or field. A key is `check`, `check:field` or `rule/<id>`. */
export function checkMessageKeys(text: Reading, known: KnownNames): void {
  for (const [key, reading] of text.members()) {
    const colon = key.indexOf(':');
    checkName(reading, colon < 0 ? key : key.slice(0, colon), known);
    if (colon >= 0) checkField(reading, key.slice(colon + 1), known);
  }
}

/** Refuses a profile that takes a field away which a rule of its base still reads: the rule would never say anything again. */
export function checkBaseRules(
  base: readonly RuleData[],
  manifest: Reading,
  { severity, trees }: Pick<Manifest, 'severity'> & Pick<KnownNames, 'trees'>,
): void {
  for (const { id, kind, at, reads } of base) {
    const tree = trees.get(kind);
    if (tree === undefined || severity[`rule/${id}`] === 'off') continue;
    const lost = [...reads, at].find((field) => field !== '' && hasField(tree, field) === false);
    if (lost === undefined) continue;
    (manifest.members().get('extends') ?? manifest).refuse(
      `The rule \`${id}\` of the base needs the field \`${lost}\`, which the schema no longer has.`,
      `Keep the field, or switch the rule off: severity: { rule/${id}: off }.`,
    );
  }
}

function checkName(reading: Reading, name: string, { checks, rules }: KnownNames): void {
  const ids = rules.map(({ id }) => `rule/${id}`);
  if (name.startsWith('rule/')) {
    if (!ids.includes(name)) {
      reading.refuseName(
        `The standard has no rule \`${name.slice('rule/'.length)}\`.`,
        didYouMean(name, ids),
      );
    }
    return;
  }
  const names = (checks ?? [name]).filter((one) => form.test(one));
  if (!names.includes(name)) {
    reading.refuseName(`\`${name}\` is not the name of a check.`, didYouMean(name, [...names, ...ids]));
  }
}

function checkField(reading: Reading, field: string, { trees }: KnownNames): void {
  const fields = [...trees.values()];
  if (isPattern(field) && fields.some((tree) => hasField(tree, field) !== false)) return;
  const names = fields.flatMap((tree) => [...tree.fields.keys()]);
  reading.refuseName(`The schemas have no field \`${field}\`.`, didYouMean(field, names));
}
