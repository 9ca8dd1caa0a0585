import type { UnreadRecords } from '../documents/json/unread-records.ts';
import type { RecordTaker, UnreadRecord } from '../model/document.ts';

/** Bytes of records that are handed over at once. */
const batchBytes = 256 << 10;
/** How many batches may wait for one thread: enough that it never runs dry, few enough to be held. */
const maxPending = 3;

/** What a thread needs to be lent records. */
export function lendingSlots(): Uint8Array[] {
  return Array.from({ length: maxPending }, () => new Uint8Array(new SharedArrayBuffer(batchBytes)));
}

/** A thread that takes records. `pending` is shared memory, counted down over there: no message has to come back in time. */
export interface Borrower {
  readonly pending: Int32Array;
  /** Shared memory for the texts of so many batches as may wait: nothing is copied, and nothing piles up to be collected. */
  readonly slots: readonly Uint8Array[];
  send(batch: UnreadRecords): void;
}

/**
 * Leaves the records of one document to other threads as long as these keep up; what they do not take, the reader parses itself.
 */
export class RecordLender implements RecordTaker {
  readonly #borrowers: readonly Borrower[];
  #to: Borrower | undefined;
  #slot: Uint8Array = new Uint8Array(0);
  /** How many batches each of them was sent: the next one takes the slot of the one that is done longest. */
  readonly #sent = new Map<Borrower, number>();
  #used = 0;
  #records: UnreadRecords['records'][number][] = [];

  constructor(borrowers: readonly Borrower[]) {
    this.#borrowers = borrowers;
  }

  take(record: UnreadRecord, bytes: Uint8Array): boolean {
    if (bytes.length > batchBytes) return false;
    if (this.#used + bytes.length > batchBytes) this.flush();
    if (this.#to === undefined) {
      this.#to = this.#free();
      if (this.#to === undefined) return false;
      this.#slot = this.#nextSlot(this.#to);
    }
    this.#slot.set(bytes, this.#used);
    this.#used += bytes.length;
    this.#records.push({ ...record, end: this.#used });
    return true;
  }

  #free(): Borrower | undefined {
    return this.#borrowers.find(({ pending }) => Atomics.load(pending, 0) < maxPending);
  }

  /** Hands over what has been gathered. */
  flush(): void {
    const to = this.#to;
    if (to === undefined) return;
    Atomics.add(to.pending, 0, 1);
    to.send({ bytes: this.#slot.subarray(0, this.#used), records: this.#records });
    this.#to = undefined;
    this.#used = 0;
    this.#records = [];
  }

  #nextSlot(to: Borrower): Uint8Array {
    const sent = this.#sent.get(to) ?? 0;
    this.#sent.set(to, sent + 1);
    const slot = to.slots[sent % to.slots.length];
    if (slot === undefined) throw new RangeError('a thread without slots takes no records');
    return slot;
  }
}
