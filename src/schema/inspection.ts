import type { FormatPolicy } from '../formats/index.ts';
import type { CodeList } from '../model/code-list.ts';
import type { NotChecked, TextPair } from '../model/fault.ts';
import { unchecked } from '../model/fault.ts';
import { anyDraftKeywords, extensionKeywords } from './dialect.ts';
import { checkKeywordValues } from './keyword-values.ts';
import type { Location } from './location.ts';
import { errorPlace, member, placeKey } from './location.ts';
import { loopIn } from './loops.ts';
import type { Registry } from './registry.ts';
import { SchemaError } from './schema-error.ts';
import type { SchemaObject } from './subschemas.ts';
import { inPlaceKeywords, isObject, storeKeywords, subschemasOf } from './subschemas.ts';

const referenceKeywords = ['$ref', '$dynamicRef', '$recursiveRef'] as const;

/** Keywords that say something about a value without asserting anything, in any draft. */
const annotations: ReadonlySet<string> = new Set(
  `$schema $id id $comment $vocabulary $defs definitions title description default example examples readOnly writeOnly deprecated
   contentEncoding contentMediaType contentSchema requirementLevel propertyOrder openCodelist
   version titles comment`.split(/\s+/),
);

/** What the schemas behind an entry are made of. */
export interface Inspection {
  readonly notChecked: readonly NotChecked[];
  /** Every schema that can be reached, in the order it was met. */
  readonly reached: readonly Location[];
  /** Whether a schema can be reached from itself, so that values of any depth may be judged. */
  readonly recursive: boolean;
  /** Whether `$dynamicRef` or `$recursiveRef` acts somewhere: the dynamic scope must then be kept. */
  readonly dynamic: boolean;
}

/** What is worth keeping of an inspection: plain data, so that sound schemas need not be inspected at every run. */
export type Inspected = Pick<Inspection, 'notChecked' | 'recursive' | 'dynamic'>;

export interface InspectionOptions {
  readonly registry: Registry;
  readonly formats: FormatPolicy;
  readonly findList: (name: string) => CodeList | undefined;
}

/** Whether a keyword acts in the schema at this place: known to its dialect and not silenced by a `$ref` beside it. */
export function actsAt(at: Location, keyword: string): boolean {
  const { dialect } = at.resource;
  if (!dialect.keywords.has(keyword)) return false;
  if (!dialect.refStandsAlone || keyword === '$ref' || extensionKeywords.has(keyword)) return true;
  return typeof member(at.value, '$ref') !== 'string';
}

/**
 * Walks every schema that `entries` can reach, through references. Throws `SchemaError` for a reference that leads nowhere, a
 * keyword with an impossible value, an unknown code list or dialect, and a `$ref` that leads back to itself.
 */
export function inspect(entries: readonly Location[], options: InspectionOptions): Inspection {
  const walk = new Walk(options);
  return walk.from(entries);
}

class Walk {
  readonly #options: InspectionOptions;
  readonly #reached = new Map<string, Location>();
  /** Schema → schemas that judge the same value on its behalf. */
  readonly #inPlace = new Map<string, string[]>();
  /** Schema → schemas it hands the value or its members on to. */
  readonly #next = new Map<string, string[]>();
  readonly #notChecked = new Map<string, NotChecked>();
  #open: Location[] = [];
  #dynamic = false;

  constructor(options: InspectionOptions) {
    this.#options = options;
  }

  from(entries: readonly Location[]): Inspection {
    this.#open = [...entries].reverse();
    for (let at = this.#open.pop(); at !== undefined; at = this.#open.pop()) {
      const key = placeKey(at.source, at.pointer);
      if (this.#reached.has(key)) continue;
      this.#reached.set(key, at);
      if (isObject(at.value)) this.#visit(at, at.value, key);
    }
    this.#refuseLoops();
    return {
      notChecked: [...this.#notChecked.values()],
      reached: [...this.#reached.values()],
      dynamic: this.#dynamic,
      recursive: this.#dynamic || loopIn(this.#next) !== undefined,
    };
  }

  #visit(at: Location, schema: SchemaObject, key: string): void {
    checkKeywordValues(at, (keyword) => actsAt(at, keyword));
    this.#noteUnchecked(at, schema);
    this.#checkList(at);
    const next: Location[] = [];
    const inPlace: string[] = [];
    for (const keyword of referenceKeywords) {
      if (!actsAt(at, keyword) || !Object.hasOwn(schema, keyword)) continue;
      const target = this.#follow(at, keyword, String(schema[keyword]));
      next.push(target);
      if (keyword === '$ref') inPlace.push(placeKey(target.source, target.pointer));
      else this.#dynamic = true;
    }
    for (const { keyword, tokens } of subschemasOf(schema, at.resource.dialect)) {
      if (storeKeywords.has(keyword)) continue;
      const inner = this.#options.registry.below(at, tokens);
      next.push(inner);
      if (inPlaceKeywords.has(keyword)) inPlace.push(placeKey(inner.source, inner.pointer));
    }
    this.#inPlace.set(key, inPlace);
    this.#next.set(
      key,
      next.map(({ source, pointer }) => placeKey(source, pointer)),
    );
    this.#later(next);
  }

  /** One by one: a schema may have more members than a call may have arguments. */
  #later(next: readonly Location[]): void {
    for (const inner of next.toReversed()) this.#open.push(inner);
  }

  #follow(at: Location, keyword: string, reference: string): Location {
    const target = this.#options.registry.resolve(at.resource, reference);
    if ('reason' in target) {
      throw new SchemaError(
        `\`${keyword}\` \`${reference}\` leads nowhere: ${target.reason}.`,
        errorPlace(at, keyword),
      );
    }
    return target;
  }

  #checkList(at: Location): void {
    const name = member(at.value, 'codelist');
    if (typeof name !== 'string' || this.#options.findList(name) !== undefined) return;
    throw new SchemaError(`The code list \`${name}\` does not exist.`, errorPlace(at, 'codelist'));
  }

  #noteUnchecked(at: Location, schema: SchemaObject): void {
    const { draft } = at.resource.dialect;
    for (const [keyword, value] of Object.entries(schema)) {
      if (actsAt(at, keyword)) {
        if (keyword === 'format') this.#noteFormat(at, String(value));
      } else if (!isAnnotation(keyword)) {
        const reason = reasonFor(at, keyword, draft);
        this.#note([`keyword \`${keyword}\``, `关键字 \`${keyword}\``], reason, errorPlace(at, keyword));
      }
    }
  }

  #noteFormat(at: Location, format: string): void {
    if (this.#options.formats.check(format, '') !== undefined) return;
    this.#note(
      [`format \`${format}\``, `格式 \`${format}\``],
      ['the format is not known', '未知格式'],
      errorPlace(at, 'format'),
    );
  }

  #note(what: TextPair, reason: TextPair, place: { readonly path: string; readonly pointer: string }): void {
    const where = `${place.path}#${place.pointer}`;
    this.#notChecked.set(`${what[0]} ${where}`, unchecked(what, where, reason));
  }

  /** A schema that judges a value only by way of itself never comes to an end. */
  #refuseLoops(): void {
    const key = loopIn(this.#inPlace);
    const at = key === undefined ? undefined : this.#reached.get(key);
    if (at === undefined) return;
    const keyword = member(at.value, '$ref') === undefined ? [] : ['$ref'];
    throw new SchemaError(
      'This schema refers to itself for the same value, without end.',
      errorPlace(at, ...keyword),
    );
  }
}

function isAnnotation(keyword: string): boolean {
  return annotations.has(keyword) || /^(?:x-|_|\$\$|\/\/)/.test(keyword);
}

function reasonFor(at: Location, keyword: string, draft: string): TextPair {
  if (!anyDraftKeywords.has(keyword)) return ['the keyword is not known', '未知关键字'];
  if (at.resource.dialect.keywords.has(keyword))
    return [
      `beside \`$ref\` it has no effect in draft-${draft}`,
      `在 draft-${draft} 中与 \`$ref\` 并列时不起作用`,
    ];
  return [`it is no keyword of draft ${draft}`, `不是 draft ${draft} 的关键字`];
}
