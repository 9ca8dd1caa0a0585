import type { Pointer } from '../model/pointer.ts';
import { escapeToken } from '../model/pointer.ts';
import { anyDraftKeywords } from '../schema/dialect.ts';
import type { Location } from '../schema/location.ts';
import { member } from '../schema/location.ts';
import type { Registry } from '../schema/registry.ts';
import { isObject } from '../schema/subschemas.ts';
import { inPlace } from './schema-shape.ts';
import { referencesOf } from './schema-walk.ts';

/** How a document under a bare schema falls into records. */
export type RecordPlan =
  /** The document is one record; where `orList` is true it may also be a list of them. */
  | { readonly kind: 'whole'; readonly orList: boolean }
  /** The elements of an array are records, what stands around them is judged as an envelope. */
  | {
      readonly kind: 'split';
      readonly at: Pointer;
      readonly items: Location;
      /** What the schema calls an element: its title, else the property that holds the elements. */
      readonly name: string;
    };

/** Keywords of the root that look at no element of the array: at the object itself, its names, or other members. */
const harmlessAround: ReadonlySet<string> = new Set(
  `type properties required additionalProperties patternProperties minProperties maxProperties propertyNames dependentRequired
   dependencies $defs definitions recommended`.split(/\s+/),
);
/** Keywords of the array besides `items` that are judged as well when it stands empty. */
const harmlessInArray: ReadonlySet<string> = new Set(['type', 'items']);

/**
 * Decides whether the records of a document can be judged one by one. Verdicts must stay those of judging the whole, so a
 * document is split only where nothing but `items` of one array looks at its elements: any keyword that compares or counts
 * elements, any branch, reference or dynamic scope around them, and the document stays whole.
 */
export function planRecords(registry: Registry, root: Location, dynamic: boolean): RecordPlan {
  const whole: RecordPlan = { kind: 'whole', orList: isForObjects(registry, root) };
  if (dynamic || !isObject(root.value)) return whole;
  if (member(root.value, 'type') === 'array') return splitList(registry, root) ?? whole;
  return splitMember(registry, root) ?? whole;
}

/** `{type: array, items: …}` and nothing more. */
function splitList(registry: Registry, root: Location): RecordPlan | undefined {
  const items = itemsOf(registry, root);
  return items === undefined
    ? undefined
    : { kind: 'split', at: '/*', items, name: titleOf(registry, items) ?? 'record' };
}

function splitMember(registry: Registry, root: Location): RecordPlan | undefined {
  const properties = member(root.value, 'properties');
  if (member(root.value, 'type') !== 'object' || !isObject(properties)) return undefined;
  if (!onlyKeywords(root, harmlessAround) || hasSchemaDependencies(root)) return undefined;
  const names = Object.keys(properties);
  const arrays = names.filter((name) => mayBeArray(registry, registry.below(root, ['properties', name])));
  const [property] = arrays;
  if (property === undefined || arrays.length > 1 || matchesPattern(root)) return undefined;
  const array = registry.below(root, ['properties', property]);
  if (member(array.value, 'type') !== 'array') return undefined;
  const items = itemsOf(registry, array);
  return items === undefined
    ? undefined
    : {
        kind: 'split',
        at: `/${escapeToken(property)}/*`,
        items,
        name: titleOf(registry, items) ?? property,
      };
}

/** The schema of the elements, where an array schema has nothing else to say of them and they are objects. */
function itemsOf(registry: Registry, array: Location): Location | undefined {
  if (!onlyKeywords(array, harmlessInArray) || !isObject(member(array.value, 'items'))) return undefined;
  const items = registry.below(array, ['items']);
  const holdsRecords = referencesOf(items).length > 0 || isForObjects(registry, items);
  return holdsRecords ? items : undefined;
}

/** The title of a schema, else that of the one it refers to. */
function titleOf(registry: Registry, schema: Location): string | undefined {
  const titles = inPlaceOf(registry, schema).map(({ value }) => member(value, 'title'));
  return titles.find((title): title is string => typeof title === 'string' && title.trim() !== '')?.trim();
}

/** No keyword that acts in any draft besides the given ones. */
function onlyKeywords({ value }: Location, allowed: ReadonlySet<string>): boolean {
  return (
    isObject(value) &&
    Object.keys(value).every((keyword) => allowed.has(keyword) || !anyDraftKeywords.has(keyword))
  );
}

/** A dependency that is a schema looks at the whole object; a list of names does not. */
function hasSchemaDependencies({ value }: Location): boolean {
  const dependencies = member(value, 'dependencies');
  return isObject(dependencies) && Object.values(dependencies).some((one) => !Array.isArray(one));
}

/** A pattern might name the array too and say more about it. */
function matchesPattern({ value }: Location): boolean {
  const patterns = member(value, 'patternProperties');
  return isObject(patterns) && Object.keys(patterns).length > 0;
}

/** Whether a property says that it can be an array: then it is not clear which array holds the records. */
function mayBeArray(registry: Registry, property: Location): boolean {
  return inPlaceOf(registry, property).some(({ value }) => {
    const type = member(value, 'type');
    const isTyped = type === 'array' || (Array.isArray(type) && type.includes('array'));
    return (
      isTyped || ['items', 'prefixItems', 'contains'].some((keyword) => member(value, keyword) !== undefined)
    );
  });
}

/** Whether a schema is meant for objects and for nothing else. */
function isForObjects(registry: Registry, schema: Location): boolean {
  const all = inPlaceOf(registry, schema);
  const types = all.map(({ value }) => member(value, 'type')).filter((type) => type !== undefined);
  if (types.some((type) => type === 'array' || (Array.isArray(type) && type.includes('array')))) return false;
  if (types.includes('object')) return true;
  return (
    types.length === 0 &&
    all.some(({ value }) => isObject(member(value, 'properties')) || Array.isArray(member(value, 'required')))
  );
}

/** A schema and all that judge the same value with it. */
function inPlaceOf(registry: Registry, at: Location): Location[] {
  return inPlace(registry, [{ at, always: true }]).map((part) => part.at);
}
