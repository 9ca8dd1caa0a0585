/**
 * Holds the built command line against hostile inputs: `node scripts/hostile.js [part of a name] [--keep]`.
 * Makes every input in a temporary folder, runs `concordat check` on it, and demands: 5 seconds of work and 300 MB at most,
 * the exit code that is due, a sentence that names the trouble, no stack trace, nothing in any report that acts on a
 * terminal or a CI runner. Prints a table; ends with 1 when one of them fails. Build first.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cases as files } from './hostile/files.js';
import { cases as json } from './hostile/json.js';
import { judge } from './hostile/judge.js';
import { cases as messages } from './hostile/messages.js';
import { cases as output } from './hostile/output.js';
import { cases as packages } from './hostile/packages.js';
import { runTool } from './hostile/run-tool.js';
import { cases as samples } from './hostile/samples.js';
import { cases as schemas } from './hostile/schemas.js';
import { plainSchema } from './hostile/standards.js';
import { cases as tables } from './hostile/tables.js';
import { cases as workbooks } from './hostile/workbooks.js';
import { cases as yaml } from './hostile/yaml.js';

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {Record<string, string | Uint8Array | ((path: string) => void)>} [files] by path below the folder of the run;
 *   a function makes what is no plain file
 * @property {readonly string[]} [paths] what is checked; `data` if not said
 * @property {string} [standard] `standard.json`, a plain schema, if not said
 * @property {string} [schema] the schema of a table: the paths are data then, and there is no standard
 * @property {readonly string[]} [flags]
 * @property {0 | 1 | 2} code
 * @property {RegExp | readonly RegExp[]} [says] what a report for people or standard error must say
 * @property {RegExp} [hides] what must stand nowhere
 * @property {(stdin: import('node:stream').Writable) => void} [stdin]
 * @property {Record<string, string>} [env]
 * @property {Partial<typeof limits>} [bounds] where the usual ones are not the measure
 * @property {(report: any) => string | undefined} [report] what is wrong with the JSON report
 * @property {(tools: {run: typeof runTool, folder: string, args: readonly string[]}) => Promise<string | undefined>} [act]
 *   a course of its own: what went wrong
 * @property {string} [skip] why it cannot be run here
 */

const limits = { seconds: 5, megabytes: 300 };
const groups = { json, yaml, tables, workbooks, files, schemas, packages, messages, output, samples };
const [wanted = ''] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const keeps = process.argv.includes('--keep');
const root = realpathSync(mkdtempSync(join(tmpdir(), 'concordat-hostile-')));
const count = { passed: 0, failed: 0, skipped: 0 };

process.exitCode = 2;
try {
  for (const [group, cases] of Object.entries(groups)) {
    for (const [index, one] of cases.entries()) {
      const name = `${group}: ${one.name}`;
      if (name.includes(wanted)) await attempt(name, one, join(root, `${group}-${index}`));
    }
  }
  const { passed, failed, skipped } = count;
  say(`\n${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
} finally {
  if (keeps) say(root);
  else rmSync(root, { recursive: true, force: true });
}

async function attempt(name, one, folder) {
  if (one.skip !== undefined) {
    count.skipped += 1;
    say(`skipped ${'-'.padStart(4)} ${'-'.padStart(7)} ${'-'.padStart(7)}  ${name} (${one.skip})`);
    return;
  }
  prepare(one, folder);
  const args = [
    'check',
    ...(one.schema === undefined
      ? ['--standard', one.standard ?? 'standard.json']
      : ['--schema', one.schema]),
    ...(one.flags ?? []),
    ...(one.paths ?? ['data']),
  ];
  const reports = ['terminal', 'json:report.json', 'summary:summary.txt'];
  const formats = reports.flatMap((report) => ['--format', report]);
  const started = performance.now();
  const { trouble, ...run } = await course(one, folder, { args, formats });
  const { code = '-', megabytes = 0, seconds = (performance.now() - started) / 1000 } = run;
  count[trouble === undefined ? 'passed' : 'failed'] += 1;
  const measures = `${String(code).padStart(4)} ${seconds.toFixed(2).padStart(6)}s ${String(megabytes).padStart(5)}MB`;
  say(
    `${trouble === undefined ? 'passed ' : 'FAILED '} ${measures}  ${name}${trouble === undefined ? '' : `\n        ${trouble}`}`,
  );
}

async function course(one, folder, { args, formats }) {
  if (one.act !== undefined) return { trouble: await one.act({ run: runTool, folder, args }) };
  const { stdin, env, bounds } = one;
  const run = await runTool({
    args: [...args, ...formats],
    cwd: folder,
    ...(bounds?.seconds && { limit: 4 * bounds.seconds }),
    ...(stdin && { stdin }),
    ...(env && { env }),
  });
  return { trouble: judge(run, one, { folder, ...limits, ...one.bounds }), ...run };
}

function prepare({ files: wantedFiles = {} }, folder) {
  const all = { 'standard.json': JSON.stringify(plainSchema), ...wantedFiles };
  for (const [path, content] of Object.entries(all)) {
    const absolute = join(folder, path);
    mkdirSync(dirname(absolute), { recursive: true });
    if (typeof content === 'function') content(absolute);
    else writeFileSync(absolute, content);
  }
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
