/** Long file: a list of cases. Where the report goes: full disks, closed pipes, signals; and that it is the same bytes wherever it is made. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brief } from './judge.js';
import { packageFiles } from './standards.js';

const bad = (count) =>
  JSON.stringify(
    Array.from({ length: count }, (_, i) => ({
      id: `d-${i}`,
      titel: `数据 ${i}`,
      theme: 'helth',
      issued: '2024-02-30',
    })),
  );
/** Large, and nearly all of it conforming: what is shared among threads. */
const mixed = (count) =>
  JSON.stringify(
    Array.from({ length: count }, (_, i) => ({
      id: `d-${i}`,
      title: `数据 ${i}`,
      owner: `d${i % 7}`,
      theme: i % 997 === 0 ? 'helth' : 'health',
    })),
  );
const many = {
  ...packageFiles(),
  'data/交通局/a.json': bad(300),
  'data/health/b.json': bad(40),
  'data/Ärzte/c.csv': 'Number,Title,Theme\nd-1,a,helth\n',
};
const large = {
  ...packageFiles(),
  'data/a.json': mixed(60_000),
  'data/b.json': mixed(30_000),
  'data/c.json': bad(100),
};
const standard = 'town';
const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** Runs it so, and demands this exit code and nothing odd on standard error. */
const through =
  (script, code, says = /^/) =>
  async ({ run, folder, args }) => {
    const result = await run({ args, cwd: folder, shell: ['bash', '-o', 'pipefail', '-c', script, 'bash'] });
    if (result.code !== code) return `ended with ${result.code}: ${brief(result.out + result.err)}`;
    if (/\n\s+at |internal failure/.test(result.err)) return brief(result.err);
    return says.test(result.out + result.err) ? undefined : `says ${brief(result.out + result.err)}`;
  };

async function sameBytes(request, variations) {
  const { run, folder, args } = request;
  let first;
  for (const { env = {}, flags = [], cwd = folder } of variations) {
    const result = await run({
      args: [
        ...args,
        '--locale',
        'en',
        '--max-shown',
        '0',
        '--today',
        '2026-05-01',
        '--format',
        'json',
        '--format',
        `terminal:${join(folder, 't.txt')}`,
        '--format',
        `summary:${join(folder, 's.txt')}`,
        ...flags,
      ],
      cwd,
      env,
      limit: 30,
    });
    if (result.code !== 1) return `ended with ${result.code}: ${brief(result.err)}`;
    const text = [
      result.code,
      result.out,
      readFileSync(join(folder, 't.txt'), 'utf8'),
      readFileSync(join(folder, 's.txt'), 'utf8'),
    ].join('\n');
    first ??= text;
    if (text !== first) return `differs with ${JSON.stringify({ env, flags })}`;
  }
  return undefined;
}

const places = ['UTC', 'Asia/Shanghai', 'America/St_Johns', 'Pacific/Apia'].flatMap((TZ) =>
  ['C', 'C.UTF-8', 'zh_CN.UTF-8', 'tr_TR.UTF-8', 'sv_SE.UTF-8'].map((LANG) => ({
    env: { TZ, LANG, LC_ALL: LANG },
  })),
);
const workers = [1, 2, 8].map((count) => ({ flags: ['--workers', String(count)] }));

/** The same submission copied elsewhere: no path of the machine stands in a report. */
async function elsewhere({ run, folder, args }) {
  const other = join(folder, 'some', 'where else');
  mkdirSync(other, { recursive: true });
  execFileSync('cp', ['-r', join(folder, 'data'), join(folder, 'town'), other]);
  const trouble = await sameBytes({ run, folder, args }, [{}, { cwd: other }]);
  if (trouble !== undefined) return trouble;
  const { out } = await run({ args: [...args, '--format', 'json'], cwd: other });
  return out.includes(folder) ? 'a path of this machine stands in the report' : undefined;
}

/** A report that cannot be stored whole leaves the old one as it was, and nothing beside it. */
async function fullDisk({ run, folder, args }) {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  try {
    writeFileSync(join(disk, 'report.json'), 'the old report');
    const result = await run({ args: [...args, '--format', 'json:disk/report.json'], cwd: folder });
    if (result.code !== 2 || !/disk\/report\.json/.test(result.err))
      return `ended with ${result.code}: ${brief(result.err)}`;
    const left = readdirSync(disk);
    if (left.length !== 1 || readFileSync(join(disk, 'report.json'), 'utf8') !== 'the old report')
      return `left ${left}`;
    const piped = await run({
      args: [...args, '--format', 'json'],
      cwd: folder,
      shell: ['bash', '-c', '"$@" > disk/out.json', 'bash'],
    });
    return piped.code === 2 ? undefined : `standard output: ended with ${piped.code}`;
  } finally {
    execFileSync('umount', [disk]);
  }
}

function canMount() {
  return (
    process.getuid?.() === 0 &&
    spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0
  );
}

const signalled =
  (signal, code) =>
  async ({ run, folder, args }) => {
    for (const wait of [30, 80, 200, 350]) {
      writeFileSync(join(folder, 'report.json'), 'the old report');
      const result = await run({
        args: [...args, '--format', 'json:report.json'],
        cwd: folder,
        onStart: (child) => setTimeout(() => child.kill(signal), wait),
      });
      const left = readdirSync(folder).filter((name) => name.includes('report'));
      const text = readFileSync(join(folder, 'report.json'), 'utf8');
      if (result.code === 1 && JSON.parse(text).kind === 'assessment') continue;
      if (result.code !== code && result.code !== signal)
        return `ended with ${result.code}: ${brief(result.err)}`;
      if (text !== 'the old report' && JSON.parse(text).kind !== 'assessment') return 'left half a report';
      if (left.length > 1) return `left ${left.join(', ')}`;
    }
    return undefined;
  };

/** The system calls of a run: no connection, no other program, nothing read outside. */
async function calls({ run, folder, args }) {
  const log = join(folder, 'calls');
  const result = await run({
    args,
    cwd: folder,
    limit: 60,
    shell: ['strace', '-f', '-qq', '-o', log, '-e', 'trace=network,execve,openat,open'],
  });
  if (result.code !== 1) return `ended with ${result.code}: ${brief(result.err)}`;
  const lines = readFileSync(log, 'utf8').split('\n');
  const loud = lines.filter(
    (line) => /\b(connect|sendto|bind|listen)\(/.test(line) && !/AF_UNIX|AF_NETLINK/.test(line),
  );
  if (loud.length > 0) return `talks: ${loud[0]}`;
  const spawned = lines.filter((line) => /execve\(/.test(line)).length;
  if (spawned > 1) return `runs ${spawned - 1} other programs`;
  const outside = lines
    .map((line) => /open(?:at)?\([^"]*"(\/[^"]+)"/.exec(line)?.[1] ?? '')
    .filter((path) => /passwd|shadow|\.ssh|\.npmrc|\.env/.test(path));
  return outside.length === 0 ? undefined : `opens ${outside[0]}`;
}

/** @type {readonly import('../hostile.js').Case[]} */
export const cases = [
  {
    name: '/dev/full',
    files: many,
    standard,
    act: through('"$@" > /dev/full', 2, /^concordat: Cannot write to standard output/),
    code: 2,
  },
  {
    name: '/dev/full as file',
    files: many,
    standard,
    flags: ['--format', 'json:/dev/full'],
    act: through('"$@"', 2, /^concordat: /),
    code: 2,
  },
  { name: 'standard output is closed', files: many, standard, act: through('"$@" >&-', 1), code: 1 },
  {
    name: 'standard error is closed',
    files: many,
    standard,
    act: through('"$@" 2>&- | tail -1', 1, /errors? in/),
    code: 1,
  },
  {
    name: 'standard error is full',
    files: many,
    standard,
    act: through('"$@" 2> /dev/full | tail -1', 1, /errors? in/),
    code: 1,
  },
  {
    name: 'standard input is closed',
    files: many,
    standard,
    act: through('"$@" <&- | tail -1', 1, /errors? in/),
    code: 1,
  },
  {
    name: 'a reader that leaves',
    files: many,
    standard,
    flags: ['--format', 'json'],
    act: through('"$@" | head -c 100 > /dev/null', 1),
    code: 1,
  },
  {
    name: 'a reader that never reads',
    files: many,
    standard,
    flags: ['--format', 'json'],
    act: through('"$@" | true', 1),
    code: 1,
  },
  {
    name: 'a slow reader gets every byte',
    files: many,
    standard,
    flags: ['--format', 'json'],
    act: through(
      '"$@" | (sleep 1; cat) > out.json; code=$?; tail -c 2 out.json | grep -q "}" && exit $code',
      1,
    ),
    code: 1,
  },
  {
    name: 'an absent folder for the report',
    files: many,
    standard,
    flags: ['--format', 'json:gone/report.json'],
    act: through('"$@"', 2, /gone\/report\.json/),
    code: 2,
  },
  {
    name: 'the report would replace a folder',
    files: { ...many, 'report/x': '' },
    standard,
    flags: ['--format', 'json:report'],
    act: through('"$@"', 2, /report/),
    code: 2,
  },
  {
    name: 'the report would replace what is checked',
    files: many,
    standard,
    flags: ['--format', 'json:data/health/b.json'],
    act: async (tools) => {
      const before = readFileSync(join(tools.folder, 'data/health/b.json'), 'utf8');
      const { code } = await tools.run({ args: tools.args, cwd: tools.folder });
      const isKept = readFileSync(join(tools.folder, 'data/health/b.json'), 'utf8') === before;
      return isKept || code !== 0 ? undefined : 'a submission was overwritten';
    },
    code: 2,
  },
  {
    name: 'a disk of 1 MB',
    files: { ...packageFiles(), 'data/a.json': bad(3000) },
    standard,
    flags: [],
    act: fullDisk,
    code: 2,
    ...(canMount() ? {} : { skip: 'no right to mount' }),
  },
  { name: 'SIGINT', files: large, standard, act: signalled('SIGINT', 130), code: 2 },
  { name: 'SIGTERM', files: large, standard, act: signalled('SIGTERM', 143), code: 2 },
  {
    name: 'four time zones and five languages',
    files: many,
    standard,
    act: (tools) => sameBytes(tools, places),
    code: 1,
  },
  { name: '1, 2 and 8 threads', files: large, standard, act: (tools) => sameBytes(tools, workers), code: 1 },
  { name: 'two folders', files: many, standard, act: elsewhere, code: 1 },
  {
    name: 'no connection, no other program',
    files: many,
    standard,
    act: calls,
    code: 1,
    ...(has('strace') ? {} : { skip: 'no strace here' }),
  },
  {
    name: 'no network at all',
    files: many,
    standard,
    act: through('unshare -rn "$@" | tail -1', 1, /errors? in/),
    code: 1,
    ...(has('unshare') &&
    existsSync('/proc/self/ns/net') &&
    spawnSync('unshare', ['-rn', 'true']).status === 0
      ? {}
      : { skip: 'no right to unshare' }),
  },
];
