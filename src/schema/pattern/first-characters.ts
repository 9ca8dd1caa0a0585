import type { Tree } from './syntax-tree.ts';

/**
 * Characters that a text may go on with, as a bit for each sample: all of ASCII, and a few that stand for the rest
 * (Latin, Chinese, a space, an astral character). Two sets without a common sample are taken to be apart.
 */
export type Characters = bigint;

const samples = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  'é',
  'ß',
  '\u00a0',
  '中',
  '年',
  '０',
  '𠮷',
];

export const anyCharacter: Characters = (1n << BigInt(samples.length)) - 1n;
export const noCharacter: Characters = 0n;

/** What a pattern may begin with, and whether it may match nothing at all. */
export interface First {
  readonly characters: Characters;
  readonly nullable: boolean;
}

const nothing: First = { characters: noCharacter, nullable: true };
const known = new WeakMap<Tree, First>();

export function firstOf(tree: Tree): First {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const first = find(tree);
  known.set(tree, first);
  return first;
}

function find(tree: Tree): First {
  switch (tree.kind) {
    case 'one':
      return { characters: charactersOf(tree.source), nullable: false };
    case 'sequence':
      return sequence(tree.parts);
    case 'choice': {
      const options = tree.options.map(firstOf);
      const characters = options.reduce((sum, option) => sum | option.characters, noCharacter);
      return { characters, nullable: options.some(({ nullable }) => nullable) };
    }
    case 'repeat': {
      const { characters, nullable } = firstOf(tree.body);
      return { characters, nullable: nullable || tree.min === 0 };
    }
    case 'back':
      return { characters: anyCharacter, nullable: true };
    default:
      return nothing;
  }
}

function sequence(parts: readonly Tree[]): First {
  let characters = noCharacter;
  for (const part of parts) {
    const first = firstOf(part);
    characters |= first.characters;
    if (!first.nullable) return { characters, nullable: false };
  }
  return { characters, nullable: true };
}

function charactersOf(source: string): Characters {
  let matcher: RegExp;
  try {
    matcher = new RegExp(`^(?:${source})$`, 'su');
  } catch {
    return anyCharacter;
  }
  return samples.reduce(
    (sum, sample, index) => (matcher.test(sample) ? sum | (1n << BigInt(index)) : sum),
    noCharacter,
  );
}
