import type { Localized } from '../model/locale.ts';
import { severities } from '../model/severity.ts';
import { didYouMean, fail } from './broken-standard.ts';
import type { Compiled, ExpressionCompiler } from './cel-compile.ts';
import { ExpressionError } from './expression-error.ts';
import type { RuleData } from './package-data.ts';
import type { PlacedText } from './package-files.ts';
import { Reading } from './reading.ts';

const ruleKeys = 'id kind severity at when assert message message@zh-CN clause fix fix@zh-CN'.split(' ');

export interface RuleSurroundings {
  readonly kinds: readonly string[];
  readonly compiler: ExpressionCompiler;
  /** Whether a record of that kind can have the field; undefined where the schema does not say. */
  hasField(kind: string, pointer: string): boolean | undefined;
  /** Top-level fields of a kind, for suggestions. */
  fieldsOf(kind: string): readonly string[];
}

/** Reads `rules.yaml`: a list of rules. Expressions are parsed and checked here. `taken` are ids that a base has used. */
export function readRules(
  text: PlacedText,
  around: RuleSurroundings,
  taken: Iterable<string> = [],
): RuleData[] {
  const seen = new Set(taken);
  return new Reading(text).items().map((item) => {
    const rule = readRule(item, around);
    if (seen.has(rule.id)) item.refuse(`The rule \`${rule.id}\` stands twice.`);
    seen.add(rule.id);
    return rule;
  });
}

function readRule(item: Reading, around: RuleSurroundings): RuleData {
  const keys = item.members(ruleKeys);
  const need = (name: string): Reading => keys.get(name) ?? item.refuse(`The rule has no \`${name}\`.`);
  const id = need('id');
  if (!/^[a-z0-9][a-z0-9-]{0,99}$/.test(id.string())) {
    id.refuse('The `id` of a rule must be made of small letters, digits and hyphens.');
  }
  const kind = kindOf(keys.get('kind'), around.kinds);
  const at = need('at');
  if (around.hasField(kind, at.field()) === false) {
    at.refuse(
      `The schema of ${kind} has no field \`${at.field()}\`.`,
      didYouMean(at.field(), around.fieldsOf(kind)),
    );
  }
  const [when, assert] = [keys.get('when'), need('assert')].map((one) =>
    one === undefined ? undefined : compile(one, kind, around),
  );
  if (assert === undefined) return item.refuse('The rule has no `assert`.');
  const clause = keys.get('clause')?.string();
  const fix = localized(keys, 'fix');
  return {
    id: id.string(),
    kind,
    severity: keys.get('severity')?.oneOf(severities) ?? 'error',
    at: at.field(),
    message: localized(keys, 'message') ?? item.refuse('The rule has no `message`.'),
    ...(clause === undefined ? {} : { clause }),
    ...(fix === undefined ? {} : { fix }),
    ...(when === undefined ? {} : { when: { text: when.text, program: when.program } }),
    assert: { text: assert.text, program: assert.program },
    reads: [...new Set([...(when?.reads ?? []), ...assert.reads])].sort(),
  };
}

function kindOf(reading: Reading | undefined, kinds: readonly string[]): string {
  const kind = reading?.string() ?? kinds[0] ?? '';
  if (kinds.includes(kind)) return kind;
  return reading?.refuse(`\`${kind}\` is not a kind of record.`, didYouMean(kind, kinds)) ?? kind;
}

/** `message` and `message@zh-CN`; where one of them is missing the other stands for both. */
function localized(keys: ReadonlyMap<string, Reading>, name: string): Localized | undefined {
  const english = keys.get(name)?.string();
  const chinese = keys.get(`${name}@zh-CN`)?.string();
  const either = english ?? chinese;
  if (either === undefined) return undefined;
  return { en: english ?? either, 'zh-CN': chinese ?? either };
}

function compile(
  reading: Reading,
  kind: string,
  around: RuleSurroundings,
): Compiled & { readonly text: string } {
  const text = reading.string();
  const at = (offset: number) => ({
    path: reading.text.path,
    ...reading.text.placeOf(reading.pointer, Math.min(offset, text.length - 1)),
  });
  const compiled = compiledOr(() => around.compiler.compile(text), at);
  for (const { pointer, offset } of compiled.fields) {
    if (around.hasField(kind, pointer) !== false) continue;
    fail(
      `The schema of ${kind} has no field \`${pointer}\`.`,
      at(offset),
      didYouMean(pointer, around.fieldsOf(kind)),
    );
  }
  return { ...compiled, text };
}

function compiledOr(
  make: () => Compiled,
  at: (offset: number) => { path: string; line: number; column: number },
): Compiled {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return fail(`The rule cannot be read: ${error.message}`, at(error.offset), error.hint);
  }
}
