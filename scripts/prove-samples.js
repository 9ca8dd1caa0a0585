#!/usr/bin/env node
/**
 * Proves that every count in the report of data samples is right: the built CLI checks tables, a Python program that shares nothing with it
 * counts the same from what is declared, and both must agree on every cause, count and first place. Needs `python3` (3.9 or later, standard
 * library only) and a build (`npm run build`).
 *
 *   node scripts/prove-samples.js              the samples of fixtures/departments, and a register of 1,000,000 rows
 *   node scripts/prove-samples.js --rows N     with N rows
 *   node scripts/prove-samples.js --csv SCHEMA FILE…   CSV files against a Table Schema of plain types
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import {
  departmentTables,
  nullWordsOfCatalogue,
  nullWordsOfSchemas,
  ofItems,
} from './support/declared-tables.js';
import { registerPlants, registerRecord } from './support/register.js';

const root = new URL('..', import.meta.url).pathname;
const bin = join(root, 'bin/concordat.js');
const folder = mkdtempSync(join(tmpdir(), 'prove-samples-'));
const [mode, ...rest] = process.argv.slice(2);
const agrees =
  mode === '--csv' ? proveCsv(rest[0], rest.slice(1)) : proveAll(mode === '--rows' ? rest[0] : '1000000');
rmSync(folder, { recursive: true, force: true });
process.exitCode = agrees ? 0 : 1;

function proveAll(rows) {
  console.log('fixtures/departments under cn-gov-catalogue');
  const departments = prove(
    ['fixtures/departments', '--standard', 'cn-gov-catalogue@2017', '--today', '2026-01-01'],
    departmentTables.map((table) => ({ ...table, reported: table.path })),
  );
  const path = join(folder, '企业登记基本信息.csv');
  run(process.execPath, [join(root, 'scripts/make-large-sample.js'), path, rows]);
  const { planted } = read(path.replace('.csv', '.planted.json'));
  const reported = relative(root, path);
  console.log(`a register of ${rows} rows against its Table Schema`);
  const schema = path.replace('.csv', '.schema.json');
  const bySchema = prove(
    [path, '--schema', schema],
    [{ ...ofSchema(schema), path, reported, planted: registerPlants.bySchema(planted) }],
  );
  console.log('the same against its record under cn-gov-catalogue');
  const columns = ofItems(registerRecord('').信息项);
  const byRecord = prove(
    [folder, '--standard', 'cn-gov-catalogue@2017'],
    [{ columns, nullWords: nullWordsOfCatalogue, path, reported, planted: registerPlants.byRecord(planted) }],
  );
  return departments && bySchema && byRecord;
}

function proveCsv(schema, files) {
  const tables = files.map((path) => ({ ...ofSchema(schema), path, reported: relative(root, path) }));
  return prove([...files, '--schema', schema], tables);
}

/** Runs the product, then the count of the same tables. */
function prove(args, tables) {
  const report = join(folder, 'report.json');
  const declared = join(folder, 'tables.json');
  const { status, stderr } = spawnSync(
    process.execPath,
    [bin, 'check', ...args, '--format', `json:${report}`],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0 && status !== 1)
    throw new Error(`concordat check ${args.join(' ')} ended with ${status}: ${stderr}`);
  writeFileSync(declared, JSON.stringify(tables));
  const python = process.env.PYTHON ?? 'python3';
  return run(python, [join(root, 'scripts/prove_samples.py'), report, declared]) === 0;
}

function run(program, args) {
  return spawnSync(program, args, { cwd: root, stdio: 'inherit' }).status;
}

/** What a Table Schema declares, for the few types and constraints that these tables use. */
function ofSchema(path) {
  const { fields, primaryKey = [] } = read(path);
  const columns = fields.map(({ name, type, format, categories, constraints = {} }) => {
    const { required = false, maxLength, pattern } = constraints;
    const codes = categories ?? constraints.enum?.map((value) => ({ value, label: '' }));
    return {
      name,
      type: type === 'datetime' ? 'date-time' : type,
      required,
      ...(format === 'uri' ? { format } : {}),
      ...(maxLength === undefined ? {} : { max: maxLength }),
      ...(pattern === undefined ? {} : { pattern }),
      ...(codes === undefined
        ? {}
        : { codes: Object.fromEntries(codes.map(({ value, label }) => [value, label])) }),
    };
  });
  return { columns, primaryKey, nullWords: nullWordsOfSchemas };
}

function read(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
