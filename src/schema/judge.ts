import type { FormatPolicy } from '../formats/index.ts';
import type { CodeList } from '../model/code-list.ts';
import type { Fault } from '../model/fault.ts';
import type { Pointer } from '../model/pointer.ts';
import { child } from '../model/pointer.ts';
import type { Draft } from './dialect.ts';
import type { Location } from './location.ts';
import type { Run } from './run.ts';
import type { SchemaObject } from './subschemas.ts';

/** Something that accepts or refuses values: a schema, or one keyword of it. */
export interface Judge {
  /** The verdict, at the first fault. */
  test(value: unknown, run: Run): boolean;
  /** The same verdict with reasons: reports at least one fault if and only if `test` gives false. */
  explain(value: unknown, run: Run, at: Pointer): void;
}

/** The kinds of value that keywords tell apart. */
export const kinds = ['null', 'boolean', 'number', 'string', 'array', 'object'] as const;
export type Kind = (typeof kinds)[number];

export function kindOf(value: unknown): Kind {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'object') {
    if (value === null) return 'null';
    return Array.isArray(value) ? 'array' : 'object';
  }
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'number' || typeof value === 'bigint' ? 'number' : 'null';
}

/** One keyword of one schema, compiled. */
export interface Check extends Judge {
  readonly keyword: string;
  /** The kind of value it has anything to say about; `undefined` for all. */
  readonly kind: Kind | undefined;
}

/** A compiled schema. */
export interface SchemaJudge extends Judge {
  readonly location: Location;
}

/** What compiling a keyword may ask for. */
export interface Workshop {
  readonly formats: FormatPolicy;
  /** Whether the dynamic scope matters. */
  readonly dynamic: boolean;
  findList(name: string): CodeList | undefined;
  /** The compiled schema at a place; made at its first use. */
  judgeAt(location: Location): SchemaJudge;
  /** The place some tokens below another. */
  below(location: Location, tokens: readonly string[]): Location;
  /** Where a reference in a schema leads. Always somewhere, since the schema was inspected. */
  target(location: Location, reference: string): Location;
}

/** One keyword in one schema, before it is compiled. */
export class Site {
  readonly keyword: string;
  readonly value: unknown;
  readonly location: Location;
  readonly workshop: Workshop;
  readonly #acts: (keyword: string) => boolean;

  constructor(
    keyword: string,
    around: {
      readonly location: Location;
      readonly workshop: Workshop;
      readonly acts: (keyword: string) => boolean;
    },
  ) {
    this.keyword = keyword;
    this.location = around.location;
    this.workshop = around.workshop;
    this.#acts = around.acts;
    this.value = this.schema[keyword];
  }

  get schema(): SchemaObject {
    return this.location.value as SchemaObject;
  }

  get draft(): Draft {
    return this.location.resource.dialect.draft;
  }

  /** The value of another keyword of the same schema, if it acts. */
  beside(keyword: string): unknown {
    return Object.hasOwn(this.schema, keyword) && this.#acts(keyword) ? this.schema[keyword] : undefined;
  }

  /** A subschema some tokens below this keyword. */
  inner(...tokens: readonly string[]): SchemaJudge {
    return this.workshop.judgeAt(this.workshop.below(this.location, [this.keyword, ...tokens]));
  }

  get schemaPointer(): string {
    return `${this.location.source.path}#${child(this.location.pointer, this.keyword)}`;
  }

  /** A fault of this keyword. */
  fault(pointer: Pointer, more: Partial<Fault> = {}): Fault {
    return {
      keyword: this.keyword,
      pointer,
      schemaPointer: this.schemaPointer,
      expected: this.value,
      ...more,
    };
  }
}

/** Compiles one keyword. `undefined` where it asserts nothing. */
export type KeywordCompiler = (site: Site) => Check | undefined;

/** A check of the value alone, without subschemas. `more` adds facts to its fault. */
export function assertion<T>(
  site: Site,
  kind: Kind | undefined,
  rule: {
    readonly holds: (value: T) => boolean;
    readonly more?: (value: T) => Partial<Fault>;
  },
): Check {
  const { holds, more } = rule;
  return {
    keyword: site.keyword,
    kind,
    test: (value) => holds(value as T),
    explain(value, run, at) {
      if (!holds(value as T)) run.report(site.fault(at, more?.(value as T)));
    },
  };
}
