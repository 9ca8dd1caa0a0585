import type { DocumentFault, Limits, Part, Reader } from '../model/document.ts';
import type { Pointer } from '../model/pointer.ts';
import type { LineIndex } from './excerpt.ts';
import { faultsInARow, Patience } from './json-patience.ts';
import type { Stretch } from './whole-text.ts';
import { faultAt, faultPart, firstOfEach, readWholeText } from './whole-text.ts';
import type { Yaml } from './yaml-composer.ts';
import { settleLineEnds } from './yaml-line-ends.ts';
import type { Composed } from './yaml-stream.ts';
import { composeDocuments } from './yaml-stream.ts';
import { yamlTree } from './yaml-tree.ts';
import { readValue } from './yaml-value.ts';

interface Session {
  readonly yaml: Yaml;
  readonly text: string;
  readonly lines: LineIndex;
  readonly limits: Limits;
}

/**
 * YAML 1.2 with the core schema: each document of a file is one tree, at `''` when it is the only one, else at `/n`.
 * A document with a syntax error, too deep, too large, or with aliases that lead nowhere is a fault and no tree; the
 * others are read all the same. Dates stay text, tags and directives that are not known are said, `<<` does not merge.
 */
export const yamlReader: Reader = {
  format: 'yaml',
  extensions: ['.yaml', '.yml'],
  async *read(source, { limits }) {
    const whole = await readWholeText(source, limits.documentBytes);
    if ('check' in whole) {
      yield [faultPart(whole)];
      return;
    }
    const { lines } = whole;
    const settled = settleLineEnds(whole.text, lines);
    const faults = [...whole.faults, ...settled.faults];
    if (faults.length > 0) yield faults.map(faultPart);
    // Loaded late: the library costs more than reading a small JSON file.
    const yaml = await import('yaml');
    const session = { yaml, text: settled.text, lines, limits };
    yield* patiently(readDocuments(session), session);
  },
};

/** Stops where a thousand faults in a row show that the text is no stream of documents. */
function* patiently(batches: Iterable<readonly Part[]>, { lines }: Session): Generator<readonly Part[]> {
  const patience = new Patience();
  for (const parts of batches) {
    yield parts;
    if (!patience.lost(parts, 0)) continue;
    const at = parts.findLast(({ kind }) => kind === 'fault');
    const fault = faultAt(lines, {
      reason: 'too-many-faults',
      start: 0,
      end: 0,
      facts: { limit: faultsInARow },
    });
    const place = at?.kind === 'fault' ? at.fault.place : undefined;
    yield [faultPart({ ...fault, ...(place === undefined ? {} : { place }) })];
    return;
  }
}

/** Whether there is one document or several shows only when the second one starts: one is held back. */
function* readDocuments(session: Session): Generator<readonly Part[]> {
  let held: Composed | undefined;
  let count = 0;
  for (const composed of composeDocuments(session.yaml, session.text, session.limits)) {
    if (isNothing(composed, session)) continue;
    if (held !== undefined) yield readDocument(held, `/${count - 1}`, session);
    held = composed;
    count += 1;
  }
  if (held !== undefined) yield readDocument(held, count > 1 ? `/${count - 1}` : '', session);
  else yield [faultPart(emptyFault(0, session))];
}

function readDocument(composed: Composed, pointer: Pointer, session: Session): Part[] {
  const { document, faults, refused } = composed;
  const toParts = (stretches: readonly Stretch[]): Part[] =>
    firstOfEach(stretches).map((stretch) =>
      faultPart(faultAt(session.lines, { ...stretch, pointer: pointer + (stretch.pointer ?? '') })),
    );
  if (document === undefined || refused) return toParts(faults);
  if (isEmpty(composed, session)) {
    return [...toParts(faults), faultPart(emptyFault(document.range[0], session, pointer))];
  }
  const root = document.contents;
  const reading = readValue(root, session);
  const parts = toParts([...faults, ...reading.faults]);
  if (reading.refused) return parts;
  const tree = yamlTree(reading.value, pointer, { ...session, root, targets: reading.targets });
  return [...parts, { kind: 'tree', tree }];
}

/** A document without content. */
function isEmpty({ document }: Composed, { yaml }: Session): boolean {
  const root = document?.contents;
  if (!yaml.isScalar(root)) return false;
  return root.value === null && root.source === '' && root.tag === undefined && root.anchor === undefined;
}

/** Empty and not even announced by `---`: what the library makes of a second `...`. */
function isNothing(composed: Composed, session: Session): boolean {
  const { document, refused } = composed;
  return !refused && document?.directives.docStart !== true && isEmpty(composed, session);
}

function emptyFault(at: number, { lines }: Session, pointer: Pointer = ''): DocumentFault {
  return faultAt(lines, { reason: 'empty', start: at, end: at, pointer });
}
