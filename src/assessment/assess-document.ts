import type { Facts } from '../model/check.ts';
import type { DocumentFault, Limits, Part, Reader, Sheet } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import type { Pointer } from '../model/pointer.ts';
import { valueAt } from '../model/pointer.ts';
import type { Source } from '../model/source.ts';
import type { Standard } from '../model/standard.ts';
import type { SheetPart } from '../records/bound-sheet.ts';
import type { RecordEntry } from '../records/record-entry.ts';
import { sheetRecords } from '../records/sheet-records.ts';
import { treeRecords } from '../records/tree-records.ts';
import { assessRecord } from './assess-record.ts';
import { catalogueKey } from './catalogue-key.ts';
import type { Said } from './document-said.ts';
import { faultSaid, sheetSaid, unreadable } from './document-said.ts';
import type { PartialAssessment } from './partial.ts';
import { emptyPartial } from './partial.ts';

/** One of several threads that read the same document: each assesses the records whose turn is its own. */
export interface Share {
  readonly index: number;
  readonly of: number;
}

/** Neighbouring records go to the same share: they are in memory together. */
const turnLength = 32;

/** One document of a submission, or why it could not be opened. */
export interface SubmissionDocument {
  readonly path: string;
  /** Whose it is, where neither the standard nor the record says. */
  readonly department: string;
  readonly source?: Source;
  /** The reader of its format; absent for a format that is not known. */
  readonly reader?: Reader;
  /** Only a share of its records; the other shares are other documents of the same path. */
  readonly share?: Share;
  /** Why there is no source: a reason code of `document/unreadable`. */
  readonly problem?: { readonly reason: string; readonly facts?: Facts };
}

export interface AssessmentOptions {
  readonly locale: Locale;
  /** CCYY-MM-DD. */
  readonly today: string;
  readonly limits: Limits;
  /** Pointer into a record whose text names the department; before what the standard says. */
  readonly departmentPointer?: Pointer;
}

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

class DocumentRun {
  readonly #document: SubmissionDocument;
  readonly #standard: Standard;
  readonly #options: AssessmentOptions;
  readonly #result = emptyPartial();
  readonly #records = new Map<string, number>();
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
    try {
      for await (const parts of reader.read(source, { recordsAt, limits: this.#options.limits })) {
        for (const part of parts) await this.#take(part);
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

  async #take(part: Part): Promise<void> {
    if (part.kind === 'fault') this.#fault(part.fault);
    else if (part.kind === 'tree')
      for (const entry of treeRecords(part.tree, this.#standard)) this.#record(entry);
    else await this.#sheet(part.sheet);
  }

  #record(entry: RecordEntry): void {
    if (!this.#isOurs()) return;
    const { path } = this.#document;
    const department = this.#departmentOf(entry);
    const context = {
      standard: this.#standard,
      locale: this.#options.locale,
      today: this.#options.today,
      path,
      department,
    };
    const { view, divergences } = assessRecord(entry, context);
    for (const divergence of divergences) this.#result.divergences.push(divergence);
    const key = catalogueKey(entry, view, { path, department });
    if (key !== undefined) this.#result.keys.push(key);
    // An envelope is judged, but it is not a record that a department owns.
    if (entry.kind.envelope) return;
    this.#records.set(department, (this.#records.get(department) ?? 0) + 1);
  }

  /** Whether it is this share's turn; asked once for each record. */
  #isOurs(): boolean {
    const { share } = this.#document;
    const turn = Math.floor(this.#met / turnLength);
    this.#met += 1;
    return share === undefined || turn % share.of === share.index;
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
    for await (const parts of sheetRecords(sheet, kind, sheets)) {
      for (const part of parts) this.#sheetPart(part, sheet);
    }
  }

  #sheetPart(part: SheetPart, sheet: Sheet): void {
    if (part.kind === 'record') this.#record(part.record);
    else if (part.kind === 'fault') this.#fault(part.fault);
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

  /** What concerns the document as a whole is said by the first share. */
  #say(said: Said): void {
    if ((this.#document.share?.index ?? 0) > 0) return;
    this.#result.said.push({ path: this.#document.path, said });
  }
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
