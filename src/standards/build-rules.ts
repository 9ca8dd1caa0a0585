import type { CodeList } from '../model/code-list.ts';
import type { Rule } from '../model/rule.ts';
import type { Runnable } from './cel-evaluate.ts';
import { makeRunnable } from './cel-evaluate.ts';
import type { RuleSurroundings } from './cel-functions.ts';
import { BudgetSpent, isMap, RuleTrouble } from './cel-values.ts';
import type { RuleData, RuleExpression } from './package-data.ts';

/** What one rule may cost on one record: evaluations of parts of its expression. */
const maxSteps = 2_000_000;

/** The rules of a kind, ready to judge. An expression is made runnable when it is first needed. */
export function buildRules(
  kind: string,
  rules: readonly RuleData[],
  codelists: ReadonlyMap<string, CodeList>,
): Rule[] {
  return rules.filter((rule) => rule.kind === kind).map((rule) => buildRule(rule, codelists));
}

function buildRule(data: RuleData, codelists: ReadonlyMap<string, CodeList>): Rule {
  const { when, assert, ...rest } = data;
  const applies = when === undefined ? undefined : lazily(when);
  const holds = lazily(assert);
  return {
    ...rest,
    ...(when === undefined ? {} : { when: when.text }),
    assert: assert.text,
    judge(record, { today }) {
      // What is no object is a fault of its own.
      if (!isMap(record)) return 'not-applicable';
      return guarded(() => {
        const around: RuleSurroundings = { today, codelists, steps: maxSteps };
        if (applies !== undefined && !verdict(applies()(record, around))) return 'not-applicable';
        return verdict(holds()(record, around)) ? 'kept' : 'broken';
      });
    },
  };
}

type Verdict = ReturnType<Rule['judge']>;

function guarded(judge: () => Verdict): Verdict {
  try {
    return judge();
  } catch (error) {
    if (error instanceof RuleTrouble || error instanceof BudgetSpent) return { error: error.message };
    if (error instanceof RangeError) return { error: 'the record nests too deep' };
    throw error;
  }
}

function verdict(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new RuleTrouble('the rule gives neither true nor false');
}

function lazily({ program }: RuleExpression): () => Runnable {
  let made: Runnable | undefined;
  return () => {
    made ??= makeRunnable(program);
    return made;
  };
}
