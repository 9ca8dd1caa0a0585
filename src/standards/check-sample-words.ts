import type { Pointer } from '../model/pointer.ts';
import type { SampleBinding } from '../model/sample-binding.ts';
import { didYouMean } from './broken-standard.ts';
import type { CodeListData, KindData, Manifest } from './package-data.ts';
import type { Reading } from './reading.ts';

interface Parts {
  readonly manifest: Manifest;
  readonly codelists: readonly CodeListData[];
}

/**
 * Words of `access` and of `length.of` must be codes where their fields have code lists: another word
 * would never be met.
 */
export function checkSampleWords(
  samples: Reading | undefined,
  parts: Parts,
  kinds: Readonly<Record<string, KindData>>,
): void {
  const binding = parts.manifest.samples;
  if (samples === undefined || binding === undefined) return;
  const codes = (fields: readonly Pointer[]) => codesOf(fields, { ...parts, binding, kinds });
  const access = samples.members().get('access')?.members();
  const levels = ['open', 'limited', 'refused'].flatMap((level) => access?.get(level)?.items() ?? []);
  refuseOthers(levels, codes(binding.access?.at ?? []));
  const length = samples.members().get('length');
  const of = typeof length?.value === 'string' ? undefined : length?.members().get('of');
  refuseOthers(of?.items() ?? [], codes(typeFields(binding)));
}

/** The field that holds the type of an item. */
export function typeFields({ items, type }: SampleBinding): readonly Pointer[] {
  return items === undefined || type === undefined ? [] : [items + type];
}

interface Known extends Parts {
  readonly binding: SampleBinding;
  readonly kinds: Readonly<Record<string, KindData>>;
}

/** The codes of the lists of fields; undefined where one of them has no list. */
function codesOf(fields: readonly Pointer[], { binding, codelists, kinds }: Known): string[] | undefined {
  const known = kinds[binding.kind]?.fields ?? [];
  const codes: string[] = [];
  for (const pointer of fields) {
    const id = known.find((field) => field.pointer === pointer)?.codelist;
    const list = codelists.find((one) => one.id === id);
    if (list === undefined) return undefined;
    codes.push(...list.codes.map(({ code }) => code));
  }
  return codes;
}

function refuseOthers(words: readonly Reading[], codes: readonly string[] | undefined): void {
  if (codes === undefined) return;
  for (const word of words) {
    if (codes.includes(word.string())) continue;
    word.refuse(`\`${word.string()}\` is not a code of its field.`, didYouMean(word.string(), codes));
  }
}
