import { existsSync, readdirSync } from 'node:fs';
import type { Locale } from '../../src/model/locale.ts';
import { run } from '../cli/run.ts';
import { checkFixtures } from './check-fixtures.ts';

/**
 * A fixture of a check of data tables: the folder `divergent-<case>` or `conforming-<case>` of the check. It holds the table, and what
 * declares it: `schema.json` (a Table Schema or a JSON Schema of a row), `datapackage.json`, or `record.yaml`, a record of the national
 * catalogue whose data lie beside it under its title.
 */
export interface SampleCase {
  /** The check. */
  readonly id: string;
  readonly kind: 'divergent' | 'conforming';
  readonly name: string;
  readonly folder: string;
  /** What is handed to `concordat check`. */
  readonly args: readonly string[];
  /** The file that a page shows: the table, else the record. */
  readonly shown: string;
}

/** The schemas that are named with `--schema`. */
const schemas = ['schema.json', 'datapackage.json'];

/** Every case, by check in the order of the registry, then by name. */
export const sampleCases: readonly SampleCase[] = checkFixtures.flatMap(({ id, folder }) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => caseOf(id, `${folder}/${name}`, name))
    .sort((one, other) => (one.name < other.name ? -1 : 1)),
);

function caseOf(id: string, folder: string, folderName: string): SampleCase {
  const found = /^(divergent|conforming)-(.+)$/.exec(folderName);
  if (found === null) throw new Error(`${folder} is neither divergent-* nor conforming-*`);
  const [, kind, name = ''] = found;
  const table = readdirSync(folder).find((file) => file.endsWith('.csv'));
  const schema = schemas.find((file) => existsSync(`${folder}/${file}`));
  const isDivergent = kind === 'divergent';
  return {
    id,
    kind: isDivergent ? 'divergent' : 'conforming',
    name,
    folder,
    args: argsOf(folder, schema, table),
    shown: `${folder}/${id === 'sample/missing' ? 'datapackage.json' : (table ?? 'record.yaml')}`,
  };
}

/** A data package names its files itself. */
function argsOf(folder: string, schema: string | undefined, table = ''): string[] {
  if (schema === undefined) return [folder, '--standard', 'cn-gov-catalogue'];
  const declared = ['--schema', `${folder}/${schema}`];
  return schema === 'datapackage.json' ? declared : [`${folder}/${table}`, ...declared];
}

/** What `concordat check` prints about a case on 78 columns. */
export async function sampleTranscript({ args }: SampleCase, locale: Locale): Promise<string> {
  const flags = ['--locale', locale, '--color', 'never'];
  const { out, err } = await run(['check', ...args, ...flags], { columns: 78 });
  return out + err;
}
