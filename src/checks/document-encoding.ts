import { defineCheck } from './define-check.ts';
import { counted } from './shown-value.ts';

export const documentEncoding = defineCheck({
  id: 'document/encoding',
  severity: 'warning',
  title: { en: 'A document that is not UTF-8', 'zh-CN': '文件编码不是 UTF-8' },
  rationale: {
    en: 'A reader that expects UTF-8 shows other encodings as garbage or refuses them.',
    'zh-CN': '按 UTF-8 读取其他编码会显示乱码或被拒收。',
  },
  mend: { en: 'Save the document as UTF-8.', 'zh-CN': '将文件另存为 UTF-8 编码。' },
  message: {
    en: ({ reason, encoding, count, hex, offset }) =>
      reason === 'broken-bytes'
        ? `${count === undefined ? 'some bytes' : counted(count, 'byte')} cannot be read as ${inCapitals(encoding)}; the first is ${hex ?? '?'} at byte ${offset ?? '?'}`
        : `the document is encoded in ${inCapitals(encoding)} and was read as such; save it as UTF-8`,
    'zh-CN': ({ reason, encoding, count, hex, offset }) =>
      reason === 'broken-bytes'
        ? `${count ?? '若干'} 个字节不是有效的 ${inCapitals(encoding)}；第一个是 ${hex ?? '?'}，位于第 ${offset ?? '?'} 字节`
        : `文件编码为 ${inCapitals(encoding)}，已按该编码读取；请另存为 UTF-8`,
  },
});

/** Encodings go by their names in capitals: `GB18030`. */
function inCapitals(encoding: unknown): string {
  return typeof encoding === 'string' ? encoding.toUpperCase() : 'UTF-8';
}
