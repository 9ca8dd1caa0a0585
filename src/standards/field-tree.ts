import type { Obligation } from '../model/field.ts';
import type { Pointer } from '../model/pointer.ts';
import { child, parentOf } from '../model/pointer.ts';
import type { Location } from '../schema/location.ts';
import { member } from '../schema/location.ts';
import type { Registry } from '../schema/registry.ts';
import type { Part, SchemaObjectNames, Shape } from './schema-shape.ts';
import { makeShape } from './schema-shape.ts';

/** What the schema says of one field pattern. */
export interface SchemaField {
  readonly pointer: Pointer;
  readonly title?: string;
  readonly obligation: Obligation;
  readonly codelist?: string;
  /** Whether some schema of it asks for a time of day. */
  readonly isTime: boolean;
  readonly isScalar: boolean;
}

/** The fields that a schema lists, by pattern, with the objects they stand in. `''` is the record. */
export interface FieldTree {
  readonly fields: ReadonlyMap<Pointer, SchemaField>;
  readonly objects: ReadonlyMap<Pointer, SchemaObjectNames>;
  /** Patterns below which the schema says nothing, so that anything may be there. */
  readonly isOpenBelow: (pointer: Pointer) => boolean;
}

/** Schemas that refer to each other in circles unfold without end; the fields nearest to the record are kept. */
const maxFields = 2_000;
const maxDepth = 14;
/** How often one schema may stand on the way to a field. */
const maxVisits = 2;

interface Node {
  readonly pointer: Pointer;
  readonly shape: Shape;
  /** The schemas on the way here, this one's included. */
  readonly path: readonly string[];
  readonly depth: number;
}

/** Walks a schema through references, branches and items, breadth first. */
export function fieldTree(registry: Registry, entry: Location): FieldTree {
  return new TreeWalk(registry).from(entry);
}

/** Whether a record can have a field; undefined where the schema leaves open what stands there. */
export function hasField(tree: FieldTree, pointer: Pointer): boolean | undefined {
  if (tree.fields.has(pointer)) return true;
  for (let at = parentOf(pointer); ; at = parentOf(at)) {
    const known = at === '' || tree.fields.has(at);
    if (known) return tree.isOpenBelow(at) || tree.objects.get(at)?.freeForm === true ? undefined : false;
  }
}

class TreeWalk {
  readonly #registry: Registry;
  readonly #shapes = new Map<Location, Shape>();
  readonly #fields = new Map<Pointer, SchemaField>();
  readonly #objects = new Map<Pointer, SchemaObjectNames>();

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  from(entry: Location): FieldTree {
    const root = this.#shape([{ at: entry, always: true }]);
    const open: Node[] = [{ pointer: '', shape: root, path: root.keys, depth: 0 }];
    for (const node of open) {
      if (node.depth <= maxDepth && !isRecursive(node.path)) open.push(...this.#enter(node));
    }
    const [fields, objects] = [this.#fields, this.#objects];
    const isOpenBelow = (pointer: Pointer): boolean =>
      !objects.has(pointer) && !fields.has(`${pointer}/*`) && fields.get(pointer)?.isScalar !== true;
    return { fields, objects, isOpenBelow };
  }

  /** Takes down what stands in a node; gives the nodes inside it. */
  #enter({ pointer, shape, path, depth }: Node): Node[] {
    const inner: Node[] = [];
    if (shape.object !== undefined) this.#objects.set(pointer, shape.object);
    for (const { token, parts, obligation } of shape.members) {
      const at = token === '*' ? `${pointer}/*` : child(pointer, token);
      if (this.#fields.size >= maxFields || this.#fields.has(at)) continue;
      const found = this.#shape(parts);
      this.#fields.set(at, fieldOf(at, { shape: found, parts, obligation }));
      inner.push({ pointer: at, shape: found, path: [...path, ...found.keys], depth: depth + 1 });
    }
    return inner;
  }

  #shape(start: readonly Part[]): Shape {
    const [only] = start;
    if (start.length !== 1 || only?.always !== true) return makeShape(this.#registry, start);
    const known = this.#shapes.get(only.at);
    if (known !== undefined) return known;
    const made = makeShape(this.#registry, start);
    this.#shapes.set(only.at, made);
    return made;
  }
}

function isRecursive(path: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const key of path) {
    const count = (counts.get(key) ?? 0) + 1;
    if (count > maxVisits) return true;
    counts.set(key, count);
  }
  return false;
}

const levels: ReadonlyMap<string, Obligation> = new Map([
  ['mandatory', 'mandatory'],
  ['conditional', 'conditional'],
  ['recommended', 'recommended'],
  ['optional', 'optional'],
]);

/** Title, obligation and code list as the schemas of a field say; what stands beside a `$ref` goes before what it leads to. */
function fieldOf(
  pointer: Pointer,
  about: { readonly shape: Shape; readonly parts: readonly Part[]; readonly obligation: Obligation },
): SchemaField {
  const { shape, parts, obligation } = about;
  const level = parts
    .map(({ at }) => member(at.value, 'requirementLevel'))
    .find((one) => typeof one === 'string');
  const said = typeof level === 'string' ? levels.get(level.toLowerCase()) : undefined;
  return {
    pointer,
    isTime: shape.isTime,
    isScalar: shape.isScalar,
    obligation: obligation === 'mandatory' ? obligation : (said ?? obligation),
    ...(shape.title === undefined ? {} : { title: shape.title }),
    ...(shape.codelist === undefined ? {} : { codelist: shape.codelist }),
  };
}
