/** The drafts of JSON Schema in the order they appeared. */
export const drafts = ['04', '06', '07', '2019-09', '2020-12'] as const;
export type Draft = (typeof drafts)[number];

/** What a schema's `$schema` means: its draft and the keywords that act in it. */
export interface Dialect {
  readonly draft: Draft;
  /** The keyword that names a schema: `id` in draft-04, `$id` since. */
  readonly idKeyword: 'id' | '$id';
  /** Whether `$ref` silences the keywords beside it (up to draft-07). */
  readonly refStandsAlone: boolean;
  readonly keywords: ReadonlySet<string>;
}

type Vocabulary = 'core' | 'applicator' | 'validation' | 'format' | 'unevaluated' | 'extension';

const extensions = 'codelist openCodelist recommended knownFields filled offsetRecommended';
/** Our own keywords; they act in every dialect, also beside `$ref`. */
export const extensionKeywords: ReadonlySet<string> = new Set(extensions.split(' '));

/** Keyword families: vocabulary, first and last draft (as index into `drafts`), names. */
const families: readonly (readonly [Vocabulary, number, number, string])[] = [
  ['core', 0, 4, '$ref $defs definitions'],
  ['core', 3, 4, '$anchor'],
  ['core', 3, 3, '$recursiveRef $recursiveAnchor'],
  ['core', 4, 4, '$dynamicRef $dynamicAnchor'],
  [
    'applicator',
    0,
    4,
    'properties patternProperties additionalProperties items allOf anyOf oneOf not dependencies',
  ],
  ['applicator', 0, 3, 'additionalItems'],
  ['applicator', 1, 4, 'contains propertyNames'],
  ['applicator', 2, 4, 'if then else'],
  ['applicator', 3, 4, 'dependentSchemas'],
  ['applicator', 4, 4, 'prefixItems'],
  ['unevaluated', 3, 4, 'unevaluatedItems unevaluatedProperties'],
  ['validation', 0, 4, 'type enum multipleOf maximum exclusiveMaximum minimum exclusiveMinimum'],
  ['validation', 0, 4, 'maxLength minLength pattern maxItems minItems uniqueItems'],
  ['validation', 0, 4, 'maxProperties minProperties required'],
  ['validation', 1, 4, 'const'],
  ['validation', 3, 4, 'minContains maxContains dependentRequired'],
  ['format', 0, 4, 'format'],
  ['extension', 0, 4, extensions],
];

/** Every keyword that acts in at least one draft. */
export const anyDraftKeywords: ReadonlySet<string> = new Set(
  families.flatMap((family) => family[3].split(' ')),
);

/** Canonical metaschema URIs, without an empty fragment. */
const uris: ReadonlyMap<string, Draft> = new Map([
  ['http://json-schema.org/draft-04/schema', '04'],
  ['http://json-schema.org/draft-06/schema', '06'],
  ['http://json-schema.org/draft-07/schema', '07'],
  ['https://json-schema.org/draft/2019-09/schema', '2019-09'],
  ['https://json-schema.org/draft/2020-12/schema', '2020-12'],
]);

/** The draft that a `$schema` value names; http and https, with or without `#`, are one. */
export function draftOf(uri: string): Draft | undefined {
  const bare = uri.replace(/#$/, '');
  return (
    uris.get(bare) ?? uris.get(bare.replace(/^https:/, 'http:')) ?? uris.get(bare.replace(/^http:/, 'https:'))
  );
}

/** A draft by name (`07`, `draft-07`) or `$schema` URI; 2020-12 where nothing is said or meant. */
export function draftNamed(name: string | undefined): Draft {
  if (name === undefined) return '2020-12';
  const bare = name.replace(/^draft-/, '');
  return drafts.find((draft) => draft === bare || draft === `0${bare}`) ?? draftOf(name) ?? '2020-12';
}

const allVocabularies: ReadonlySet<Vocabulary> = new Set<Vocabulary>([
  'core',
  'applicator',
  'validation',
  'format',
  'unevaluated',
  'extension',
]);

function dialectWith(draft: Draft, vocabularies: ReadonlySet<Vocabulary>): Dialect {
  const index = drafts.indexOf(draft);
  const keywords = families
    .filter(([vocabulary, from, to]) => vocabularies.has(vocabulary) && from <= index && index <= to)
    .flatMap((family) => family[3].split(' '));
  return {
    draft,
    idKeyword: draft === '04' ? 'id' : '$id',
    refStandsAlone: index <= 2,
    keywords: new Set(keywords),
  };
}

const wholeDialects: ReadonlyMap<Draft, Dialect> = new Map(
  drafts.map((draft) => [draft, dialectWith(draft, allVocabularies)]),
);

/** The dialect in which every keyword of a draft acts. */
export function dialectOf(draft: Draft): Dialect {
  return wholeDialects.get(draft) ?? dialectWith(draft, allVocabularies);
}

const vocabularyUri = /^https:\/\/json-schema\.org\/draft\/20(?:19-09|20-12)\/vocab\/([a-z-]+)$/;
/** The official vocabularies and what acts because of them; some assert nothing. */
const meaning: ReadonlyMap<string, readonly Vocabulary[]> = new Map<string, readonly Vocabulary[]>([
  ['core', ['core']],
  ['applicator', ['applicator']],
  ['unevaluated', ['unevaluated']],
  ['validation', ['validation']],
  ['format', ['format']],
  ['format-annotation', ['format']],
  ['format-assertion', ['format']],
  ['meta-data', []],
  ['content', []],
]);

/**
 * The dialect that a metaschema's `$vocabulary` describes. `unknown` lists vocabularies that it requires and nobody here understands.
 * `format` always asserts; before 2020-12 `unevaluated*` belongs to the applicators.
 */
export function dialectFromVocabularies(
  draft: Draft,
  vocabulary: Readonly<Record<string, unknown>>,
): { readonly dialect: Dialect; readonly unknown: readonly string[] } {
  const named = new Set<Vocabulary>(['core', 'format', 'extension']);
  const unknown: string[] = [];
  for (const [uri, required] of Object.entries(vocabulary)) {
    const meant = meaning.get(vocabularyUri.exec(uri)?.[1] ?? '');
    if (meant === undefined && required === true) unknown.push(uri);
    for (const one of meant ?? []) named.add(one);
  }
  if (draft === '2019-09' && named.has('applicator')) named.add('unevaluated');
  return { dialect: dialectWith(draft, named), unknown };
}
