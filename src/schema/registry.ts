import type { Pointer } from '../model/pointer.ts';
import { tokensOf } from '../model/pointer.ts';
import { canonicalText } from './canonical.ts';
import type { Dialect, Draft } from './dialect.ts';
import { dialectFromVocabularies, dialectOf, draftOf, drafts } from './dialect.ts';
import type { Location, Resource, SchemaSource } from './location.ts';
import { below, errorPlace, member, placeKey } from './location.ts';
import { metaschema } from './metaschemas.ts';
import { SchemaError } from './schema-error.ts';
import type { SchemaObject } from './subschemas.ts';
import { isObject, isSchema, subschemasOf } from './subschemas.ts';
import { resolveUri, splitUri } from './uri.ts';

/** How deep schemas may nest inside one file. */
const maxSchemaNesting = 200;

/** Why a reference leads nowhere. `missing` is the URI of a document that was not given. */
export interface DeadEnd {
  readonly reason: string;
  readonly missing?: string;
}

/** What a `$schema` came to. */
interface DialectFound {
  readonly dialect: Dialect;
  readonly trouble?: string;
}

/** Every schema resource by URI. Knows where references lead; fetches nothing. */
export class Registry {
  readonly #resources = new Map<string, Resource>();
  /** Every schema position that was walked, by place. */
  readonly #places = new Map<string, Location>();
  readonly #sources: ReadonlyMap<string, SchemaSource>;
  readonly #defaultDraft: Draft;

  /** Throws `SchemaError` where schemas nest too deep or two different schemas claim one identifier. */
  constructor(sources: readonly SchemaSource[], defaultDraft: Draft) {
    this.#defaultDraft = defaultDraft;
    this.#sources = new Map(sources.map((source) => [splitUri(source.uri)[0], source]));
    for (const source of sources) this.#add(source);
  }

  /** The schema that a reference in `from` means, or why there is none. */
  resolve(from: Resource, reference: string): Location | DeadEnd {
    return this.find(resolveUri(from.uri, reference));
  }

  /** The schema at an absolute URI. */
  find(target: string): Location | DeadEnd {
    const [uri, fragment] = splitUri(target);
    const resource = this.#resource(uri);
    if (resource === undefined) return { reason: `no schema file is known as \`${uri}\``, missing: uri };
    if (fragment === '') return resource.root;
    if (!fragment.startsWith('/')) {
      return resource.anchors.get(fragment) ?? { reason: `\`${uri}\` has no anchor \`${fragment}\`` };
    }
    return this.#at(resource, fragment);
  }

  /** A schema some tokens below another. */
  below(parent: Location, tokens: readonly string[]): Location {
    const pointer = below(parent.pointer, tokens);
    const known = this.#places.get(placeKey(parent.source, pointer));
    if (known !== undefined) return known;
    const value = tokens.reduce<unknown>(member, parent.value);
    return { source: parent.source, pointer, value, resource: parent.resource };
  }

  #resource(uri: string): Resource | undefined {
    const known = this.#resources.get(uri);
    if (known !== undefined) return known;
    const value = metaschema(uri);
    if (value === undefined) return undefined;
    this.#add({ uri, path: uri, value });
    return this.#resources.get(uri);
  }

  #at(resource: Resource, fragment: Pointer): Location | DeadEnd {
    let { root: at } = resource;
    for (const token of tokensOf(fragment)) {
      if (member(at.value, token) === undefined) {
        return { reason: `\`${resource.uri}\` has nothing at \`${fragment}\`` };
      }
      at = this.below(at, [token]);
    }
    if (!isSchema(at.value)) return { reason: `what stands at \`${fragment}\` is not a schema` };
    return at;
  }

  #add(source: SchemaSource): void {
    const [uri] = splitUri(source.uri);
    const dialect = dialectOf(this.#defaultDraft);
    const root = this.#rootOf({ source, uri, pointer: '', value: source.value, around: dialect });
    const retrieval = this.#resources.get(uri);
    if (retrieval === undefined) this.#resources.set(uri, root.resource);
    this.#walk(root);
  }

  /** Depth first over every schema position, with a stack of its own. */
  #walk(root: Location): void {
    const open: { readonly at: Location; readonly depth: number }[] = [{ at: root, depth: 0 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { at, depth } = next;
      if (depth > maxSchemaNesting) {
        throw new SchemaError(`Schemas nest deeper than ${maxSchemaNesting} levels.`, errorPlace(at));
      }
      this.#places.set(placeKey(at.source, at.pointer), at);
      if (!isObject(at.value)) continue;
      this.#anchor(at, at.value);
      const inner = [...subschemasOf(at.value, at.resource.dialect)].map(({ tokens, value }) =>
        this.#enter(at, below(at.pointer, tokens), value),
      );
      for (const subschema of inner.reverse()) open.push({ at: subschema, depth: depth + 1 });
    }
  }

  /** The location of a subschema; a new resource where it has an identifier. */
  #enter(parent: Location, pointer: Pointer, value: unknown): Location {
    const { source, resource } = parent;
    const id = identifierOf(value, resource.dialect);
    if (id === undefined) return { source, pointer, value, resource };
    const uri = splitUri(resolveUri(resource.uri, id))[0];
    return this.#rootOf({ source, uri, pointer, value, around: resource.dialect });
  }

  #rootOf(found: {
    readonly source: SchemaSource;
    readonly uri: string;
    readonly pointer: Pointer;
    readonly value: unknown;
    readonly around: Dialect;
  }): Location {
    const { source, pointer, value } = found;
    const { dialect, trouble } = this.#dialectFor(value, found.around);
    const id = pointer === '' ? identifierOf(value, dialect) : undefined;
    const uri = id === undefined ? found.uri : splitUri(resolveUri(found.uri, id))[0];
    const recursive = member(value, '$recursiveAnchor') === true && dialect.keywords.has('$recursiveAnchor');
    const root: { -readonly [K in keyof Omit<Location, 'resource'>]: Location[K] } & { resource?: Resource } =
      {
        source,
        pointer,
        value,
      };
    const anchors = new Map<string, Location>();
    const resource: Resource = {
      uri,
      dialect,
      trouble,
      root: root as Location,
      anchors,
      dynamicAnchors: new Map(),
      recursive,
    };
    root.resource = resource;
    this.#claim(resource);
    return resource.root;
  }

  #claim(resource: Resource): void {
    const other = this.#resources.get(resource.uri);
    if (other === undefined) {
      this.#resources.set(resource.uri, resource);
    } else if (canonicalText(other.root.value) !== canonicalText(resource.root.value)) {
      throw new SchemaError(
        `Two different schemas are called \`${resource.uri}\`; the other is \`${other.root.source.path}\`.`,
        errorPlace(resource.root),
      );
    }
  }

  #dialectFor(value: unknown, around: Dialect): DialectFound {
    const uri = member(value, '$schema');
    if (uri === undefined) return { dialect: around };
    if (typeof uri !== 'string') return { dialect: around, trouble: '`$schema` must be a URI.' };
    const draft = draftOf(uri);
    return draft === undefined ? this.#customDialect(uri, around) : { dialect: dialectOf(draft) };
  }

  /** `$schema` names a metaschema that is one of the sources. */
  #customDialect(uri: string, around: Dialect): DialectFound {
    const meta = this.#sources.get(splitUri(uri)[0])?.value ?? this.#byIdentifier(splitUri(uri)[0]);
    const base = member(meta, '$schema');
    const draft = typeof base === 'string' ? draftOf(base) : undefined;
    if (draft === undefined) {
      const trouble = `\`$schema\` names \`${uri}\`, which is not a known dialect. Known are the drafts ${drafts.join(', ')}.`;
      return { dialect: around, trouble };
    }
    const vocabulary = member(meta, '$vocabulary');
    if (!isObject(vocabulary)) return { dialect: dialectOf(draft) };
    const { dialect, unknown } = dialectFromVocabularies(draft, vocabulary);
    const [first] = unknown;
    if (first === undefined) return { dialect };
    return { dialect, trouble: `\`$schema\` requires the unknown vocabulary \`${first}\`.` };
  }

  #byIdentifier(uri: string): unknown {
    for (const { value } of this.#sources.values()) {
      const id = member(value, '$id') ?? member(value, 'id');
      if (typeof id === 'string' && splitUri(id)[0] === uri) return value;
    }
    return undefined;
  }

  #anchor(at: Location, schema: SchemaObject): void {
    const { dialect, anchors, dynamicAnchors } = at.resource;
    for (const keyword of ['$anchor', '$dynamicAnchor']) {
      const name = member(schema, keyword);
      if (typeof name !== 'string' || !dialect.keywords.has(keyword)) continue;
      anchors.set(name, at);
      if (keyword === '$dynamicAnchor') dynamicAnchors.set(name, at);
    }
    const id = member(schema, dialect.idKeyword);
    if (typeof id === 'string' && /^#./.test(id) && dialect.refStandsAlone) anchors.set(splitUri(id)[1], at);
  }
}

/** The `$id` (`id` in draft-04) that starts a new resource. A bare fragment and, up to draft-07, one beside `$ref` does not. */
function identifierOf(value: unknown, dialect: Dialect): string | undefined {
  const id = member(value, dialect.idKeyword);
  if (typeof id !== 'string' || id.startsWith('#')) return undefined;
  if (dialect.refStandsAlone && member(value, '$ref') !== undefined) return undefined;
  return id;
}
