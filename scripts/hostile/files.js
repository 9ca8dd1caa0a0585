/** Long file: a list of cases. What stands where a file should: pipes, links, folders, names and modes that are no files to read. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { brief, judge } from './judge.js';

const good = '{"title":"GP practices"}';
const link = (target) => (path) => symlinkSync(target, path);
const folder = (path) => mkdirSync(path);
const pipe = (path) => execFileSync('mkfifo', [path]);
const badName = (path) =>
  writeFileSync(
    Buffer.concat([Buffer.from(`${dirname(path)}/caf`), Buffer.from([0xe9, 0x0a]), Buffer.from('.json')]),
    good,
  );
const isRoot = process.getuid?.() === 0;

/** Root may read everything: the run is handed to somebody who may not. */
const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

/** The one divergence that is due, whatever weight the run gives to severities. */
const evenWhenNothingCounts = (name, files, says) => [
  { name, files, code: 1, says },
  { name: `${name}, --fail-on never`, files, flags: ['--fail-on', 'never'], code: 1, says },
];

function asOther(files, says) {
  return async ({ run, folder: at, args }) => {
    if (isRoot) for (const path of [dirname(at), at, join(at, 'data')]) chmodSync(path, 0o755);
    for (const path of Object.keys(files)) if (path.includes('locked')) chmodSync(join(at, path), 0);
    const result = await run({ args, cwd: at, ...(isRoot ? { shell: asNobody } : {}) });
    for (const path of Object.keys(files)) if (path.includes('locked')) chmodSync(join(at, path), 0o755);
    return result.code === 1 && says.test(result.out)
      ? undefined
      : `ended with ${result.code}: ${brief(result.out + result.err)}`;
  };
}

/** While the tool reads, the folder changes under it: it ends with 1 (said) or 0 (read before), never otherwise. */
const racing =
  (change) =>
  async ({ run, folder: at, args }) => {
    const names = Array.from({ length: 60 }, (_, index) =>
      join(at, 'data', `${String(index).padStart(3, '0')}.json`),
    );
    mkdirSync(join(at, 'data'), { recursive: true });
    for (const name of names) writeFileSync(name, good);
    for (const wait of [0, 60, 100, 120, 140, 160]) {
      const result = await run({
        args: [
          ...args,
          '--format',
          'terminal',
          '--format',
          'json:report.json',
          '--format',
          'summary:summary.txt',
        ],
        cwd: at,
        onStart: () =>
          setTimeout(() => {
            for (const name of names.slice(30)) change(name);
          }, wait),
      });
      const trouble = judge(
        result,
        { code: result.code === 0 ? 0 : 1 },
        { folder: at, megabytes: 300, seconds: 5 },
      );
      if (trouble !== undefined) return trouble;
      for (const name of names) {
        rmSync(name, { recursive: true, force: true });
        writeFileSync(name, good);
      }
    }
    return undefined;
  };

const deepPath = `data/${Array.from({ length: 70 }, (_, index) => `d${index}`).join('/')}/a.json`;

/** @type {readonly import('../hostile.js').Case[]} */
export const cases = [
  ...evenWhenNothingCounts('a pipe nobody writes to', { 'data/a.json': pipe }, /not a regular file/),
  {
    name: 'a pipe that is named',
    files: { 'data/a.json': pipe },
    paths: ['data/a.json'],
    code: 1,
    says: /not a regular file/,
  },
  { name: 'a folder named x.json', files: { 'data/x.json': folder, 'data/a.json': good }, code: 0 },
  { name: 'only a folder named x.json', files: { 'data/x.json': folder }, code: 2, says: /holds no file/ },
  {
    name: 'a folder named x.json, as a path',
    files: { 'data/x.json': folder },
    paths: ['data/x.json'],
    code: 2,
    says: /holds no file/,
  },
  { name: '/dev/zero', paths: ['/dev/zero'], code: 1, says: /not a regular file/ },
  { name: '/dev/stdin', paths: ['/dev/stdin'], code: 1, says: /not a regular file/ },
  {
    name: 'a link to /dev/zero',
    files: { 'data/a.json': link('/dev/zero') },
    code: 1,
    says: /not a regular file|leads out/,
  },
  ...evenWhenNothingCounts('a link to nothing', { 'data/a.json': link('gone.json') }, /points at nothing/),
  ...evenWhenNothingCounts('a link to itself', { 'data/a.json': link('a.json') }, /points at nothing/),
  {
    name: 'a link to a link to it',
    files: { 'data/a.json': link('b.json'), 'data/b.json': link('a.json') },
    code: 1,
    says: /points at nothing/,
  },
  ...evenWhenNothingCounts(
    'a link that leads out',
    { 'secret.json': '{"title":1,"secret":"s3cret"}', 'data/a.json': link('../secret.json') },
    /leads out/,
  ),
  {
    name: 'a link to /etc',
    files: { 'data/etc': link('/etc'), 'data/a.json': good },
    code: 1,
    says: /leads out/,
    hides: /passwd|hostname/,
  },
  {
    name: 'a link to the folder around it',
    files: { 'data/self': link('.'), 'data/up': link('../data'), 'data/a.json': good },
    code: 0,
  },
  { name: 'folders 70 deep', files: { [deepPath]: good, 'data/a.json': good }, code: 1 },
  {
    name: 'a name that is not UTF-8',
    files: { 'data/a.json': good, 'data/x': badName },
    code: 1,
    says: /name is not valid text/,
  },
  {
    name: 'names with blanks, quotes, % and stars',
    files: { 'data/a b\'c"%0A*.json': '{}', 'data/-rf.json': '{}', 'data/$(id).json': '{}' },
    code: 1,
    hides: /uid=/,
  },
  { name: 'a name of 250 characters', files: { [`data/${'n'.repeat(250)}.json`]: '{}' }, code: 1 },
  {
    name: 'a file nobody may read',
    files: { 'data/locked.json': good },
    code: 1,
    act: asOther({ 'data/locked.json': 1 }, /no permission/),
  },
  {
    name: 'a folder nobody may read',
    files: { 'data/locked/a.json': good, 'data/a.json': good },
    code: 1,
    act: asOther({ 'data/locked': 1 }, /no permission/),
  },
  {
    name: 'a path that does not exist',
    paths: ['gone.json'],
    code: 2,
    says: /no file or folder "gone.json"/,
  },
  {
    name: 'one path of two does not exist',
    files: { 'data/a.json': good },
    paths: ['data', 'gone'],
    code: 2,
    says: /"gone"/,
  },
  {
    name: 'a pattern that matches nothing',
    files: { 'data/a.json': good },
    paths: ['data/*.yaml'],
    code: 2,
    says: /matches no file/,
  },
  {
    name: 'a pattern of 4,000 stars',
    files: { 'data/a.json': good },
    paths: [`${'*a'.repeat(2000)}/**`],
    code: 2,
    says: /matches no file/,
  },
  { name: 'braces 2^30', files: { 'data/a.json': good }, paths: ['{a,b}'.repeat(30)], code: 2 },
  { name: "a path with NUL's neighbour and 100,000 characters", paths: ['x'.repeat(100_000)], code: 2 },
  {
    name: 'an unknown format that is named',
    files: { 'data/a.pdf': '%PDF' },
    paths: ['data/a.pdf'],
    code: 1,
    says: /format is not known/,
  },
  {
    name: 'an unknown format, --fail-on never',
    files: { 'data/a.pdf': '%PDF' },
    paths: ['data/a.pdf'],
    flags: ['--fail-on', 'never'],
    code: 1,
    says: /format is not known/,
  },
  {
    name: 'broken JSON, --fail-on never',
    files: { 'data/a.json': '{"title":' },
    flags: ['--fail-on', 'never'],
    code: 1,
    says: /ends in the middle/,
  },
  {
    name: 'too deep, --fail-on never',
    files: { 'data/a.json': '['.repeat(2000) },
    flags: ['--fail-on', 'never'],
    code: 1,
    says: /not read/,
  },
  {
    name: 'a text file called .xlsx, --fail-on never',
    files: { 'data/a.xlsx': 'x' },
    flags: ['--fail-on', 'never'],
    code: 1,
    says: /not an XLSX/,
  },
  {
    name: 'a table without binding, --fail-on never',
    files: { 'data/a.csv': 'a,b\n1,2\n' },
    flags: ['--fail-on', 'never'],
    code: 1,
    says: /how the columns/,
  },
  {
    name: '1,000 files',
    files: Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`data/${index}.json`, good])),
    code: 0,
  },
  { name: 'files that vanish', act: racing((name) => rmSync(name, { force: true })), code: 1 },
  {
    name: 'files that become pipes',
    act: racing((name) => {
      rmSync(name, { force: true });
      pipe(name);
    }),
    code: 1,
  },
  { name: 'files that grow', act: racing((name) => appendFileSync(name, ' ')), code: 1 },
  { name: 'files that shrink', act: racing((name) => truncateSync(name, 5)), code: 1 },
  {
    name: 'files that are replaced',
    act: racing((name) => {
      writeFileSync(`${name}.new`, '{}');
      renameSync(`${name}.new`, name);
    }),
    code: 1,
  },
];
