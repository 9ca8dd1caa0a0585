import type { Alias, ParsedNode, YAMLMap } from 'yaml';
import type { Located, Tree } from '../../model/document.ts';
import type { Pointer } from '../../model/pointer.ts';
import { tokensOf } from '../../model/pointer.ts';
import type { LineIndex } from '../excerpt.ts';
import type { Yaml } from './yaml-composer.ts';
import { locatedIn } from './yaml-located.ts';
import { nameOf } from './yaml-value.ts';

/** What a tree of a YAML document is made of. */
export interface TreeSource {
  readonly yaml: Yaml;
  readonly text: string;
  readonly lines: LineIndex;
  readonly root: ParsedNode | null;
  readonly targets: ReadonlyMap<Alias, ParsedNode>;
}

interface Entry {
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
}

/** What stands at a pointer, or as near above it as there is something. */
interface Found {
  readonly node: ParsedNode | null;
  readonly key?: ParsedNode;
  readonly exact: boolean;
}

/**
 * A YAML document with places. Nothing is indexed before somebody asks, and then only the mappings on the way.
 * A value that came through an alias is found at the alias; what lies inside it, where the anchor defines it.
 */
export function yamlTree(value: unknown, pointer: Pointer, source: TreeSource): Tree {
  const finder = new NodeFinder(source);
  return {
    value,
    pointer,
    locate: (at) => finder.located(finder.find(at).node),
    locateKey(at) {
      const { key, node } = finder.find(at);
      return finder.located(key ?? node);
    },
    sourceText: (at) => finder.sourceText(at),
  };
}

class NodeFinder {
  readonly #source: TreeSource;
  readonly #entries = new Map<YAMLMap, ReadonlyMap<string, Entry>>();

  constructor(source: TreeSource) {
    this.#source = source;
  }

  find(pointer: Pointer): Found {
    let found: Found = { node: this.#source.root, exact: true };
    for (const token of tokensOf(pointer)) {
      const next = this.#step(this.#resolved(found.node), token);
      if (next === undefined) return { node: found.node, exact: false };
      found = next;
    }
    return found;
  }

  located(node: ParsedNode | null): Located {
    const [start, end] = node?.range ?? [0, 0];
    return locatedIn(this.#source, start, end);
  }

  /** What is written for a plain scalar; quoted and block text has no other reading, so it is not handed out. */
  sourceText(pointer: Pointer): string | undefined {
    const { yaml, text } = this.#source;
    const { node, exact } = this.find(pointer);
    const scalar = this.#resolved(node);
    if (!exact || !yaml.isScalar(scalar) || scalar.type !== 'PLAIN') return undefined;
    return text.slice(scalar.range[0], scalar.range[1]);
  }

  #step(node: ParsedNode | null, token: string): Found | undefined {
    const { yaml } = this.#source;
    if (yaml.isMap(node)) {
      const entry = this.#entriesOf(node as YAMLMap.Parsed).get(token);
      return entry === undefined
        ? undefined
        : { node: entry.value ?? entry.key, key: entry.key, exact: true };
    }
    if (!yaml.isSeq(node) || !/^(?:0|[1-9]\d*)$/.test(token)) return undefined;
    const item = node.items[Number(token)] as ParsedNode | null | undefined;
    return item === undefined ? undefined : { node: item, exact: true };
  }

  #resolved(node: ParsedNode | null): ParsedNode | null {
    return this.#source.yaml.isAlias(node) ? (this.#source.targets.get(node) ?? null) : node;
  }

  /** Name → pair; of a repeated name the last one, whose value was taken. */
  #entriesOf(map: YAMLMap.Parsed): ReadonlyMap<string, Entry> {
    const known = this.#entries.get(map);
    if (known !== undefined) return known;
    const entries = new Map<string, Entry>();
    for (const { key, value } of map.items) {
      const node = this.#resolved(key);
      if (this.#source.yaml.isScalar(node)) entries.set(nameOf(node), { key, value });
    }
    this.#entries.set(map, entries);
    return entries;
  }
}
