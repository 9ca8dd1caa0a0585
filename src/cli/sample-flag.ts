import { Failure } from '../model/failure.ts';

/**
 * Reads a value of `--sample`: `beds.csv=3070011020/000004`.
 * @throws Failure `usage` for anything else.
 */
export function readSampleFlag(text: string): { file: string; record: string } {
  const at = text.lastIndexOf('=');
  const [file, record] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()];
  if (file !== '' && record !== '') return { file: file.replaceAll('\\', '/').replace(/^\.\//, ''), record };
  throw new Failure('usage', `--sample ${JSON.stringify(text)} is not file=record.`, {
    hint: 'The record by its identifier or title: --sample beds.csv=3070011020/000004',
    zh: {
      message: `--sample ${JSON.stringify(text)} 的写法应为 文件=记录。`,
      hint: '用代码或名称指明记录，如 --sample 床位.csv=3070011020/000004',
    },
  });
}
