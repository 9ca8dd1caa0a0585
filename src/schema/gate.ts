import type { ValidateFunction } from 'ajv';
import type { GateSchema } from './gate-schema.ts';
import { gateSchema } from './gate-schema.ts';
import type { Check, Workshop } from './judge.ts';
import { kindOf } from './judge.ts';
import type { Location } from './location.ts';
import { compilePattern } from './pattern/pattern.ts';
import { Run } from './run.ts';

/** A quick judge that may err on one side only: true is certain, anything else must be judged anew. */
export type Gate = (value: unknown) => boolean;

/** Deeper values are left to our own judgement, which knows a limit: with and without the gate the verdict is the same. */
const maxDepth = 100;

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  for (const member of Object.values(value)) {
    if (!isShallow(member, levels - 1)) return false;
  }
  return true;
}

/** Compiles the schemas behind some entries to a quick judge (Ajv). `undefined` where it could not be trusted. */
export async function makeGate(
  entries: readonly Location[],
  options: { readonly workshop: Workshop; readonly recursive: boolean },
): Promise<Gate | undefined> {
  const { workshop, recursive } = options;
  const rewritten = workshop.dynamic ? undefined : gateSchema(entries, workshop);
  const validate = rewritten === undefined ? undefined : await compile(rewritten, workshop);
  if (validate === undefined) return undefined;
  return (value) => {
    try {
      return (!recursive || isShallow(value, maxDepth)) && validate(value);
    } catch {
      return false;
    }
  };
}

async function compile(rewritten: GateSchema, { formats }: Workshop): Promise<ValidateFunction | undefined> {
  const { Ajv2020, _ } = await import('ajv/dist/2020.js');
  const patternEngine = Object.assign(patternTest, { code: 'patternTest' });
  const ajv = new Ajv2020({
    strict: false,
    strictNumbers: true,
    ownProperties: true,
    validateSchema: false,
    logger: false,
    code: { regExp: patternEngine },
  });
  ajv.addKeyword({
    keyword: 'judge',
    /** A bare call: Ajv would hand other kinds of keyword a description of the place with every value. */
    code(context) {
      const checks = rewritten.judges[Number(context.schema)] ?? [];
      const judge = context.gen.scopeValue('func', { ref: combined(checks) });
      context.pass(_`${judge}(${context.data})`);
    },
  });
  for (const name of rewritten.formats) {
    ajv.addFormat(name, (text: string) => formats.check(name, text) === true);
  }
  try {
    return ajv.compile(rewritten.schema);
  } catch {
    return undefined;
  }
}

/** Property patterns run on our own matcher. `toString` keeps Ajv from taking all of them for one. */
function patternTest(source: string): { test(text: string): boolean; toString(): string } {
  const pattern = compilePattern(source);
  return {
    test(text) {
      const answer = pattern.test(text);
      if (answer === undefined) throw new Error('too costly; our own judgement knows what to say');
      return answer;
    },
    toString: () => source,
  };
}

function combined(checks: readonly Check[]): (value: unknown) => boolean {
  // Checks of the value alone leave a run as it was; one that follows schemas counts its steps there.
  const shared = new Run({ dynamic: false });
  const followsSchemas = checks.some(({ keyword }) => keyword === 'contains');
  return (value) => {
    const run = followsSchemas ? new Run({ dynamic: false }) : shared;
    const kind = kindOf(value);
    return checks.every(
      (check) => (check.kind !== undefined && check.kind !== kind) || check.test(value, run),
    );
  };
}
