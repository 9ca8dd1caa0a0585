import { cellBlank } from './cell-blank.ts';
import { cellCode } from './cell-code.ts';
import { cellFormat } from './cell-format.ts';
import { cellLength } from './cell-length.ts';
import { cellPattern } from './cell-pattern.ts';
import { cellPrecision } from './cell-precision.ts';
import { cellRange } from './cell-range.ts';
import { cellTextQuality } from './cell-text-quality.ts';
import { cellType } from './cell-type.ts';
import { codeLabelForCode } from './code-label-for-code.ts';
import { codeRetired } from './code-retired.ts';
import { codeSpelling } from './code-spelling.ts';
import { codeUnknown } from './code-unknown.ts';
import { columnDuplicate } from './column-duplicate.ts';
import { columnMissing } from './column-missing.ts';
import { columnOrder } from './column-order.ts';
import { columnRenamed } from './column-renamed.ts';
import { columnUnknown } from './column-unknown.ts';
import type { Check } from './define-check.ts';
import { documentDuplicateKey } from './document-duplicate-key.ts';
import { documentEncoding } from './document-encoding.ts';
import { documentSyntax } from './document-syntax.ts';
import { documentUnreadable } from './document-unreadable.ts';
import { fieldMisplaced } from './field-misplaced.ts';
import { fieldMissing } from './field-missing.ts';
import { fieldRecommended } from './field-recommended.ts';
import { fieldRenamed } from './field-renamed.ts';
import { fieldUnknown } from './field-unknown.ts';
import { keyBroken } from './key-broken.ts';
import { keyDuplicate } from './key-duplicate.ts';
import { privacyPersonal } from './privacy-personal.ts';
import { privacySensitive } from './privacy-sensitive.ts';
import { recordDuplicate } from './record-duplicate.ts';
import { recordInconsistent } from './record-inconsistent.ts';
import { recordSeries } from './record-series.ts';
import { referenceBroken } from './reference-broken.ts';
import { rowConflict } from './row-conflict.ts';
import { rowDuplicate } from './row-duplicate.ts';
import { rowRagged } from './row-ragged.ts';
import { rule } from './rule.ts';
import { sampleClaim } from './sample-claim.ts';
import { sampleMissing } from './sample-missing.ts';
import { sampleUndeclared } from './sample-undeclared.ts';
import { valueBlank } from './value-blank.ts';
import { valueCardinality } from './value-cardinality.ts';
import { valueCombination } from './value-combination.ts';
import { valueDigitsLost } from './value-digits-lost.ts';
import { valueFormat } from './value-format.ts';
import { valueLength } from './value-length.ts';
import { valuePattern } from './value-pattern.ts';
import { valueRange } from './value-range.ts';
import { valueTextQuality } from './value-text-quality.ts';
import { valueType } from './value-type.ts';

/** Every check, in the order of the report. */
export const checks: readonly Check[] = [
  documentUnreadable,
  documentEncoding,
  documentSyntax,
  documentDuplicateKey,
  fieldMissing,
  fieldUnknown,
  fieldRenamed,
  fieldMisplaced,
  fieldRecommended,
  valueType,
  valueFormat,
  valueLength,
  valueRange,
  valuePattern,
  valueBlank,
  valueCardinality,
  valueCombination,
  valueDigitsLost,
  valueTextQuality,
  codeUnknown,
  codeSpelling,
  codeRetired,
  codeLabelForCode,
  rule,
  recordDuplicate,
  recordInconsistent,
  recordSeries,
  referenceBroken,
  sampleMissing,
  sampleUndeclared,
  sampleClaim,
  columnMissing,
  columnUnknown,
  columnRenamed,
  columnDuplicate,
  columnOrder,
  rowRagged,
  rowConflict,
  rowDuplicate,
  cellBlank,
  cellType,
  cellFormat,
  cellLength,
  cellPrecision,
  cellRange,
  cellPattern,
  cellCode,
  cellTextQuality,
  keyDuplicate,
  keyBroken,
  privacySensitive,
  privacyPersonal,
];

const byId: ReadonlyMap<string, Check> = new Map(checks.map((check) => [check.id, check]));

/** The check with this id; rules of a standard (`rule/<id>`) share one. */
export function checkOf(id: string): Check | undefined {
  return byId.get(id.startsWith('rule/') ? 'rule' : id);
}
