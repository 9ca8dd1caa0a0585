// biome-ignore-all lint/performance/noBarrelFile: the one entry point of the package
/** The public interface: a hand-written list, described in docs/library.md. What is not here may change at any time. */

export { assessDocument } from './assessment/assess-document.ts';
export type { SubmissionOptions } from './assessment/assess-submission.ts';
export { finish as finishAssessment } from './assessment/finish.ts';
export type { PartialAssessment } from './assessment/partial.ts';
export { emptyPartial, mergeInto } from './assessment/partial.ts';
export type { SampleOptions } from './assessment/sample-options.ts';
export type { AssessmentOptions, SubmissionDocument } from './assessment/submission-document.ts';
export { checks } from './checks/index.ts';
export { loadStandard } from './cli/engine.ts';
export type { FindDocumentsOptions, LibraryOptions } from './cli/library.ts';
export {
  assessSubmission,
  findDocuments,
  loadTableSchema,
  memoryDocument,
  renderReport,
} from './cli/library.ts';
export { parsePackage } from './cli/parse-standard.ts';
export { readers } from './documents/index.ts';
export { defaultLimits } from './documents/limits.ts';
export type {
  Assessment,
  DepartmentSummary,
  DocumentNote,
  SampleNote,
  Summary,
  UncheckedNote,
} from './model/assessment.ts';
export type { CheckDescription, Clause, Facts, Suggestion } from './model/check.ts';
export type { Cause, Divergence, RecordName } from './model/divergence.ts';
export type { Limits, Reader } from './model/document.ts';
export type { FailureCode, FailurePlace } from './model/failure.ts';
export { Failure } from './model/failure.ts';
export type { NotChecked } from './model/fault.ts';
export type { Locale, Localized } from './model/locale.ts';
export type { Place } from './model/place.ts';
export type { Severity } from './model/severity.ts';
export type { Source } from './model/source.ts';
export type { PackageAccess, Standard } from './model/standard.ts';
export { reporters } from './reporters/index.ts';
export type { RenderOptions, Reporter } from './reporters/reporter.ts';
export { buildStandard } from './standards/build-standard.ts';
export { loadBareSchema } from './standards/load-bare-schema.ts';
export type { PackageData } from './standards/package-data.ts';
export type { ParseOptions } from './standards/parse-package.ts';
export { folderPackage } from './workspace/package-access.ts';
