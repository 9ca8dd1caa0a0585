import type { Engine, EngineListener } from '../../../src/samples/engine/engine.ts';

/** Everything that can be seen of an engine that judges some bytes, in order. */
export function engineLog(
  make: (listener: EngineListener) => Engine,
  { bytes, steps, recordBytes }: { bytes: Uint8Array; steps: readonly number[]; recordBytes: number },
): string[] {
  const log: string[] = [];
  const engine = make(logListener(log));
  let from = 0;
  let held = 0;
  for (let step = 0; ; step += 1) {
    const room = Math.max(1, Math.min(steps[step % steps.length] ?? 1, engine.buffer.length - held));
    const read = bytes.subarray(from, from + room);
    engine.buffer.set(read, held);
    from += read.length;
    const end = held + read.length;
    const isLast = from === bytes.length;
    const used = engine.judge(end, isLast);
    log.push(
      `${stateOf(engine, used)} lines ${engine.lines} ${engine.lineEnds(0, used)} ${engine.lineEnds(used >> 1, end)}`,
    );
    if (isLast || (used === 0 && end > recordBytes)) return log;
    engine.buffer.copyWithin(0, used, end);
    held = end - used;
  }
}

function stateOf({ openQuote, rows, judged, empties, sighted, keyHashes }: Engine, used: number): string {
  const hashes = keyHashes.map((words) => words.subarray(0, judged * 2).join(' '));
  return `used ${used} open ${openQuote} rows ${rows} judged ${judged} empties ${empties.join(' ')} sighted ${sighted.join(' ')} hashes ${hashes.join('|')}`;
}

function logListener(log: string[]): EngineListener {
  const hear =
    (event: string) =>
    (...facts: readonly (number | boolean)[]) => {
      log.push(`${event} ${facts.join(' ')}`);
    };
  const [doubt, sight, ragged] = [hear('doubt'), hear('sight'), hear('ragged')];
  return { doubt, sight, ragged, stray: hear('stray'), lineEnd: hear('lineEnd') };
}
