import type { FormatPolicy } from '../formats/index.ts';
import type { CodeList } from '../model/code-list.ts';
import type { Fault, NotChecked } from '../model/fault.ts';
import type { Pointer } from '../model/pointer.ts';
import type { Validator } from '../model/standard.ts';
import { draftNamed } from './dialect.ts';
import { tidyFaults } from './fault-list.ts';
import { fitsAt } from './fits.ts';
import type { Gate } from './gate.ts';
import type { Inspected } from './inspection.ts';
import { inspect } from './inspection.ts';
import type { SchemaJudge, Workshop } from './judge.ts';
import type { Location, SchemaSource } from './location.ts';
import { placeKey } from './location.ts';
import { Registry } from './registry.ts';
import { LimitReached, Run } from './run.ts';
import { SchemaError } from './schema-error.ts';
import { schemaNode } from './schema-node.ts';

/** What a validator is made from. */
export interface EngineOptions {
  /** URI (with optional fragment) of the schema that a record obeys. */
  readonly entry: string;
  /** Everything that `$ref` may reach; each also known under its own `$id`. Nothing else is ever read. */
  readonly sources: readonly SchemaSource[];
  /** The draft where `$schema` is absent: `2020-12` unless told otherwise; a draft or a `$schema` URI. */
  readonly defaultDialect?: string;
  /** A further schema (2020-12) that records must meet too. Its faults point into `fields.csv`. */
  readonly overlay?: unknown;
  readonly codelists: ReadonlyMap<string, CodeList>;
  readonly formats: FormatPolicy;
  /** What an earlier inspection of these very schemas found; they are inspected where it is missing. */
  readonly inspected?: Inspected;
}

/** A validator, and what is known of its schemas. */
export interface CompiledValidator extends Validator {
  readonly inspected: Inspected;
}

const overlaySource = 'fields.csv';

/**
 * Makes a validator for JSON Schema drafts 04, 06, 07, 2019-09 and 2020-12 and the extension keywords `codelist`, `recommended`,
 * `knownFields` and `filled`. Everything that the entry can reach is inspected at once; keywords are compiled when first needed.
 * `format` always asserts. Throws `SchemaError`.
 */
export function compileValidator(options: EngineOptions): CompiledValidator {
  return new Engine(options);
}

/** Finds a code list by id, by file name or by path. */
function listFinder(lists: ReadonlyMap<string, CodeList>): (name: string) => CodeList | undefined {
  const byName = new Map<string, CodeList>();
  for (const [id, list] of lists) {
    for (const name of [
      id,
      list.id,
      `${list.id}.csv`,
      list.path,
      list.path.slice(list.path.lastIndexOf('/') + 1),
    ]) {
      if (!byName.has(name)) byName.set(name, list);
    }
  }
  return (name) => byName.get(name);
}

class Engine implements CompiledValidator {
  readonly inspected: Inspected;
  readonly #workshop: Workshop;
  readonly #judges: readonly SchemaJudge[];
  #gate: Gate | undefined;

  constructor(options: EngineOptions) {
    const registry = registryOf(options);
    const findList = listFinder(options.codelists);
    const entries = entriesOf(options, registry);
    const { formats } = options;
    this.inspected = options.inspected ?? inspect(entries, { registry, formats, findList });
    this.#workshop = makeWorkshop({ registry, formats, findList, dynamic: this.inspected.dynamic });
    this.#judges = entries.map((entry) => this.#workshop.judgeAt(entry));
  }

  get notChecked(): readonly NotChecked[] {
    return this.inspected.notChecked;
  }

  faults(value: unknown): Fault[] {
    const run = new Run(this.inspected);
    try {
      for (const judge of this.#judges) judge.explain(value, run, '');
      return tidyFaults(run, value);
    } catch (trouble) {
      return [this.#limitFault(trouble)];
    }
  }

  conforms(value: unknown): boolean {
    if (this.#gate?.(value) === true) return true;
    const run = new Run(this.inspected);
    try {
      return this.#judges.every((judge) => judge.test(value, run));
    } catch (trouble) {
      this.#limitFault(trouble);
      return false;
    }
  }

  fits(field: Pointer, value: unknown): boolean | undefined {
    try {
      return fitsAt(this.#judges, field, { value, workshop: this.#workshop, run: new Run(this.inspected) });
    } catch (trouble) {
      this.#limitFault(trouble);
      return false;
    }
  }

  async prepareBulk(): Promise<void> {
    if (this.#gate !== undefined) return;
    const { makeGate } = await import('./gate.ts');
    const entries = this.#judges.map(({ location }) => location);
    this.#gate = await makeGate(entries, { workshop: this.#workshop, recursive: this.inspected.recursive });
  }

  /** A value too deep or too costly to judge is no conforming value. Any other trouble is ours and goes on. */
  #limitFault(trouble: unknown): Fault {
    const isLimit = trouble instanceof LimitReached || trouble instanceof RangeError;
    if (!isLimit) throw trouble;
    const reason = trouble instanceof LimitReached ? trouble.message : 'it nests too deep';
    const [judge] = this.#judges;
    const place = judge === undefined ? '' : `${judge.location.source.path}#${judge.location.pointer}`;
    return { keyword: 'limit', pointer: '', schemaPointer: place, expected: null, detail: { reason } };
  }
}

function registryOf({ sources, overlay, defaultDialect }: EngineOptions): Registry {
  const all = [...sources];
  if (overlay !== undefined) {
    const $schema = 'https://json-schema.org/draft/2020-12/schema';
    const value = typeof overlay === 'object' ? { $schema, ...overlay } : overlay;
    all.push({ uri: `concordat:${overlaySource}`, path: overlaySource, value });
  }
  return new Registry(all, draftNamed(defaultDialect));
}

function entriesOf(options: EngineOptions, registry: Registry): Location[] {
  const names =
    options.overlay === undefined ? [options.entry] : [options.entry, `concordat:${overlaySource}`];
  return names.map((name) => {
    const found = registry.find(name);
    if (!('reason' in found)) return found;
    throw new SchemaError(`The schema \`${name}\` cannot be found: ${found.reason}.`, {
      path: name,
      pointer: '',
    });
  });
}

function makeWorkshop(parts: {
  readonly registry: Registry;
  readonly formats: FormatPolicy;
  readonly findList: (name: string) => CodeList | undefined;
  readonly dynamic: boolean;
}): Workshop {
  const { registry } = parts;
  const judges = new Map<string, SchemaJudge>();
  const workshop: Workshop = {
    formats: parts.formats,
    dynamic: parts.dynamic,
    findList: parts.findList,
    below: (location, tokens) => registry.below(location, tokens),
    target(location, reference) {
      const found = registry.resolve(location.resource, reference);
      if (!('reason' in found)) return found;
      throw new Error(`uninspected reference ${reference}`);
    },
    judgeAt(location) {
      const key = placeKey(location.source, location.pointer);
      let judge = judges.get(key);
      if (judge === undefined) {
        judge = schemaNode(location, workshop);
        judges.set(key, judge);
      }
      return judge;
    },
  };
  return workshop;
}
