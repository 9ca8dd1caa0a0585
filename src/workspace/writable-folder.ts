import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../model/failure.ts';

/**
 * Makes sure that a file could be made there before work begins whose result it is to hold.
 * @throws Failure `output` where its folder does not exist.
 */
export function assertWritableFolder(path: string): void {
  const folder = dirname(path);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  throw new Failure('output', `Cannot write ${path}.`, {
    hint: 'The folder does not exist.',
    zh: { message: `无法写入 ${path}。`, hint: '所在目录不存在。' },
  });
}
