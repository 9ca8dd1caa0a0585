import type { CST } from 'yaml';
import type { Yaml } from './yaml-composer.ts';

type Parser = InstanceType<Yaml['Parser']>;

/**
 * The library's parser with lighter lists. When a list in brackets ends, the library deletes two properties of every item, which
 * makes a hash table of each and doubles the memory of a long list. The same is done here before, with new items. To that
 * end its `pop` is replaced, which is not in its public types; should a later version ignore that, it only needs more memory.
 */
export function leanParser(yaml: Yaml, offset: number): Parser {
  const parser = new yaml.Parser();
  parser.offset = offset;
  const pop: unknown = Reflect.get(parser, 'pop');
  if (typeof pop !== 'function') return parser;
  function* lighterPop(error?: CST.Token): Generator<CST.Token, void> {
    const top = parser.stack.at(-1);
    if (error === undefined && top?.type === 'flow-collection') lighten(top);
    yield* Reflect.apply(pop as (error?: CST.Token) => Generator<CST.Token, void>, parser, [error]);
  }
  Object.assign(parser, { pop: lighterPop });
  return parser;
}

/** What was taken for a key, until no colon followed, is the value of the item. */
function lighten({ start, items }: CST.FlowCollection): void {
  if (start.type !== 'flow-seq-start') return;
  for (const [index, item] of items.entries()) {
    const { key } = item;
    if (item.value || !isText(key) || key.end !== undefined || isPair(item)) continue;
    key.end = item.sep ?? [];
    items[index] = { start: item.start, value: key };
  }
}

function isPair({ start, sep }: CST.CollectionItem): boolean {
  return (
    sep === undefined ||
    start.some(({ type }) => type === 'explicit-key-ind') ||
    sep.some(({ type }) => type === 'map-value-ind')
  );
}

function isText(key: CST.Token | null | undefined): key is CST.FlowScalar {
  const type = key?.type;
  return (
    type === 'scalar' ||
    type === 'single-quoted-scalar' ||
    type === 'double-quoted-scalar' ||
    type === 'alias'
  );
}
