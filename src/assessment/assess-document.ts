import type { Facts } from '../model/check.ts';
import type { DocumentFault, Part, Reader, Sheet, Tree } from '../model/document.ts';
import { isOurTurn } from '../model/document.ts';
import { valueAt } from '../model/pointer.ts';
import type { Source } from '../model/source.ts';
import type { Standard } from '../model/standard.ts';
import type { SheetPart } from '../records/bound-sheet.ts';
import type { RecordEntry } from '../records/record-entry.ts';
import { treeRecords } from '../records/tree-records.ts';
import type { assessRecord } from './assess-record.ts';
import { catalogueKey } from './catalogue-key.ts';
import type { Said } from './document-said.ts';
import { faultSaid, sheetSaid, unreadable } from './document-said.ts';
import { viewAtFirstSight } from './first-sight.ts';
import type { PartialAssessment } from './partial.ts';
import { emptyPartial } from './partial.ts';
import type { AssessmentOptions, SubmissionDocument } from './submission-document.ts';

/** Thrown by sources for what happens while reading; `reason` is a code of `document/unreadable`. */
interface ReadTrouble {
  readonly reason: string;
  readonly facts?: Facts;
}

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
    else if (source === undefined || reader === undefined)
      this.#unreadable('unsupported', { extension: extensionOf(this.#document.path) });
    else await this.#readWith(source, reader);
  }

  async #readWith(source: Source, reader: Reader): Promise<void> {
    const recordsAt = this.#standard.kinds.flatMap((kind) => kind.at.filter((pattern) => pattern !== ''));
    const { elsewhere } = this.#document;
    const taker = typeof elsewhere === 'object' ? { taker: elsewhere } : {};
    const options = { recordsAt, limits: this.#options.limits, ...taker };
    try {
      for await (const parts of reader.read(source, options)) {
        for (const part of parts) await this.take(part);
        if (this.#result.unshareable.length > 0) return;
      }
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === undefined) throw error;
      this.#unreadable(trouble.reason, trouble.facts);
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
    const { path } = this.#document;
    const context = {
      standard: this.#standard,
      locale: this.#options.locale,
      today: this.#options.today,
      path,
      department,
    };
    let view = this.#closely === undefined ? viewAtFirstSight(entry, context) : undefined;
    if (view === undefined) {
      this.#closely ??= (await import('./assess-record.ts')).assessRecord;
      const closer = this.#closely(entry, context);
      for (const divergence of closer.divergences) this.#result.divergences.push(divergence);
      view = closer.view;
    }
    const key = catalogueKey(entry, view, { ...this.#document, department });
    if (key !== undefined) this.#result.keys.push(key);
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
      this.#unreadable('no-sheet-binding');
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
    else this.#withoutHeadings(sheet);
  }

  /** A CSV file without headings is unreadable; a workbook may well hold a sheet of notes beside the data. */
  #withoutHeadings(sheet: Sheet): void {
    if (sheet.name === '') {
      this.#unreadable('no-headings');
      return;
    }
    const where = `${this.#document.path} ${sheet.name}`;
    this.#result.notChecked.push({
      what: `sheet “${sheet.name}”`,
      where,
      reason: 'no row looks like the headings of the standard',
    });
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

/** Under a bare schema nothing but the schema speaks: a record that meets it needs no second look. */
function isPlainlyFine({ kind, value, digitsLost }: RecordEntry, { bare }: Standard): boolean {
  return bare && digitsLost.size === 0 && kind.validator.conforms(value);
}

function dialectText({
  delimiter,
  quote,
  lineEnd,
}: {
  delimiter: string;
  quote: string;
  lineEnd: string;
}): string {
  const names: Readonly<Record<string, string>> = {
    ',': 'comma',
    ';': 'semicolon',
    '\t': 'tab',
    '|': 'pipe',
  };
  return [names[delimiter] ?? delimiter, quote, lineEnd].join(' ');
}

function troubleOf(error: unknown): ReadTrouble | undefined {
  if (!(error instanceof Error) || error.name !== 'ReadProblem') return undefined;
  const { reason, facts } = error as Error & ReadTrouble;
  return { reason, ...(facts === undefined ? {} : { facts }) };
}

function extensionOf(path: string): string {
  return /\.[^./]+$/.exec(path)?.[0] ?? '';
}
