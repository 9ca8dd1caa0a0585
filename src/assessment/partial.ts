import type { SampleNote } from '../model/assessment.ts';
import type { DeclaredSample } from '../model/declared-sample.ts';
import type { Divergence, RecordName } from '../model/divergence.ts';
import type { NotChecked } from '../model/fault.ts';
import type { Place } from '../model/place.ts';
import type { Pointer } from '../model/pointer.ts';
import type { Said } from './document-said.ts';

/** A divergence before the whole is known: its fingerprint is still the text to be hashed. */
export interface RawDivergence extends Omit<Divergence, 'fingerprint'> {
  readonly recordPointer?: Pointer;
  /** What the fingerprint is made of. */
  readonly identity: string;
}

/** A text of a record that is compared with other records. */
export interface Mark {
  readonly text: string;
  readonly pointer: Pointer;
  readonly at: Place;
}

/** What a record contributes to checks across the catalogue. */
export interface CatalogueKey {
  readonly kind: string;
  readonly department: string;
  readonly path: string;
  readonly recordPointer: Pointer;
  readonly id?: Mark;
  readonly title?: Mark;
  readonly references: readonly (Mark & { readonly to: string; readonly field: Pointer })[];
  /** Values with a number that should not count up from record to record. */
  readonly counted: readonly (Mark & { readonly field: Pointer })[];
  /** Values that must agree with those of other records with the same `within`. */
  readonly marks: readonly (Mark & { readonly field: Pointer; readonly within: string })[];
}

/** What a fingerprint calls a record: its name; without one its file, as its place would not last. */
export function nameOfKey({ id, title, path }: Pick<CatalogueKey, 'id' | 'title' | 'path'>): string {
  return id?.text ?? title?.text ?? `\u0001${path}`;
}

/** A document, or the share of it that was read, before the whole is known. */
export interface DocumentPart {
  readonly path: string;
  /** Whose it is where its records do not name one department. */
  readonly department: string;
  readonly format: string;
  readonly encoding?: string;
  readonly dialect?: string;
}

/** A table that a record declares. */
export interface DeclaredTable {
  readonly record: RecordName;
  readonly department: string;
  /** The document of the record, where in it the record stands, and its place. */
  readonly path: string;
  readonly recordPointer: Pointer;
  readonly place: Place;
  readonly sample: DeclaredSample;
  /** Files that hold the schema of the table: they are no records. */
  readonly schemas: readonly string[];
}

/** A table that holds no records of the standard: data, most likely. */
export interface DataTable {
  readonly path: string;
  readonly department: string;
  /** What is to be said of it where the standard knows no samples: a reason of `document/unreadable`. */
  readonly reason: string;
}

/** The assessment of some of the documents, or of shares of them. Plain data: parts from anywhere merge to exactly the whole. */
export interface PartialAssessment {
  readonly documents: DocumentPart[];
  readonly records: { readonly path: string; readonly department: string; readonly count: number }[];
  /** What concerns documents as wholes. */
  readonly said: { readonly path: string; readonly said: Said }[];
  readonly divergences: RawDivergence[];
  readonly keys: CatalogueKey[];
  readonly notChecked: NotChecked[];
  readonly declared: DeclaredTable[];
  readonly tables: DataTable[];
  readonly samples: SampleNote[];
  /** Documents that are schemas of data. */
  readonly schemas: string[];
  /** Documents that must be read by one thread after all. */
  readonly unshareable: string[];
}

export function emptyPartial(): PartialAssessment {
  return {
    documents: [],
    records: [],
    said: [],
    divergences: [],
    keys: [],
    notChecked: [],
    declared: [],
    tables: [],
    samples: [],
    schemas: [],
    unshareable: [],
  };
}

/** Adds `part` to `whole`. The order of merging does not matter: everything is sorted at the end. */
export function mergeInto(whole: PartialAssessment, part: PartialAssessment): void {
  for (const key of [
    'documents',
    'records',
    'said',
    'divergences',
    'keys',
    'notChecked',
    'declared',
    'tables',
    'samples',
    'schemas',
    'unshareable',
  ] as const) {
    const target: unknown[] = whole[key];
    for (const item of part[key]) target.push(item);
  }
}
