import { readdirSync } from 'node:fs';
import { checks } from '../../src/checks/index.ts';
import type { Locale } from '../../src/model/locale.ts';
import { run } from '../cli/run.ts';

/** The standard that all fixtures of checks are held against. */
export const fixtureStandard = 'fixtures/standards/town-catalogue/1';

/** A check and where its fixtures stand. */
export interface CheckFixtures {
  readonly id: string;
  /** `field/missing` → `field-missing`: the name of its folder and of its page. */
  readonly name: string;
  readonly folder: string;
}

/** The fixtures of every check, in the order of the registry. */
export const checkFixtures: readonly CheckFixtures[] = checks.map(({ id }) => {
  const name = id.replace('/', '-');
  return { id, name, folder: `fixtures/checks/${name}` };
});

/** Whether a check has fixtures that are documents: `conforming.*` and `divergent.*`. Checks of data tables have folders instead. */
export function hasDocuments({ folder }: CheckFixtures): boolean {
  return readdirSync(folder).some((name) => name.startsWith('divergent.'));
}

/** The path of `conforming.*` or `divergent.*` of a check; fails when there is none, or more than one. */
export function fixtureOf({ folder }: CheckFixtures, kind: 'conforming' | 'divergent'): string {
  const [file, ...others] = readdirSync(folder).filter((name) => name.startsWith(`${kind}.`));
  if (file === undefined || others.length > 0) throw new Error(`${folder} has not one ${kind}.*`);
  return `${folder}/${file}`;
}

/** What `concordat check` prints about a fixture on 78 columns: two less than a narrow terminal, for the indent of `concordat explain`. */
export async function transcriptOf(path: string, locale: Locale = 'en'): Promise<string> {
  const flags = ['--standard', fixtureStandard, '--locale', locale, '--color', 'never'];
  const { out, err } = await run(['check', path, ...flags], { columns: 78 });
  return out + err;
}
