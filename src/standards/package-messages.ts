import { locales } from '../model/locale.ts';
import { didYouMean, fail } from './broken-standard.ts';
import type { KnownNames } from './check-names.ts';
import { checkMessageKeys } from './check-names.ts';
import type { PackageData } from './package-data.ts';
import type { PackageFiles } from './package-files.ts';
import { Reading } from './reading.ts';

type Messages = PackageData['messages'];

/** Reads `messages/<locale>.yaml`: check, rule or `check:/field` → the standard's own wording. A profile's wording goes before its base's. */
export async function readMessages(
  files: PackageFiles,
  known: KnownNames,
  base: Messages = {},
): Promise<Messages> {
  const paths = files.paths.filter((path) => /^messages\/[^/]+\.ya?ml$/.test(path));
  const read = new Map<string, Readonly<Record<string, string>>>(Object.entries(base));
  for (const path of paths) {
    const locale = path.replace(/^messages\//, '').replace(/\.ya?ml$/, '');
    if (!(locales as readonly string[]).includes(locale)) {
      fail(`\`${locale}\` is not a language of messages.`, { path }, didYouMean(locale, locales));
    }
    const text = new Reading(await files.yaml(path));
    checkMessageKeys(text, known);
    const members = [...text.members()];
    const own = Object.fromEntries(members.map(([name, text]) => [name, text.string()]));
    read.set(locale, { ...read.get(locale), ...own });
  }
  return Object.fromEntries(read);
}
