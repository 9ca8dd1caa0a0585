import { describe, expect, it } from 'vitest';
import type { Borrower } from '../../src/cli/record-lender.ts';
import { lendingSlots, RecordLender } from '../../src/cli/record-lender.ts';
import { jsonReader } from '../../src/documents/json/json.ts';
import { ndjsonReader } from '../../src/documents/json/ndjson.ts';
import { readUnread } from '../../src/documents/json/unread-records.ts';
import { defaultLimits } from '../../src/documents/limits.ts';
import type { Part, Reader, RecordTaker } from '../../src/model/document.ts';

async function partsOf(reader: Reader, text: string, taker?: RecordTaker): Promise<Part[]> {
  const parts: Part[] = [];
  const chunks = async function* () {
    yield new TextEncoder().encode(text);
  };
  const options = { recordsAt: ['/*'], limits: defaultLimits, ...(taker && { taker }) };
  for await (const batch of reader.read({ path: 'a', chunks }, options)) parts.push(...batch);
  return parts;
}

function told(parts: readonly Part[]): unknown[] {
  return parts
    .flatMap((part) =>
      part.kind === 'tree'
        ? [[part.tree.pointer, part.tree.value, part.tree.locate('/title'), part.tree.locateKey('/title')]]
        : [[part.kind === 'fault' ? part.fault : part.kind]],
    )
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** Somebody who reads at once what is lent. */
function borrower(received: Part[]): Borrower {
  const pending = new Int32Array(new SharedArrayBuffer(4));
  return {
    pending,
    slots: lendingSlots(),
    send: (batch) => {
      received.push(...readUnread(batch, defaultLimits));
      Atomics.sub(pending, 0, 1);
    },
  };
}

const records = Array.from({ length: 3000 }, (_, index) => ({
  id: index,
  title: index % 3 === 0 ? `名录 ${index} 😀` : `List ${index}`,
  note: '说明'.repeat(index % 200),
}));
const layouts: readonly (readonly [string, Reader, string])[] = [
  ['an array on one line', jsonReader, JSON.stringify(records)],
  ['an array on many lines', jsonReader, JSON.stringify(records, undefined, 2).replaceAll('\n', '\r\n')],
  ['NDJSON', ndjsonReader, records.map((record) => JSON.stringify(record)).join('\n')],
];

describe.each(layouts)('records lent from %s', (_, reader, text) => {
  it('come out with the values and places that the reader gives them', async () => {
    const received: Part[] = [];
    const lender = new RecordLender([borrower(received)]);
    const kept = await partsOf(reader, text, lender);
    lender.flush();
    expect(received.length).toBeGreaterThan(2900);
    expect(told([...kept, ...received])).toEqual(told(await partsOf(reader, text)));
  });

  it('stay with the reader while nobody is free, and none is lost', async () => {
    const received: Part[] = [];
    const busy = { ...borrower([]), pending: new Int32Array(new SharedArrayBuffer(4)) };
    Atomics.store(busy.pending, 0, 3);
    const alone = new RecordLender([busy]);
    expect(told(await partsOf(reader, text, alone))).toEqual(told(await partsOf(reader, text)));
    const slow = borrower(received);
    const lender = new RecordLender([
      { ...slow, send: (batch) => received.push(...readUnread(batch, defaultLimits)) },
    ]);
    const kept = await partsOf(reader, text, lender);
    lender.flush();
    expect(kept.length).toBeGreaterThan(0);
    expect(told([...kept, ...received])).toEqual(told(await partsOf(reader, text)));
  });
});

it('keeps doubtful records: faults of the text are told by the reader, or by whoever parses them', async () => {
  const text =
    '[{"title":"a","title":"b"}, {"title":12345678901234567890}, {"title":"\\ud800"}, {"title":"c"}]';
  const received: Part[] = [];
  const lender = new RecordLender([borrower(received)]);
  const kept = await partsOf(jsonReader, text, lender);
  lender.flush();
  expect(told([...kept, ...received])).toEqual(told(await partsOf(jsonReader, text)));
});
