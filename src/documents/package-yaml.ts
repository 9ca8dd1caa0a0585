import type { Limits } from '../model/document.ts';
import type { Pointer } from '../model/pointer.ts';
import { LineIndex } from './excerpt.ts';
import { defaultLimits } from './limits.ts';
import type { PackageText } from './package-text.ts';
import { packageSentence } from './package-text.ts';
import type { Stretch } from './whole-text.ts';
import { coreSchema } from './yaml/yaml-composer.ts';
import { composeDocuments } from './yaml/yaml-documents.ts';
import { settleLineEnds } from './yaml/yaml-line-ends.ts';
import { yamlTree } from './yaml/yaml-tree.ts';
import type { Reading } from './yaml/yaml-value.ts';
import { readValue } from './yaml/yaml-value.ts';

const limits: Limits = { ...defaultLimits, nodes: 100_000, depth: { json: 100, yaml: 50 } };

/** What a package file may hold although a department's file would be told about it. */
const harmless: ReadonlySet<string> = new Set(['mixed-line-ends', 'yaml-1.1']);

/**
 * Reads a YAML file of a standard package: YAML 1.2, core schema, one document. Repeated names, tags, merge keys and
 * anything nested deeper than 50 are errors. Only plain data comes out; `__proto__` is a name like any other. Never throws.
 */
export async function parsePackageYaml(source: string): Promise<PackageText> {
  const yaml = await import('yaml');
  const lines = new LineIndex(source);
  const { text, faults } = settleLineEnds(source, lines);
  const stream = { yaml, text, limits, schema: coreSchema(yaml) };
  const composed = [...composeDocuments(stream, { at: 0 }, Number.POSITIVE_INFINITY)];
  const [first] = composed;
  const root = first?.document?.contents ?? null;
  const reading: Reading =
    first === undefined || first.refused || root === null
      ? { value: undefined, faults: [], refused: true, targets: new Map() }
      : readValue(root, { yaml, lines, limits });
  const stretches = [...(first?.faults ?? []), ...reading.faults, ...extraDocuments(composed)];
  if (stretches.length === 0 && isNothing(reading.value))
    stretches.push({ reason: 'empty', start: 0, end: 0 });
  const tree = yamlTree(reading.value, '', { yaml, text, lines, root, targets: reading.targets });
  const written = faults.filter(({ reason }) => !harmless.has(reason));
  return {
    value: reading.refused ? undefined : reading.value,
    errors: [
      ...written.map(({ reason, facts, place }) => ({
        message: packageSentence(reason, facts),
        line: place !== undefined && 'line' in place ? place.line : 1,
        column: 1,
      })),
      ...stretches
        .filter(({ reason }) => !harmless.has(reason))
        .map(({ reason, facts, start }) => ({
          message: packageSentence(reason, facts),
          ...pointAt(lines, start),
        })),
    ],
    placeOf(pointer: Pointer, offset = 0) {
      const { place } = tree.locate(pointer);
      const start =
        'line' in place && 'column' in place
          ? { line: place.line, column: place.column }
          : { line: 1, column: 1 };
      if (offset === 0) return start;
      const from = lineStart(text, start.line) + start.column - 1;
      return pointAt(lines, insideScalar(text, from, textAt(tree.value, pointer).slice(0, offset + 1)));
    },
    keyPlaceOf(pointer: Pointer) {
      const { place } = tree.locateKey(pointer);
      return 'line' in place && 'column' in place
        ? { line: place.line, column: place.column }
        : { line: 1, column: 1 };
    },
  };
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

function extraDocuments(composed: readonly { readonly faults: readonly Stretch[] }[]): Stretch[] {
  if (composed.length < 2) return [];
  const broken = composed.slice(1).flatMap(({ faults }) => faults);
  return broken.length > 0 ? broken : [{ reason: 'several-documents', start: 0, end: 0 }];
}

function pointAt(lines: LineIndex, offset: number): { line: number; column: number } {
  const { line, column } = lines.place(offset);
  return { line, column };
}

function lineStart(text: string, line: number): number {
  let start = 0;
  for (let count = 1; count < line; count += 1) start = text.indexOf('\n', start) + 1;
  return start;
}

function textAt(root: unknown, pointer: Pointer): string {
  let value = root;
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Record<string, unknown>)[name]
        : undefined;
  }
  return typeof value === 'string' ? value : '';
}

/**
 * The offset in the source at which the last character of `value` stands, when the scalar starts at `from`. Walks through
 * both at once: quotes, escapes, block headers and folded line ends are in the source only.
 */
function insideScalar(text: string, from: number, value: string): number {
  let at = from;
  const header = /^[|>][-+0-9]*[^\n]*\n[ ]*/.exec(text.slice(from, from + 200));
  if (header !== null) at += header[0].length;
  let last = at;
  for (const character of value) {
    const next = nextPlace(text, at, character);
    if (next === undefined) return last;
    last = next;
    at = next + character.length;
  }
  return last;
}

function nextPlace(text: string, at: number, character: string): number | undefined {
  if (text.startsWith(character, at)) return at;
  const blank = /^[ \t\r\n]+/.exec(text.slice(at, at + 400))?.[0];
  if (blank !== undefined && /^\s$/.test(character)) return at + blank.length - 1;
  const skipped = /^[\s"'\\]+/.exec(text.slice(at, at + 400))?.[0].length ?? 0;
  const found = text.indexOf(character, at);
  return found >= 0 && found <= at + skipped && skipped > 0 ? found : undefined;
}
