import type { Draft } from './dialect.ts';
import type { Location } from './location.ts';
import { errorPlace, member } from './location.ts';
import { compilePattern } from './pattern/pattern.ts';
import { SchemaError } from './schema-error.ts';
import type { SchemaObject } from './subschemas.ts';
import { isObject, isSchema } from './subschemas.ts';

/** What a keyword's value must be: a test and the words for it. */
interface ValueRule {
  readonly accepts: (value: unknown, draft: Draft) => boolean;
  readonly words: string;
}

const typeNames = new Set(['null', 'boolean', 'object', 'array', 'number', 'string', 'integer']);

const isString = (value: unknown): boolean => typeof value === 'string';
const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;
const isNames = (value: unknown): boolean => Array.isArray(value) && value.every(isString);
const isSchemaList = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(isSchema);
const isSchemaMap = (value: unknown): boolean => isObject(value) && Object.values(value).every(isSchema);
const isType = (value: unknown): boolean => typeof value === 'string' && typeNames.has(value);

const string: ValueRule = { accepts: isString, words: 'a string' };
const schema: ValueRule = { accepts: isSchema, words: 'a schema' };
const schemaList: ValueRule = { accepts: isSchemaList, words: 'a list of at least one schema' };
const schemaMap: ValueRule = { accepts: isSchemaMap, words: 'an object whose members are schemas' };
const count: ValueRule = { accepts: isCount, words: 'a whole number from 0' };
const number: ValueRule = { accepts: isNumber, words: 'a number' };
const boolean: ValueRule = { accepts: isBoolean, words: 'true or false' };
const names: ValueRule = { accepts: isNames, words: 'a list of property names' };

/** `exclusiveMinimum` and its twin: a boolean in draft-04, a number since. */
const exclusiveLimit: ValueRule = {
  accepts: (value, draft) => (draft === '04' ? isBoolean(value) : isNumber(value)),
  words: 'a number (true or false in draft-04)',
};

/** One rule for several keywords: the names, separated by blanks. */
const groups: readonly (readonly [string, ValueRule])[] = [
  ['$ref $dynamicRef $recursiveRef $anchor $dynamicAnchor pattern format codelist', string],
  ['not if then else additionalProperties additionalItems contains propertyNames', schema],
  ['unevaluatedItems unevaluatedProperties', schema],
  ['allOf anyOf oneOf', schemaList],
  ['prefixItems', { accepts: (v) => Array.isArray(v) && v.every(isSchema), words: 'a list of schemas' }],
  ['properties patternProperties dependentSchemas $defs definitions', schemaMap],
  ['maxLength minLength maxItems minItems maxProperties minProperties minContains maxContains', count],
  ['maximum minimum', number],
  ['exclusiveMaximum exclusiveMinimum', exclusiveLimit],
  ['uniqueItems openCodelist $recursiveAnchor offsetRecommended', boolean],
  ['required recommended knownFields', names],
  ['multipleOf', { accepts: (v) => isNumber(v) && Number(v) > 0, words: 'a number above 0' }],
  ['enum', { accepts: Array.isArray, words: 'a list of values' }],
  [
    'type',
    {
      accepts: (v) => isType(v) || (Array.isArray(v) && v.length > 0 && v.every(isType)),
      words: `one or more of ${[...typeNames].join(', ')}`,
    },
  ],
  [
    'items',
    {
      accepts: (v, draft) => isSchema(v) || (draft !== '2020-12' && Array.isArray(v) && v.every(isSchema)),
      words: 'a schema (up to 2019-09 also a list of schemas)',
    },
  ],
  [
    'dependencies',
    {
      accepts: (v) => isObject(v) && Object.values(v).every((one) => isSchema(one) || isNames(one)),
      words: 'an object whose members are schemas or lists of property names',
    },
  ],
  [
    'dependentRequired',
    {
      accepts: (v) => isObject(v) && Object.values(v).every(isNames),
      words: 'an object whose members are lists of property names',
    },
  ],
  ['filled', { accepts: (v) => v === true || isNames(v), words: 'true or a list of words' }],
];

const rules: ReadonlyMap<string, ValueRule> = new Map(
  groups.flatMap(([keywords, rule]) => keywords.split(' ').map((keyword) => [keyword, rule] as const)),
);

/** Throws `SchemaError` where an acting keyword of the schema has an impossible value, or a pattern is none. */
export function checkKeywordValues(at: Location, acting: (keyword: string) => boolean): void {
  const schemaObject = at.value as SchemaObject;
  for (const [keyword, value] of Object.entries(schemaObject)) {
    if (!acting(keyword)) continue;
    const rule = rules.get(keyword);
    if (rule !== undefined && !rule.accepts(value, at.resource.dialect.draft)) {
      throw new SchemaError(`\`${keyword}\` must be ${rule.words}.`, errorPlace(at, keyword));
    }
    if (keyword === 'pattern') checkPattern(String(value), errorPlace(at, keyword));
    if (keyword === 'patternProperties') checkPatternKeys(at, value as SchemaObject);
  }
  checkResource(at);
}

function checkPatternKeys(at: Location, schemas: SchemaObject): void {
  for (const source of Object.keys(schemas)) {
    checkPattern(source, errorPlace(at, 'patternProperties', source));
  }
}

/** The dialect must be known, an identifier must be a string. */
function checkResource(at: Location): void {
  const { trouble, root, dialect } = at.resource;
  if (trouble !== undefined) throw new SchemaError(trouble, errorPlace(root, '$schema'));
  const id = member(at.value, dialect.idKeyword);
  if (id === undefined || typeof id === 'string') return;
  throw new SchemaError(`\`${dialect.idKeyword}\` must be a string.`, errorPlace(at, dialect.idKeyword));
}

function checkPattern(source: string, place: { readonly path: string; readonly pointer: string }): void {
  try {
    compilePattern(source);
  } catch (trouble) {
    const reason = trouble instanceof Error ? trouble.message : 'unknown reason';
    // The engine repeats the whole pattern before it says what is wrong.
    const said =
      reason
        .split(`/${source}/`)
        .at(-1)
        ?.replace(/^[a-z]*: /, '') ?? reason;
    throw new SchemaError(`The pattern \`${source.slice(0, 100)}\` cannot be used: ${said}.`, place);
  }
}
