import type { ByteAutomaton, CellTest } from '../../../src/samples/engine/column-test.ts';

/** Whether a quick test passes a filled cell: the contract of `CellTest` as plainly as it can be put. */
export function passes(test: CellTest, text: string): boolean {
  const bytes = new TextEncoder().encode(text);
  switch (test.kind) {
    case 'any':
      return true;
    case 'none':
      return false;
    case 'text': {
      const size = test.unit === 'bytes' ? bytes.length : [...text].length;
      return (
        size >= test.min &&
        size <= test.max &&
        !isDoubtedEdge([...text][0]) &&
        !isDoubtedEdge([...text].at(-1))
      );
    }
    case 'integer':
      return /^-?(?:0|[1-9]\d{0,14})$/.test(text) && within(Number(text), test);
    case 'number': {
      const [, whole = '', decimals = ''] = /^-?(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text) ?? [];
      const digits = whole.length + decimals.length;
      return (
        whole !== '' &&
        digits <= Math.min(15, test.digits) &&
        decimals.length <= test.decimals &&
        within(Number(text), test)
      );
    }
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text) && within(Number(text.replaceAll('-', '')), test);
    case 'date-time':
      return /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(text) && isDay(text.slice(0, 10));
    case 'codes':
      return test.codes.some((code) => Buffer.from(code).equals(bytes));
    default:
      return runs(test.automaton, bytes);
  }
}

function within(
  value: number,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
): boolean {
  return value >= minimum && value <= maximum;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isDoubtedEdge(char: string | undefined): boolean {
  const code = char?.codePointAt(0) ?? 0;
  const ranges = [
    [0, 0x20],
    [0x7f, 0xa0],
    [0x2000, 0x206f],
    [0x3000, 0x3000],
    [0xfeff, 0xfeff],
    [0xfff0, 0xffff],
  ] as const;
  return ranges.some(([from, to]) => code >= from && code <= to);
}

/** Whether an automaton accepts bytes. */
export function runs({ next, classOf, classCount, accepts }: ByteAutomaton, bytes: Uint8Array): boolean {
  let state = 1;
  for (const byte of bytes) state = next[state * classCount + (classOf[byte] ?? 0)] ?? 0;
  return accepts[state] === 1;
}
