import { expect, it } from 'vitest';
import { inputFormats } from '../../src/cli/input-formats.ts';
import { readers } from '../../src/documents/index.ts';

it('offers exactly the readers of the registry', () => {
  const shapes = (list: typeof readers) => list.map(({ format, extensions }) => ({ format, extensions }));
  expect(shapes(inputFormats)).toEqual(shapes(readers));
});
