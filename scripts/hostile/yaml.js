/** YAML that multiplies, nests, repeats or pretends. */
import { brief } from './judge.js';

const one = (content) => ({ 'data/a.yaml': content });
const levels = (count, width) =>
  Array.from({ length: count }, (_, index) =>
    index === 0
      ? 'a0: &a0 ["lol"]'
      : `a${index}: &a${index} [${Array.from({ length: width }, () => `*a${index - 1}`).join(', ')}]`,
  ).join('\n');

const once = (check, line) => (report) => {
  const found = report.divergences.filter((each) => each.check === check);
  return found.length === 1 && found[0].place?.line === line
    ? undefined
    : `${found.length} × ${check}: ${brief(JSON.stringify(found))}`;
};

const keys = (count) => Array.from({ length: count }, (_, index) => `key${index}: ${index}`).join('\n');

/** @type {readonly import('../hostile.js').Case[]} */
export const cases = [
  { name: 'an alias bomb 9^9', files: one(`title: x\n${levels(10, 9)}\n`), code: 1, says: /1000000 values/ },
  {
    name: 'an alias bomb of objects',
    files: one(
      `title: x\n${Array.from({ length: 30 }, (_, i) => (i === 0 ? 'k0: &k0 {a: 1}' : `k${i}: &k${i} {a: *k${i - 1}, b: *k${i - 1}}`)).join('\n')}\n`,
    ),
    code: 1,
    says: /1000000 values/,
  },
  {
    name: '1,000 harmless aliases',
    files: one(`title: x\nid: &b health\nmore:\n${'  - *b\n'.repeat(1000)}`),
    code: 0,
  },
  {
    name: 'an alias of itself',
    files: one('title: x\npart: &a\n  title: y\n  part: *a\n'),
    code: 1,
    says: /contains itself/,
  },
  { name: 'an alias without anchor', files: one('title: *x\n'), code: 1, says: /no anchor/ },
  {
    name: '800 nested ? keys',
    files: one(`${'? '.repeat(800)}x`),
    code: 1,
    says: /nested deeper|name must be text/,
  },
  {
    name: '800 nested [? keys',
    files: one(`${'[? '.repeat(800)}x`),
    code: 1,
    says: /nested deeper|not YAML|name must be text/,
  },
  { name: '100,000 [', files: one('['.repeat(100_000)), code: 1, says: /nested deeper than 100/ },
  {
    name: '1,000 [ with their ends',
    files: one(`title: ${'['.repeat(1000)}${']'.repeat(1000)}`),
    code: 1,
    says: /nested deeper than 100/,
  },
  { name: '500,000 {', files: one('{a: '.repeat(500_000)), code: 1, says: /nested deeper than 100/ },
  { name: '50,000 nested - ', files: one('- '.repeat(50_000)), code: 1, says: /nested deeper than 100/ },
  {
    name: 'indented 3,000 levels',
    files: one(Array.from({ length: 1400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')),
    code: 1,
    says: /nested deeper than 100/,
  },
  { name: '100,000 anchors in a row', files: one(`title: ${'&a '.repeat(100_000)}x`), code: 1 },
  { name: '100,000 tags in a row', files: one(`title: ${'!!str '.repeat(100_000)}x`), code: 1 },
  { name: '40,000 keys', files: one(`title: x\n${keys(40_000)}\n`), code: 0 },
  {
    name: '40,000 keys in braces',
    files: one(`{title: x, ${keys(40_000).replaceAll('\n', ', ')}}`),
    code: 0,
  },
  {
    name: 'one key twice',
    files: one('title: a\nid: b\ntitle: c\n'),
    code: 1,
    report: once('document/duplicate-key', 3),
  },
  { name: 'one key 5,000 times', files: one(`title: a\n${'id: b\n'.repeat(5000)}`), code: 1 },
  {
    name: '__proto__ twice',
    files: one('title: a\n__proto__: b\n__proto__: c\n'),
    code: 1,
    report: once('document/duplicate-key', 3),
  },
  {
    name: 'an id of 20 digits',
    files: one('title: a\nid: 12345678901234567890\n'),
    code: 1,
    says: /12345678901234567890/,
  },
  { name: '.inf, .nan, 1e400', files: one('title: a\nid: .inf\nkeyword: [.nan, 1e400]\n'), code: 1 },
  { name: 'half a character', files: one('title: "\\uD800"\n'), code: 1, says: /lone surrogate/ },
  { name: 'a raw NUL', files: one('title: a\0b\n'), code: 1, says: /NUL/ },
  { name: 'CR alone', files: one('title: a\rid: b\r'), code: 1, says: /CR alone/ },
  { name: 'a list as key', files: one('title: a\n? [x, y]\n: 1\n'), code: 1, says: /name must be text/ },
  {
    name: 'a tag that runs code elsewhere',
    files: one('title: !!js/function "function(){ return 1 }"\nid: !!python/object/apply:os.system ["id"]\n'),
    code: 1,
  },
  {
    name: 'merge keys in a chain',
    files: one(
      `title: x\n${Array.from({ length: 2000 }, (_, i) => `m${i}: &m${i} {${i === 0 ? 'a: 1' : `<<: [*m${i - 1}, *m${i - 1}]`}}`).join('\n')}`,
    ),
    code: 1,
  },
  { name: 'YAML 1.1', files: one('%YAML 1.1\n---\ntitle: no\n'), code: 0, says: /YAML 1\.1 is declared/ },
  { name: 'cut off in a text', files: one('title: "abc\n'), code: 1 },
  { name: '50,000 documents', files: one('---\ntitle: x\n'.repeat(50_000)), code: 0 },
  { name: '1 MB of ---', files: one('---\n'.repeat(262_144)), code: 1 },
  {
    name: 'a block text of 1 MB',
    files: one(`title: |\n${`  ${'x'.repeat(98)}\n`.repeat(10_000)}`),
    code: 0,
  },
  { name: '1 MB of quotes', files: one(`title: ${'"'.repeat(1 << 20)}`), code: 1 },
  { name: '1 MB of !', files: one(`title: ${'!'.repeat(1 << 20)}`), code: 1 },
  { name: '1 MB of blanks and a tab', files: one(`title:${' '.repeat(1 << 20)}\t- x`), code: 1 },
  { name: '1 MB of %', files: one(`${'%'.repeat(1 << 20)}\n---\ntitle: x\n`), code: 1 },
  { name: '70,000 directives', files: one(`${'%TAG ! tag:x\n'.repeat(70_000)}---\ntitle: x\n`), code: 0 },
  { name: '100,000 comments', files: one(`title: x\n${'# c\n'.repeat(200_000)}`), code: 0 },
  { name: 'a comma list of nothing', files: one(`title: [${','.repeat(500_000)}]`), code: 1 },
  { name: '300,000 colons', files: one(`title: {${':'.repeat(300_000)}}`), code: 1 },
  { name: '1 MB of numbers', files: one(`title: x\nnumbers: [${'1,'.repeat(500_000)}]`), code: 0 },
  { name: '250,000 items', files: one(`title: x\nitems:\n${'- 1\n'.repeat(250_000)}`), code: 0 },
  { name: '20,000 other documents', files: one('---\ntitle: &a x\nid: *a\n'.repeat(20_000)), code: 0 },
  { name: '100,000 items', files: one(`title: x\nkeyword: [${'a, '.repeat(100_000)}]`), code: 1 },
  {
    name: '70 MB',
    paths: ['-'],
    flags: ['--stdin-filepath', 'a.yaml'],
    stdin: (stdin) => stdin.end(`title: x\n${'# comment\n'.repeat(7_000_000)}`),
    code: 1,
    says: /larger than/,
  },
];
