import type { DocumentFault, Limits, Part } from '../../model/document.ts';
import type { Pointer } from '../../model/pointer.ts';
import type { LineIndex } from '../excerpt.ts';
import type { Stretch } from '../whole-text.ts';
import { faultAt, faultPart, firstOfEach } from '../whole-text.ts';
import type { Yaml } from './yaml-composer.ts';
import { coreSchema } from './yaml-composer.ts';
import type { StreamPlace } from './yaml-documents.ts';
import { composeDocuments } from './yaml-documents.ts';
import type { Composed, StreamSource } from './yaml-stream.ts';
import { yamlTree } from './yaml-tree.ts';
import { readValue } from './yaml-value.ts';

/** A YAML text in memory. */
export interface YamlText {
  readonly text: string;
  readonly lines: LineIndex;
  readonly limits: Limits;
}

/** A document that was read, as parts: where it sits in its file is known only when the next one turns up, or none. */
export type FinishedDocument = (pointer: Pointer) => Part[];

interface GeneralSource extends YamlText, StreamSource {}

/** Reads any YAML with the library: all that the specification has, and what is wrong in words. */
export class GeneralReader {
  readonly #source: GeneralSource;

  constructor(yaml: Yaml, text: YamlText) {
    this.#source = { ...text, yaml, schema: coreSchema(yaml) };
  }

  /** The documents from a place on, about `enough` of them; says in `place` where it stopped. */
  *read(place: StreamPlace, enough: number): Generator<FinishedDocument> {
    for (const composed of composeDocuments(this.#source, place, enough)) {
      if (!isNothing(composed, this.#source)) yield (pointer) => partsOf(composed, pointer, this.#source);
    }
  }
}

/** The fault of a document, or a text, in which nothing stands. */
export function emptyFault(at: number, lines: LineIndex, pointer: Pointer = ''): DocumentFault {
  return faultAt(lines, { reason: 'empty', start: at, end: at, pointer });
}

/** The faults of one document as parts. */
export function faultsToParts(faults: readonly Stretch[], lines: LineIndex, pointer: Pointer): Part[] {
  return firstOfEach(faults).map((fault) =>
    faultPart(faultAt(lines, { ...fault, pointer: pointer + (fault.pointer ?? '') })),
  );
}

function partsOf(composed: Composed, pointer: Pointer, source: GeneralSource): Part[] {
  const { document, faults, refused } = composed;
  const { lines } = source;
  if (document === undefined || refused) return faultsToParts(faults, lines, pointer);
  if (isEmpty(composed, source)) {
    const empty = faultPart(emptyFault(document.range[0], lines, pointer));
    return [...faultsToParts(faults, lines, pointer), empty];
  }
  const root = document.contents;
  const reading = readValue(root, source);
  const parts = faultsToParts([...faults, ...reading.faults], lines, pointer);
  if (reading.refused) return parts;
  const tree = yamlTree(reading.value, pointer, { ...source, root, targets: reading.targets });
  return [...parts, { kind: 'tree', tree }];
}

/** A document without content. */
function isEmpty({ document }: Composed, { yaml }: GeneralSource): boolean {
  const root = document?.contents;
  if (!yaml.isScalar(root)) return false;
  return root.value === null && root.source === '' && root.tag === undefined && root.anchor === undefined;
}

/** Empty and not even announced by `---`: what the library makes of a second `...`. */
function isNothing(composed: Composed, source: GeneralSource): boolean {
  const { document, refused } = composed;
  return !refused && document?.directives.docStart !== true && isEmpty(composed, source);
}
