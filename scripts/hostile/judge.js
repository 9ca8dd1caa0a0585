/** What every run must satisfy, whatever it was given. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Acts on a terminal instead of being seen there, line ends apart. */
const active =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;
const stackTrace = /^\s+at .*(?:\.[jt]s|node:)[^\n]*:\d+/m;
const crash = /internal failure|FATAL ERROR|Unhandled|Uncaught|ERR_[A-Z_]+|undefined\b.*\bof undefined/;

/**
 * What is wrong with a run, or undefined.
 * @param {import('./run-tool.js').Run} run
 * @param {{code: number, says?: RegExp | readonly RegExp[], hides?: RegExp, report?: (report: unknown) => string | undefined}} due
 * @param {{folder: string, megabytes: number, seconds: number}} setting
 * @returns {string | undefined}
 */
export function judge(run, due, { folder, megabytes, seconds }) {
  const { code, out, err } = run;
  const text = out + err;
  if (code !== due.code) return `ended with ${code}, not ${due.code}: ${brief(text)}`;
  if (run.megabytes > megabytes) return `took ${run.megabytes} MB`;
  if (run.seconds > seconds) return `took ${run.seconds} s`;
  const said = inertness({ 'standard output': out, 'standard error': err }) ?? loudness(text, due);
  if (said !== undefined) return said;
  return due.code === 2 ? silence(err) : reports(folder, due);
}

function loudness(text, { says = [], hides }) {
  if (stackTrace.test(text)) return `shows a stack trace: ${brief(text)}`;
  if (crash.test(text)) return `crashed: ${brief(text)}`;
  const unsaid = [says].flat().find((pattern) => !pattern.test(text));
  if (unsaid !== undefined) return `does not say ${unsaid}: ${brief(text)}`;
  return hides?.test(text) ? `says ${hides}: ${brief(text)}` : undefined;
}

function silence(err) {
  return err.startsWith('concordat: ') ? undefined : `does not say why it stopped: ${brief(err)}`;
}

function reports(folder, due) {
  const summary = readFileSync(join(folder, 'summary.txt'), 'utf8');
  const json = readFileSync(join(folder, 'report.json'), 'utf8');
  const trouble = inertness({ 'the summary': summary, 'the JSON report': json });
  if (trouble !== undefined) return trouble;
  const report = JSON.parse(json);
  const { divergences, errors, warnings, infos } = report.summary;
  if (errors + warnings + infos !== divergences || report.divergences.length !== divergences)
    return 'the numbers of the summary do not add up';
  // What was asked for and not read is told there as well.
  if (due.code === 1 && divergences === 0 && report.notChecked.length === 0)
    return 'ended with 1 and reports nothing';
  return due.report?.(report);
}

function inertness(texts) {
  for (const [name, text] of Object.entries(texts)) {
    const found = active.exec(text);
    if (found !== null) {
      const code = found[0].codePointAt(0).toString(16);
      return `${name} holds U+${code}: ${JSON.stringify(text.slice(Math.max(0, found.index - 60), found.index + 20))}`;
    }
    const command = /^\s*::|##\[/m.exec(text);
    if (command !== null) return `${name} commands a CI runner: ${brief(text.slice(command.index))}`;
  }
  return undefined;
}

/** The tool's own text, short and harmless. */
export function brief(text) {
  return JSON.stringify(text.slice(0, 600));
}
