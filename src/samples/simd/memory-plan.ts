/** Hands out addresses of one memory in ascending order, each a multiple of 64. */
export class MemoryPlan {
  /** Bytes handed out, gaps included. */
  size: number;

  constructor(start: number) {
    this.size = start;
  }

  /** The address of so many bytes, which are 0; behind them 64 bytes stand that may be read. */
  take(bytes: number): number {
    const address = this.size;
    this.size = Math.ceil((address + bytes + 64) / 64) * 64;
    return address;
  }
}
