/** Long file: a list of cases. Packages of a standard with every file broken in turn, and manifests that reach outside. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brief, judge } from './judge.js';
import { packageFiles } from './standards.js';

const good = { 'data/a.json': '{"id":"d-1","title":"GP practices"}' };
const standard = 'town';
const manifest = packageFiles()['town/standard.yaml'];
const changed = (changes) => ({ ...packageFiles('town', changes), ...good });
const edited = (from, to) => {
  if (!manifest.includes(from)) throw new Error(`the manifest does not say ${from}`);
  return changed({ 'standard.yaml': manifest.replace(from, to) });
};

const damages = {
  'is empty': () => '',
  'is cut off': (text) => `${text.slice(0, Math.floor(text.length * 0.6))}"`,
  'is binary': () => Buffer.from([0, 255, 254, 1, 2, 3, 0, 128]),
  'is a deep list': () => '['.repeat(50_000),
  'is a ? bomb': () => `${'? '.repeat(800)}x`,
  'is one long line': () => 'x'.repeat(2 << 20),
  'holds a NUL': (text) => `${text}\0`,
  'is a quote': () => '"'.repeat(100_001),
};

/** Every file of the package with every damage: refused in words (2), or harmless (0 or 1), never anything else. */
async function everyFileBroken({ run, folder, args }) {
  const files = packageFiles();
  const formats = ['--format', 'terminal', '--format', 'json:report.json', '--format', 'summary:summary.txt'];
  for (const [path, text] of Object.entries(files)) {
    for (const [damage, make] of Object.entries(damages)) {
      writeFileSync(join(folder, path), make(text));
      const result = await run({ args: [...args, ...formats], cwd: folder });
      const due = { code: [0, 1].includes(result.code) ? result.code : 2 };
      const trouble = judge(result, due, { folder, megabytes: 300, seconds: 5 });
      if (trouble !== undefined) return `${path} ${damage}: ${trouble}`;
      if (result.code !== 2) return `${path} ${damage}: ended with ${result.code}: ${brief(result.out)}`;
      if (!result.err.includes(path.split('/').at(-1)))
        return `${path} ${damage}: not named: ${brief(result.err)}`;
    }
    writeFileSync(join(folder, path), text);
  }
  return undefined;
}

const link = (target) => (path) => {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
};
const rule = (assert, when) =>
  changed({
    'rules.yaml': `- id: r\n  severity: error\n  kind: dataset\n  at: /title\n${when ? `  when: ${when}\n` : ''}  assert: ${JSON.stringify(assert)}\n  message: m\n`,
  });

/** @type {readonly import('../hostile.js').Case[]} */
export const cases = [
  { name: 'a good package', files: { ...packageFiles(), ...good }, standard, code: 0 },
  {
    name: 'every file broken in eight ways',
    files: { ...packageFiles(), ...good },
    standard,
    act: everyFileBroken,
    code: 2,
  },
  {
    name: 'a schema outside',
    files: { ...edited('schema/dataset.json', '../standard.json'), ...good },
    standard,
    code: 2,
    says: /standard\.json/,
  },
  {
    name: 'a schema at /etc/passwd',
    files: edited('schema/dataset.json', '/etc/passwd'),
    standard,
    code: 2,
    says: /passwd/,
    hides: /root:/,
  },
  {
    name: 'a schema at ..\\..\\x',
    files: edited('schema/dataset.json', "'..\\..\\etc\\passwd'"),
    standard,
    code: 2,
  },
  {
    name: 'a schema with a NUL in its name',
    files: edited('schema/dataset.json', '"schema/dataset.json\\0.json"'),
    standard,
    code: 2,
  },
  {
    name: 'a schema that is a link outside',
    files: {
      ...changed({ 'schema/dataset.json': undefined }),
      'town/schema/dataset.json': link('/etc/passwd'),
    },
    standard,
    code: 2,
    hides: /root:/,
  },
  {
    name: 'a link outside beside the files',
    files: { ...changed({}), 'town/notes.txt': link('/etc/passwd') },
    standard,
    code: 2,
    hides: /root:/,
  },
  {
    name: 'a code list that leads out',
    files: changed({
      'fields.csv': 'field,title,headings,codelist\n/title,Title,名称,../../../../etc/passwd\n',
    }),
    standard,
    code: 2,
    hides: /root:/,
  },
  { name: 'extends ../..', files: edited('id: town', 'id: town\nextends: ../../../..'), standard, code: 2 },
  { name: 'extends itself', files: edited('id: town', 'id: town\nextends: .'), standard, code: 2 },
  {
    name: 'two packages that extend each other',
    files: {
      ...edited('id: town', 'id: town\nextends: ../other'),
      ...packageFiles('other', {
        'standard.yaml': manifest.replace('id: town', 'id: other\nextends: ../town'),
      }),
    },
    standard,
    code: 2,
  },
  {
    name: 'extends over http',
    files: edited('id: town', 'id: town\nextends: http://127.0.0.1:9/x'),
    standard,
    code: 2,
  },
  {
    name: 'a key nobody knows',
    files: edited('id: town', 'id: town\nidd: town'),
    standard,
    code: 2,
    says: /idd/,
  },
  {
    name: '__proto__ in the manifest',
    files: edited('id: town', 'id: town\n__proto__: { polluted: true }'),
    standard,
    code: 2,
    says: /__proto__/,
  },
  { name: 'an id that leads out', files: edited('id: town', 'id: ../../x'), standard, code: 2 },
  {
    name: 'an alias bomb as manifest',
    files: changed({
      'standard.yaml': `${manifest}x0: &x0 [a]\n${Array.from({ length: 9 }, (_, i) => `x${i + 1}: &x${i + 1} [${`*x${i}, `.repeat(9)}]`).join('\n')}`,
    }),
    standard,
    code: 2,
  },
  {
    name: 'a pointer with 100,000 steps',
    files: edited('/dataset/*', '/a'.repeat(100_000)),
    standard,
    code: 2,
    says: /must be/,
  },
  {
    name: '2,000 places of records',
    files: edited('"/dataset/*"', Array.from({ length: 2000 }, (_, i) => `"/p${i}/*"`).join(', ')),
    standard,
    code: 0,
  },
  {
    name: 'a code list of 100,000',
    files: changed({
      'codelists/theme.csv': `code,label\n${Array.from({ length: 100_000 }, (_, i) => `c${i},L${i}`).join('\n')}\n`,
    }),
    standard,
    code: 0,
  },
  {
    name: 'a code twice',
    files: changed({ 'codelists/theme.csv': 'code,label\nhealth,a\nhealth,b\n' }),
    standard,
    code: 2,
    says: /health/,
  },
  { name: 'a rule that is no CEL', files: rule('this.title ==='), standard, code: 2, says: /rules\.yaml/ },
  {
    name: 'a rule nested 5,000 levels',
    files: rule(`${'('.repeat(5000)}true${')'.repeat(5000)}`),
    standard,
    code: 2,
  },
  {
    name: 'a rule of 200,000 terms',
    files: rule(Array.from({ length: 200_000 }, () => 'true').join(' && ')),
    standard,
    code: 2,
  },
  {
    name: 'a rule that multiplies lists',
    files: rule(
      `[1,2,3,4,5,6,7,8,9,0].all(a, ${'[1,2,3,4,5,6,7,8,9,0].all(b, '.repeat(8)}true${')'.repeat(8)})`,
    ),
    standard,
    code: 1,
    says: /rule\/r|not be evaluated|too/,
  },
  {
    name: 'a rule with a slow pattern',
    files: {
      ...rule("this.title.matches('^(a+)+$')"),
      'data/a.json': JSON.stringify({ id: 'd', title: `${'a'.repeat(5000)}!` }),
    },
    standard,
    code: 1,
  },
  {
    name: 'a rule that asks for constructor',
    files: rule('this.constructor.name != "x"'),
    standard,
    code: 2,
    says: /no field `constructor`/,
  },
  {
    name: '5,000 rules',
    files: changed({
      'rules.yaml': Array.from(
        { length: 5_000 },
        (_, i) => `- {id: r${i}, severity: error, kind: dataset, at: /title, assert: "true", message: m}\n`,
      ).join(''),
    }),
    standard,
    code: 0,
  },
  {
    name: 'a standard that switches unreadable off',
    files: {
      ...edited('codelists:', 'severity: { document/unreadable: off, document/syntax: off }\ncodelists:'),
      'data/a.json': '{"id":',
      'data/b.xlsx': 'x',
    },
    standard,
    code: 2,
    says: /cannot be switched off/,
  },
  {
    name: 'messages that act on a terminal',
    files: {
      ...changed({ 'messages/en.yaml': '"field/missing": "\\e[31m \\u202e ::error::{expected}"\n' }),
      'data/a.json': '{}',
    },
    standard,
    code: 1,
  },
];
