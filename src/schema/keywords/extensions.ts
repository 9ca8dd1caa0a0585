import { findFormat } from '../../formats/index.ts';
import { child } from '../../model/pointer.ts';
import type { Check, KeywordCompiler, Site } from '../judge.ts';
import { assertion } from '../judge.ts';
import { required } from './objects.ts';

type Members = Readonly<Record<string, unknown>>;

/** A value, or each text of an array, must be an active code of a list. */
function codelist(site: Site): Check | undefined {
  const list = site.workshop.findList(String(site.value));
  if (list === undefined) return undefined;
  const open = (site.beside('openCodelist') ?? list.open) === true;
  const isActive = (value: unknown): boolean =>
    typeof value !== 'string' || list.byCode.get(value)?.status === 'active';
  return {
    keyword: site.keyword,
    kind: undefined,
    test: (value) => (Array.isArray(value) ? value.every(isActive) : isActive(value)),
    explain(value, run, at) {
      const places = Array.isArray(value)
        ? value.map((item: unknown, index) => [item, child(at, index)] as const)
        : [[value, at] as const];
      for (const [code, pointer] of places) {
        if (isActive(code)) continue;
        const status = list.byCode.get(String(code))?.status ?? 'unknown';
        run.report(site.fault(pointer, { name: list.id, detail: { status, open } }));
      }
    },
  };
}

/** Every other property is a fault of its own. */
function knownFields(site: Site): Check {
  const names = new Set(site.value as string[]);
  return {
    keyword: site.keyword,
    kind: 'object',
    test: (value) => Object.keys(value as Members).every((name) => names.has(name)),
    explain(value, run, at) {
      for (const name of Object.keys(value as Members)) {
        if (!names.has(name)) run.report(site.fault(child(at, name), { name }));
      }
    },
  };
}

/** White space in the sense of Unicode, and the characters that take no room: all that a reader cannot see. */
const invisible = /[\p{White_Space}\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]/u;

/** Without what cannot be seen at both ends. */
function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && invisible.test(text.charAt(from))) from += 1;
  while (to > from && invisible.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** Something must really be there: no blank text, no word that stands for nothing, no null, no empty list or object. */
function filled(site: Site): Check {
  const words = new Set(Array.isArray(site.value) ? (site.value as string[]) : []);
  return assertion(site, undefined, {
    holds(value) {
      if (typeof value === 'string') {
        const text = trimmed(value);
        return text !== '' && !words.has(text);
      }
      if (Array.isArray(value)) return value.length > 0;
      if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
      return value !== null && value !== undefined;
    },
  });
}

const timeFormats = ['date-time', 'time'];

/** A time that is right but for its offset from UTC, which should be there. */
function offsetRecommended(site: Site): Check | undefined {
  if (site.value !== true) return undefined;
  const lacking = (text: string): string | undefined =>
    timeFormats.find((name) => findFormat(name)?.check(text) === 'offset-missing');
  return {
    keyword: site.keyword,
    kind: 'string',
    test: (value) => lacking(value as string) === undefined,
    explain(value, run, at) {
      const name = lacking(value as string);
      if (name !== undefined) run.report(site.fault(at, { name, detail: { reason: 'offset-missing' } }));
    },
  };
}

/** Our own keywords. */
export const extensionCompilers: readonly (readonly [string, KeywordCompiler])[] = [
  ['codelist', codelist],
  ['filled', filled],
  ['recommended', required],
  ['knownFields', knownFields],
  ['offsetRecommended', offsetRecommended],
];
