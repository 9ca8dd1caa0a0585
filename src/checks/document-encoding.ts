import { defineCheck } from './define-check.ts';

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
        ? `${count ?? 'some'} bytes are not ${encoding ?? 'UTF-8'}; the first is ${hex ?? '?'} at byte ${offset ?? '?'}`
        : `the document is encoded as ${encoding}, not UTF-8; it was read as such`,
    'zh-CN': ({ reason, encoding, count, hex, offset }) =>
      reason === 'broken-bytes'
        ? `${count ?? '若干'} 个字节不是有效的 ${encoding ?? 'UTF-8'}；第一个是 ${hex ?? '?'}，位于第 ${offset ?? '?'} 字节`
        : `文件编码为 ${encoding}，不是 UTF-8，已按该编码读取`,
  },
});
