import type { Part, Reader } from '../../model/document.ts';
import { faultsInARow, Patience } from '../json/json-patience.ts';
import { faultAt, faultPart, readWholeText } from '../whole-text.ts';
import type { FinishedDocument, YamlText } from './yaml-general.ts';
import { emptyFault, faultsToParts, GeneralReader } from './yaml-general.ts';
import { settleLineEnds } from './yaml-line-ends.ts';
import type { QuickDocument } from './yaml-quick.ts';
import { quickDocument, strange } from './yaml-quick.ts';
import { quickTree } from './yaml-quick-tree.ts';

/**
 * YAML 1.2 with the core schema: each document of a file is one tree, at `''` when it is the only one, else at `/n`.
 * A document with a syntax error, too deep, too large, or with aliases that lead nowhere is a fault and no tree; the
 * others are read all the same. Dates stay text, tags and directives that are not known are said, `<<` does not merge.
 *
 * Two readers share the work and give the same: the quick one takes documents written as nearly all are, the general one,
 * which needs the library, all others and whatever is wrong.
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
    yield* patiently({ text: settled.text, lines, limits });
  },
};

/** Stops where a thousand faults in a row show that the text is no stream of documents. */
async function* patiently(text: YamlText): AsyncGenerator<readonly Part[]> {
  const patience = new Patience();
  for await (const parts of readDocuments(text)) {
    yield parts;
    if (!patience.lost(parts, 0)) continue;
    const at = parts.findLast(({ kind }) => kind === 'fault');
    const fault = faultAt(text.lines, {
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
async function* readDocuments(text: YamlText): AsyncGenerator<readonly Part[]> {
  let held: FinishedDocument | undefined;
  let count = 0;
  for await (const document of documentsOf(text)) {
    if (held !== undefined) yield held(`/${count - 1}`);
    held = document;
    count += 1;
  }
  yield held?.(count > 1 ? `/${count - 1}` : '') ?? [faultPart(emptyFault(0, text.lines))];
}

/** How many documents in a row the general reader takes at most before the quick one tries again. */
const longestTurn = 64;

async function* documentsOf(text: YamlText): AsyncGenerator<FinishedDocument> {
  const place = { at: 0 };
  let general: GeneralReader | undefined;
  const hopeless = strange.test(text.text);
  let turn = hopeless ? Number.POSITIVE_INFINITY : 1;
  do {
    const document = hopeless ? undefined : quickDocument(text, place.at);
    if (document !== undefined) {
      turn = 1;
      place.at = document.end;
      yield (pointer) => quickParts(document, pointer, text);
      continue;
    }
    // Loaded late: the library costs more than reading a small catalogue.
    general ??= new GeneralReader(await import('yaml'), text);
    yield* general.read(place, turn);
    turn = Math.min(turn * 2, longestTurn);
  } while (place.at < text.text.length);
}

function quickParts(document: QuickDocument, pointer: string, text: YamlText): Part[] {
  const parts = faultsToParts(document.faults, text.lines, pointer);
  return [...parts, { kind: 'tree', tree: quickTree(document, pointer, text) }];
}
