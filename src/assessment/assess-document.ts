import type { Facts } from '../model/check.ts';
import type { DocumentFault, Part, Reader, Sheet, Tree } from '../model/document.ts';
import { isOurTurn } from '../model/document.ts';
import { valueAt } from '../model/pointer.ts';
import type { Source } from '../model/source.ts';
import type { Standard } from '../model/standard.ts';
import type { SheetPart } from '../records/bound-sheet.ts';
import type { RecordEntry } from '../records/record-entry.ts';
import { treeRecords } from '../records/tree-records.ts';
import { isSampleName } from '../samples/inputs/sample-format.ts';
import type { assessRecord } from './assess-record.ts';
import { catalogueKey } from './catalogue-key.ts';
import { dialectText } from './dialect-text.ts';
import type { Said } from './document-said.ts';
import { faultSaid, sheetSaid, unboundSheet, unreadable } from './document-said.ts';
import { extensionOf } from './extension-of.ts';
import { viewAtFirstSight } from './first-sight.ts';
import { namesFile } from './names-file.ts';
import type { DeclaredTable, PartialAssessment } from './partial.ts';
import { emptyPartial } from './partial.ts';
import { isPlainlyFine } from './plainly-fine.ts';
import { readTrouble } from './read-trouble.ts';
import type { AssessmentOptions, SubmissionDocument } from './submission-document.ts';

/** Reads one document to its end and holds every record in it against the standard. */
export async function assessDocument(
  document: SubmissionDocument,
  standard: Standard,
  options: AssessmentOptions,
): Promise<PartialAssessment> {
  const run = new DocumentRun(document, standard, options);
  await run.read();
  return run.partial();
}

/** One document, or a part of it, on its way through the checks. */
export class DocumentRun {
  readonly #document: SubmissionDocument;
  readonly #standard: Standard;
  readonly #options: AssessmentOptions;
  readonly #result = emptyPartial();
  readonly #records = new Map<string, number>();
  /** Loaded when the first record needs it; from then on the first sight is not worth its time. */
  #closely: typeof assessRecord | undefined;
  #encoding: string | undefined;
  #dialect: string | undefined;
  /** Sheets in which nothing looks like the headings of the standard. */
  readonly #bareSheets: string[] = [];
  /** Records met so far, our own and those of other shares. */
  #met = 0;

  constructor(document: SubmissionDocument, standard: Standard, options: AssessmentOptions) {
    this.#document = document;
    this.#standard = standard;
    this.#options = options;
  }

  async read(): Promise<void> {
    const { source, reader, problem } = this.#document;
    if (problem !== undefined) this.#unreadable(problem.reason, problem.facts);
    else if (
      source !== undefined &&
      reader === undefined &&
      this.#standard.samples !== undefined &&
      isSampleName(this.#document.path)
    )
      this.#dataTable('unsupported');
    else if (source === undefined || reader === undefined)
      this.#unreadable('unsupported', { extension: extensionOf(this.#document.path) });
    else await this.#readWith(source, reader);
  }

  async #readWith(source: Source, reader: Reader): Promise<void> {
    try {
      if (await this.#isData(source, reader)) this.#withoutHeadings('');
      else await this.#readRecords(source, reader);
    } catch (error) {
      const trouble = readTrouble(error);
      if (trouble === undefined) throw error;
      this.#unreadable(trouble.reason, trouble.facts);
    }
    this.#settleSheets();
  }

  /** Where the standard knows data samples, a large table without its headings is not read here. */
  async #isData(source: Source, reader: Reader): Promise<boolean> {
    if (this.#standard.samples === undefined || reader.format !== 'csv') return false;
    const { mayHoldRecords } = await import('./peek-table.ts');
    return !(await mayHoldRecords(source, reader, {
      standard: this.#standard,
      limits: this.#options.limits,
    }));
  }

  async #readRecords(source: Source, reader: Reader): Promise<void> {
    const recordsAt = this.#standard.kinds.flatMap((kind) => kind.at.filter((pattern) => pattern !== ''));
    const { elsewhere } = this.#document;
    const taker = typeof elsewhere === 'object' ? { taker: elsewhere } : {};
    const options = { recordsAt, limits: this.#options.limits, ...taker };
    for await (const parts of reader.read(source, options)) {
      for (const part of parts) await this.take(part);
      if (this.#result.unshareable.length > 0) return;
    }
  }

  partial(): PartialAssessment {
    const { path, department, reader } = this.#document;
    this.#result.documents.push({
      path,
      department,
      format: reader?.format ?? 'unknown',
      ...(this.#encoding === undefined ? {} : { encoding: this.#encoding }),
      ...(this.#dialect === undefined ? {} : { dialect: this.#dialect }),
    });
    for (const [named, count] of this.#records) this.#result.records.push({ path, department: named, count });
    return this.#result;
  }

  async take(part: Part): Promise<void> {
    if (part.kind === 'fault') this.#fault(part.fault);
    else if (part.kind === 'tree') await this.#tree(part.tree);
    else await this.#sheet(part.sheet);
  }

  async #tree(tree: Tree): Promise<void> {
    for (const entry of treeRecords(tree, this.#standard)) if (this.#isOurs()) await this.#record(entry);
  }

  async #record(entry: RecordEntry): Promise<void> {
    const department = this.#departmentOf(entry);
    if (!isPlainlyFine(entry, this.#standard)) await this.#assess(entry, department);
    // An envelope is judged, but it is not a record that a department owns.
    if (entry.kind.envelope) return;
    this.#records.set(department, (this.#records.get(department) ?? 0) + 1);
  }

  async #assess(entry: RecordEntry, department: string): Promise<void> {
    const { locale, today, keepsDeclarations } = this.#options;
    const { samples } = this.#standard;
    const context = { standard: this.#standard, locale, today, path: this.#document.path, department };
    let view = this.#closely === undefined ? viewAtFirstSight(entry, context) : undefined;
    if (view === undefined) {
      this.#closely ??= (await import('./assess-record.ts')).assessRecord;
      const closer = this.#closely(entry, context);
      for (const divergence of closer.divergences) this.#result.divergences.push(divergence);
      view = closer.view;
    }
    const key = catalogueKey(entry, view, { ...this.#document, department });
    if (key !== undefined) this.#result.keys.push(key);
    if (entry.kind.kind === samples?.kind && (keepsDeclarations === true || namesFile(view.renamed, samples)))
      this.#result.declared.push(...(await this.#declared(entry, view.renamed, department)));
  }

  /** The tables that a record declares, under the right names of its fields. */
  async #declared(entry: RecordEntry, value: unknown, department: string): Promise<DeclaredTable[]> {
    const { declaredTables } = await import('./declared-tables.ts');
    return declaredTables(entry, value, { standard: this.#standard, document: this.#document, department });
  }

  /** Whether the next record is this share's. */
  #isOurs(): boolean {
    this.#met += 1;
    return isOurTurn(this.#document.share, this.#met - 1);
  }

  #departmentOf(entry: RecordEntry): string {
    const pointer = this.#options.departmentPointer ?? entry.kind.department;
    const named = pointer === undefined ? undefined : valueAt(entry.value, pointer);
    return typeof named === 'string' && named.trim() !== '' ? named.trim() : this.#document.department;
  }

  async #sheet(sheet: Sheet): Promise<void> {
    const { sheets, kinds } = this.#standard;
    const kind = kinds.find((each) => each.kind === sheets?.kind);
    if (sheet.dialect !== undefined) this.#dialect = dialectText(sheet.dialect);
    if (sheets === undefined || kind === undefined) {
      this.#withoutHeadings(sheet.name);
      return;
    }
    const { sheetRecords } = await import('../records/sheet-records.ts');
    for await (const parts of sheetRecords(sheet, kind, sheets)) {
      for (const part of parts) await this.#sheetPart(part, sheet);
    }
  }

  async #sheetPart(part: SheetPart, sheet: Sheet): Promise<void> {
    if (part.kind === 'record') {
      if (this.#isOurs()) await this.#record(part.record);
    } else if (part.kind === 'fault') this.#fault(part.fault);
    else if (part.kind === 'finding') this.#say(sheetSaid(part.finding));
    else this.#withoutHeadings(sheet.name);
  }

  #withoutHeadings(sheet: string): void {
    this.#bareSheets.push(sheet);
  }

  /**
   * What tables without the headings of the standard are: data that a record may declare, where the standard knows such; else a CSV file is
   * unreadable, and a workbook may well hold a sheet of notes beside its records.
   */
  #settleSheets(): void {
    if (this.#bareSheets.length === 0) return;
    const { path, source } = this.#document;
    const reason = this.#standard.sheets === undefined ? 'no-sheet-binding' : 'no-headings';
    if (this.#standard.samples !== undefined && this.#met === 0 && source?.size !== undefined) {
      this.#dataTable(reason);
      // Said again, and better, by whoever reads it as data.
      this.#result.said.length = 0;
      return;
    }
    for (const name of this.#bareSheets) {
      if (name === '' || reason === 'no-sheet-binding') this.#unreadable(reason);
      else this.#result.notChecked.push(unboundSheet(path, name));
    }
  }

  /** A file that a record may declare; `reason` says what is wrong with it where none does. */
  #dataTable(reason: string): void {
    const { path, department } = this.#document;
    this.#result.tables.push({ path, department, reason });
  }

  #unreadable(reason: string, facts: Facts = {}): void {
    this.#say(unreadable(reason, facts));
  }

  #fault(fault: DocumentFault): void {
    const encoding = fault.facts?.['encoding'];
    if (fault.check === 'document/encoding' && typeof encoding === 'string') this.#encoding = encoding;
    this.#say(faultSaid(fault));
  }

  /**
   * What concerns the document as a whole is said by the first share. A text with faults is not divided at all: what can
   * still be read behind a fault may depend on those before it.
   */
  #say(said: Said): void {
    const { share, elsewhere, path } = this.#document;
    if ((share ?? elsewhere) !== undefined && said.check !== 'document/encoding')
      this.#result.unshareable.push(path);
    if ((share?.index ?? 0) > 0) return;
    this.#result.said.push({ path: this.#document.path, said });
  }
}
