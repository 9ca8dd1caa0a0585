import type { Localized } from '../model/locale.ts';
import { commonReasons } from './common-reasons.ts';
import { defineFormat } from './format.ts';
import type { IdentifierFault } from './identifier-text.ts';
import { identifierFault } from './identifier-text.ts';

/** First two digits of GB/T 2260: provinces, autonomous regions, municipalities, special administrative regions. */
const provinces: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(
    ' ',
  ),
);

/** Whether the first two digits name a province-level division. */
export function hasProvincePrefix(code: string): boolean {
  return provinces.has(code.slice(0, 2));
}

type DivisionFault = IdentifierFault | 'character' | 'length' | 'province' | 'structure';

function divisionFault(text: string, lengths: readonly number[]): DivisionFault | undefined {
  const typing = identifierFault(text);
  if (typing !== undefined) return typing;
  if (!/^\d*$/.test(text)) return 'character';
  if (!lengths.includes(text.length)) return 'length';
  if (!hasProvincePrefix(text)) return 'province';
  return levelsHold(text) ? undefined : 'structure';
}

/** Once a level is all zeros (the division itself), nothing below it may be named. */
function levelsHold(text: string): boolean {
  const levels = [text.slice(2, 4), text.slice(4, 6), text.slice(6, 9), text.slice(9, 12)];
  const open = levels.findIndex((level) => /^0*$/.test(level));
  return open < 0 || levels.slice(open).every((level) => /^0*$/.test(level));
}

const reasons: Readonly<Record<Exclude<DivisionFault, 'length'>, Localized>> = {
  empty: commonReasons.empty,
  'white-space': commonReasons['white-space'],
  'full-width': commonReasons['full-width'],
  'spreadsheet-number': commonReasons['spreadsheet-number'],
  character: {
    en: 'Only digits are allowed; give the code, not the name.',
    'zh-CN': '只允许数字；应填写代码而非名称。',
  },
  province: {
    en: 'Its first two digits name no province-level division; a leading digit may be lost.',
    'zh-CN': '前两位不是省级行政区划代码，请核对是否缺位。',
  },
  structure: {
    en: 'It names a lower level although the level above it is all zeros.',
    'zh-CN': '上一级为全零时，下一级不应再有编号。',
  },
};

/** Division code of GB/T 2260: six digits, known province, levels in order. Whether the code is in force is for a code list. */
export const divisionCodeFormat = defineFormat({
  name: 'division-code',
  title: { en: 'division code of six digits (GB/T 2260)', 'zh-CN': '六位行政区划代码（GB/T 2260）' },
  example: '500103',
  reasons: { ...reasons, length: { en: 'It does not have six digits.', 'zh-CN': '长度不是 6 位。' } },
  check: (text) => divisionFault(text, [6]) ?? true,
});

/** Division code extended to towns (nine digits) or villages (twelve digits). */
export const divisionCodeExtendedFormat = defineFormat({
  name: 'division-code-extended',
  title: {
    en: 'division code of nine or twelve digits',
    'zh-CN': '九位或十二位区划代码（乡镇、村级）',
  },
  example: '310114111001',
  reasons: {
    ...reasons,
    length: { en: 'It has neither nine nor twelve digits.', 'zh-CN': '长度不是 9 位或 12 位。' },
  },
  check: (text) => divisionFault(text, [9, 12]) ?? true,
});
