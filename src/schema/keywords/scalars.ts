import { memberTest } from '../canonical.ts';
import { isMultipleOf } from '../decimal.ts';
import type { Check, KeywordCompiler, Site } from '../judge.ts';
import { assertion, kindOf } from '../judge.ts';
import { compilePattern } from '../pattern/pattern.ts';

/** Code points of a text; a surrogate pair is one. */
function codePoints(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length - 1; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(index + 1);
    if (next >= 0xdc00 && next <= 0xdfff) {
      count -= 1;
      index += 1;
    }
  }
  return count;
}

/** The name of a value's type, `integer` where it is whole. Infinity and NaN are no JSON numbers. */
function hasType(value: unknown, name: string): boolean {
  if (name === 'integer') return typeof value === 'bigint' || Number.isInteger(value);
  if (name === 'number') return typeof value === 'bigint' || Number.isFinite(value);
  return kindOf(value) === name && value !== undefined;
}

function type(site: Site): Check {
  const names = Array.isArray(site.value) ? (site.value as string[]) : [String(site.value)];
  const [only = ''] = names;
  const holds =
    names.length === 1
      ? (value: unknown) => hasType(value, only)
      : (value: unknown) => names.some((name) => hasType(value, name));
  return assertion(site, undefined, { holds });
}

function enumeration(site: Site): Check {
  return assertion(site, undefined, { holds: memberTest(site.value as unknown[]) });
}

function constant(site: Site): Check {
  return assertion(site, undefined, { holds: memberTest([site.value]) });
}

function maxLength(site: Site): Check {
  const limit = Number(site.value);
  return assertion<string>(site, 'string', {
    holds: (text) => text.length <= limit || codePoints(text) <= limit,
    more: (text) => ({ detail: { length: codePoints(text) } }),
  });
}

function minLength(site: Site): Check {
  const limit = Number(site.value);
  return assertion<string>(site, 'string', {
    holds: (text) => text.length >= limit && (text.length >= 2 * limit || codePoints(text) >= limit),
    more: (text) => ({ detail: { length: codePoints(text) } }),
  });
}

function pattern(site: Site): Check {
  const compiled = compilePattern(String(site.value));
  return assertion<string>(site, 'string', {
    holds: (text) => compiled.test(text) === true,
    more: (text) =>
      compiled.test(text) === undefined
        ? { detail: { notChecked: true, reason: 'the pattern is too costly for a text of this length' } }
        : {},
  });
}

function format(site: Site): Check {
  const name = String(site.value);
  const { formats } = site.workshop;
  const accepts = (text: string): boolean => {
    const answer = formats.check(name, text);
    return answer === true || answer === undefined;
  };
  return assertion<string>(site, 'string', {
    holds: accepts,
    more: (text) => {
      const answer = formats.check(name, text);
      return typeof answer === 'string' ? { name, detail: { reason: answer } } : { name };
    },
  });
}

type Numeric = number | bigint;

function limit(holds: (value: Numeric, limit: number) => boolean): KeywordCompiler {
  return (site) => {
    if (typeof site.value !== 'number') return undefined;
    const bound = site.value;
    return assertion<Numeric>(site, 'number', { holds: (value) => holds(value, bound) });
  };
}

/** In draft-04 a boolean twin makes the limit exclusive. */
function limitWithTwin(twin: string, holds: (value: Numeric, limit: number) => boolean): KeywordCompiler {
  return (site) => {
    const bound = Number(site.value);
    if (site.draft !== '04' || site.beside(twin) !== true) {
      return assertion<Numeric>(site, 'number', { holds: (value) => holds(value, bound) });
    }
    return assertion<Numeric>(site, 'number', {
      holds: (value) => holds(value, bound) && Number(value) !== bound,
      more: () => ({ detail: { exclusive: true } }),
    });
  };
}

function multipleOf(site: Site): Check {
  const divisor = Number(site.value);
  return assertion<Numeric>(site, 'number', { holds: (value) => isMultipleOf(value, divisor) });
}

/** Keywords that look at the value alone. */
export const scalarKeywords: readonly (readonly [string, KeywordCompiler])[] = [
  ['type', type],
  ['enum', enumeration],
  ['const', constant],
  ['maximum', limitWithTwin('exclusiveMaximum', (value, bound) => value <= bound)],
  ['minimum', limitWithTwin('exclusiveMinimum', (value, bound) => value >= bound)],
  ['exclusiveMaximum', limit((value, bound) => value < bound)],
  ['exclusiveMinimum', limit((value, bound) => value > bound)],
  ['multipleOf', multipleOf],
  ['maxLength', maxLength],
  ['minLength', minLength],
  ['pattern', pattern],
  ['format', format],
];
