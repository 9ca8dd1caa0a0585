import { yamlReader } from '../../../src/documents/yaml/yaml.ts';
import type { DocumentFault, Limits, Tree } from '../../../src/model/document.ts';
import { placeText } from '../../../src/model/place.ts';

export const limits: Limits = {
  depth: { json: 1000, yaml: 100 },
  recordBytes: 1 << 20,
  documentBytes: 1 << 26,
  nodes: 1_000_000,
  zip: { entryBytes: 1, totalBytes: 1, entries: 1, ratio: 1 },
};

/** Everything a YAML text gives, the trees and the faults apart. */
export async function readYaml(
  input: string | Uint8Array,
  changed: Partial<Limits> = {},
): Promise<{ trees: Tree[]; faults: DocumentFault[] }> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const source = {
    path: 'catalogue.yaml',
    async *chunks() {
      yield bytes;
    },
  };
  const trees: Tree[] = [];
  const faults: DocumentFault[] = [];
  for await (const parts of yamlReader.read(source, { recordsAt: [], limits: { ...limits, ...changed } })) {
    for (const part of parts) {
      if (part.kind === 'tree') trees.push(part.tree);
      else if (part.kind === 'fault') faults.push(part.fault);
    }
  }
  return { trees, faults };
}

/** The only tree of a text that has no fault. */
export async function treeOf(text: string): Promise<Tree> {
  const { trees, faults } = await readYaml(text);
  const [tree] = trees;
  if (tree === undefined || faults.length > 0) throw new Error(`No clean tree: ${told(faults).join('; ')}`);
  return tree;
}

/** Faults in one line each: `document/syntax not-yaml 2:3 /pointer`. */
export function told(faults: readonly DocumentFault[]): string[] {
  return faults.map(({ check, reason, place, pointer }) =>
    [check, reason, place === undefined ? '-' : placeText(place), pointer ?? ''].join(' ').trimEnd(),
  );
}
