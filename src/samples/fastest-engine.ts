import type { MakeEngine } from './engine/engine.ts';
import { makePlainEngine } from './engine/plain-engine.ts';
import { makeSimdEngine } from './simd/simd-engine.ts';

/** The engine in WebAssembly, or the plain one where that is not to be had. Both give the same. */
export const makeFastestEngine: MakeEngine = (plan, listener) =>
  makeSimdEngine(plan, listener) ?? makePlainEngine(plan, listener);
