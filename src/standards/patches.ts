import { setOwn } from '../model/own-property.ts';
import type { Pointer } from '../model/pointer.ts';
import { lastToken, parentOf, tokensOf } from '../model/pointer.ts';
import { didYouMean } from './broken-standard.ts';
import { shallowCopy } from './merge-patch.ts';
import type { PatchData, SchemaFile } from './package-data.ts';
import type { PlacedText } from './package-files.ts';
import { isPattern, Reading } from './reading.ts';
import type { FindPatch } from './schema-failure.ts';

const operations = ['replace', 'remove', 'add'] as const;

/**
 * Applies `patches.yaml`, a list of {file, pointer, op, value, reason}, to the schemas: declared repairs of files that
 * cannot be edited. A pointer that leads nowhere is refused, so that a repair never outlives what it mends.
 */
export function applyPatches(
  text: PlacedText,
  schemas: readonly SchemaFile[],
): { readonly schemas: SchemaFile[]; readonly patches: PatchData[]; readonly findPatch: FindPatch } {
  const values = new Map(schemas.map(({ path, value }) => [path, value]));
  const places: { readonly patch: PatchData; readonly value: Reading | undefined }[] = [];
  const patches = new Reading(text).items().map((item): PatchData => {
    const keys = item.members(['file', 'pointer', 'op', 'value', 'reason']);
    const need = (name: string): Reading => keys.get(name) ?? item.refuse(`The patch has no \`${name}\`.`);
    const file = need('file');
    if (!values.has(file.string()))
      file.refuse(`The package has no schema ${file.string()}.`, didYouMean(file.string(), values.keys()));
    const pointer = need('pointer');
    if (!isPattern(pointer.string()))
      pointer.refuse('`pointer` must be a JSON Pointer such as /properties/title.');
    const patch = {
      file: file.string(),
      pointer: pointer.string(),
      op: need('op').oneOf(operations),
      reason: need('reason').string(),
    };
    const value = patch.op === 'remove' ? undefined : need('value');
    places.push({ patch, value });
    const patched = edited(values.get(patch.file), patch, value?.value);
    if (patched === undefined)
      pointer.refuse(`${patch.file} has nothing at ${patch.pointer} to ${patch.op}.`);
    else values.set(patch.file, patched.value);
    return patch;
  });
  const findPatch: FindPatch = (path, pointer) => {
    const last = places.findLast(({ patch }) => patch.file === path && isInside(pointer, patch.pointer));
    return last?.value?.text.at(last.value.pointer + pointer.slice(last.patch.pointer.length));
  };
  return {
    schemas: schemas.map((schema) => ({ ...schema, value: values.get(schema.path) })),
    patches,
    findPatch,
  };
}

function isInside(pointer: Pointer, owner: Pointer): boolean {
  return pointer === owner || pointer.startsWith(`${owner}/`);
}

/** The value with one place edited, everything around it copied; undefined where the place is not there. */
function edited(
  root: unknown,
  { pointer, op }: { pointer: Pointer; op: PatchData['op'] },
  value: unknown,
): { value: unknown } | undefined {
  const copy = { value: root };
  let owner: unknown = copy;
  for (const token of ['value', ...tokensOf(parentOf(pointer))]) {
    if (!isContainer(owner) || !Object.hasOwn(owner, token)) return undefined;
    setOwn(owner, token, shallowCopy((owner as Record<string, unknown>)[token]));
    owner = (owner as Record<string, unknown>)[token];
  }
  if (!isContainer(owner)) return undefined;
  return change(owner, lastToken(pointer), { op, value }) ? copy : undefined;
}

interface Change {
  readonly op: PatchData['op'];
  readonly value: unknown;
}

/** Edits a copied container; false where there is nothing to edit. */
function change(owner: object, name: string, edit: Change): boolean {
  if (Array.isArray(owner)) return changeItem(owner, name, edit);
  if (edit.op !== 'add' && !Object.hasOwn(owner, name)) return false;
  if (edit.op === 'remove') return Reflect.deleteProperty(owner, name);
  setOwn(owner, name, edit.value);
  return true;
}

function changeItem(list: unknown[], name: string, { op, value }: Change): boolean {
  const index = name === '-' ? list.length : Number(name);
  const last = op === 'add' ? list.length : list.length - 1;
  if (!Number.isInteger(index) || index < 0 || index > last) return false;
  const removed = op === 'add' ? 0 : 1;
  if (op === 'remove') list.splice(index, removed);
  else list.splice(index, removed, value);
  return true;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
