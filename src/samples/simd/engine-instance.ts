import { Buffer } from 'node:buffer';
import type { EngineListener, EnginePlan } from '../engine/engine.ts';
import { columnBytes } from './column-record.ts';
import type { EngineMemory } from './engine-memory.ts';
import { memoryOf, writeMemory } from './engine-memory.ts';
import { engineModule } from './engine-module.ts';
import { webAssembly } from './web-assembly.ts';

/** What the module offers; assembly/engine.ts says what each means. */
interface ModuleExports {
  start(from: number): void;
  segment(end: number, row: number): number;
  nextRecord(): number;
  rowsOfSegment(): number;
  openQuote(): number;
  hashKey(columns: number, count: number, allowsEmpty: boolean): void;
  addCode(table: number, mask: number, entry: number): void;
  passes(column: number, at: number, length: number): number;
  lineEnds(from: number, end: number): number;
  linesTo(at: number): number;
}

type Listener = Pick<EngineListener, 'doubt' | 'sight' | 'ragged'>;

export interface EngineInstance {
  readonly module: ModuleExports;
  readonly memory: EngineMemory;
  readonly buffer: ArrayBuffer;
  /** Who is told. */
  listener: Listener;
}

const pageBytes = 1 << 16;
/** Offsets are signed in the module. */
const mostPages = 2 ** 31 / pageBytes - 1;

/** Instances that are not in use: the runtime collects their memory late, and a file is scanned in many stretches. */
const idle = new WeakMap<EngineMemory, EngineInstance[]>();
const mostIdle = 2;

/** Undefined where the runtime has no WebAssembly with SIMD, or not so much memory for it. */
export function engineInstance(
  plan: EnginePlan,
  listener: Listener,
  segmentBytes: number,
): EngineInstance | undefined {
  const memory = memoryOf(plan, segmentBytes);
  const known = idle.get(memory)?.pop();
  if (known === undefined) return makeInstance(plan, listener, memory);
  known.listener = listener;
  const { buffer } = known;
  new Float64Array(buffer, memory.empties, plan.columns.length).fill(0);
  new Float64Array(buffer, memory.sighted, memory.sightCount).fill(0);
  return known;
}

/** Keeps an instance for the next engine of its plan. */
export function releaseInstance(instance: EngineInstance): void {
  const others = idle.get(instance.memory) ?? [];
  idle.set(instance.memory, others);
  if (others.length < mostIdle) others.push(instance);
}

function makeInstance(
  plan: EnginePlan,
  listener: Listener,
  memory: EngineMemory,
): EngineInstance | undefined {
  const compiled = compile();
  if (webAssembly === undefined || compiled === undefined) return undefined;
  const pages = Math.ceil(memory.plan.size / pageBytes) + 1;
  if (pages > mostPages) return undefined;
  try {
    const held = new webAssembly.Memory({ initial: pages, maximum: pages });
    const env = {
      memory: held,
      // biome-ignore lint/complexity/useMaxParams: as the contract has it
      ragged: (row: number, start: number, end: number, cells: number) =>
        instance.listener.ragged(row, start, end, cells),
      // biome-ignore lint/complexity/useMaxParams: as the contract has it
      doubt: (row: number, column: number, start: number, end: number, escaped: number) =>
        instance.listener.doubt(row, column, start, end, escaped !== 0),
      // biome-ignore lint/complexity/useMaxParams: as the contract has it
      sight: (row: number, column: number, start: number, end: number, escaped: number) =>
        instance.listener.sight?.(row, column, start, end, escaped !== 0),
    };
    const { exports } = new webAssembly.Instance(compiled, { env });
    const instance: EngineInstance = {
      module: exports as ModuleExports,
      memory,
      buffer: held.buffer,
      listener,
    };
    fill(instance, plan);
    return instance;
  } catch (error) {
    // So much memory is not to be had.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

let compiledOnce: object | undefined;

function compile(): object | undefined {
  if (compiledOnce !== undefined || webAssembly === undefined) return compiledOnce;
  const bytes = Buffer.from(engineModule, 'base64');
  if (webAssembly.validate(bytes)) compiledOnce = new webAssembly.Module(bytes);
  return compiledOnce;
}

function fill({ module, memory, buffer }: EngineInstance, plan: EnginePlan): void {
  writeMemory(buffer, memory, plan);
  for (const { table, mask, entries } of memory.codeTables) {
    for (const entry of entries) module.addCode(table, mask, entry);
  }
  const bytes = new Uint8Array(buffer);
  for (const column of plan.columns.keys()) {
    // A word that the test does not pass needs no second look.
    const watches = plan.doubtedWords.some((word) => {
      bytes.set(word, memory.input);
      return word.length > 0 && module.passes(column, memory.input, word.length) !== 0;
    });
    bytes[memory.columnsAt + column * columnBytes + 3] = watches ? 1 : 0;
  }
  bytes.fill(0, memory.input, memory.input + 64);
}
