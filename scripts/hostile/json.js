/** Long file: a list of cases. JSON and NDJSON that is deep, huge, doubled, broken or wrongly encoded. */
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { brief } from './judge.js';

const megabyte = 1 << 20;
const title = { title: 'GP practices' };
const text = (value) => JSON.stringify(value);

const deep = (open, close, levels) => `{"title":"x","part":${open.repeat(levels)}1${close.repeat(levels)}}`;
const parts = (levels) => '{"title":"x","part":'.repeat(levels) + text(title) + '}'.repeat(levels);

/** A file of `size` bytes that takes no room on the disk. */
const sparse = (start, size) => (path) => {
  const handle = openSync(path, 'w');
  writeSync(handle, start);
  ftruncateSync(handle, size);
  closeSync(handle);
};

/** One line of `size` bytes, through a pipe. */
const longLine = (start, size) => (stdin) => {
  stdin.write(start);
  const block = 'a'.repeat(megabyte);
  let left = size;
  const more = () => {
    while (left > 0 && !stdin.destroyed) {
      left -= megabyte;
      if (!stdin.write(block)) {
        stdin.once('drain', more);
        return;
      }
    }
    stdin.end();
  };
  more();
};

/** Exactly one divergence of a check, with this place. */
const once = (check, line, column) => (report) => {
  const found = report.divergences.filter((each) => each.check === check);
  if (found.length !== 1) return `${found.length} × ${check}: ${brief(text(report.divergences))}`;
  const { place } = found[0];
  return place?.line === line && place?.column === column ? undefined : `stands at ${text(place)}`;
};

const one = (content) => ({ 'data/a.json': content });
const duplicates = (count) =>
  `{"title":"x",${Array.from({ length: count }, (_, index) => `"id":"${index}"`).join(',')}}`;

/** One dataset of a data.json with so many distributions. */
const distributions = (count, distribution) =>
  one(text({ dataset: [{ identifier: 'a', distribution: Array(count).fill(distribution) }] }));

/** @type {readonly import('../hostile.js').Case[]} */
export const cases = [
  {
    name: '20,000 misspelt fields in one record',
    standard: 'dcat-us',
    files: distributions(20_000, {
      '@type': 'dcat:Distribution',
      dowloadURL: 'https://a.org',
      mediaType: 'text/csv',
    }),
    code: 1,
    says: /downloadURL/,
  },
  {
    name: '20,000 fields of another object in one record',
    standard: 'dcat-us',
    files: distributions(20_000, { '@type': 'dcat:Distribution', theme: 'x', keyword: 'y' }),
    code: 1,
    says: /theme/,
  },
  {
    name: 'a million blanks inside a text',
    standard: 'dcat-us',
    files: one(text({ dataset: [{ identifier: 'a', description: `a${' '.repeat(1e6)}b ` }] })),
    code: 1,
    says: /white space/,
  },
  {
    name: 'a thousand comments',
    files: one(`{"title":"x"${'/**/'.repeat(1000)}}`),
    code: 1,
    says: /900 more/,
  },
  { name: '100 levels of parts', files: one(parts(100)), code: 0 },
  { name: '990 levels of parts', files: one(parts(990)), code: 1, says: /nested too deeply/ },
  { name: '1,001 levels of parts', files: one(parts(1001)), code: 1, says: /nested deeper than 1000/ },
  { name: '100,000 [', files: one('['.repeat(100_000)), code: 1, says: /nested deeper|ends in the middle/ },
  {
    name: '3,000,000 nested lists',
    files: one(deep('[', ']', 3e6)),
    code: 1,
    says: /nested deeper than 1000/,
  },
  {
    name: '500,000 nested objects',
    files: one(deep('{"a":', '}', 5e5)),
    code: 1,
    says: /nested deeper than 1000/,
  },
  {
    name: '40,000 keys',
    files: one(
      text({ ...title, ...Object.fromEntries(Array.from({ length: 40_000 }, (_, i) => [`key${i}`, i])) }),
    ),
    code: 0,
  },
  {
    name: '40,000 keys near a missing one',
    files: one(text(Object.fromEntries(Array.from({ length: 40_000 }, (_, i) => [`tilte${i}`, i])))),
    code: 1,
    says: /title/,
  },
  {
    name: 'a list of 300,000 wrong values',
    files: one(text({ ...title, keyword: Array.from({ length: 300_000 }, (_, i) => i) })),
    code: 1,
    says: /keyword/,
  },
  {
    name: 'a list of 200,000 objects that must differ',
    files: one(text({ ...title, keyword: Array.from({ length: 100_000 }, (_, i) => ({ i })) })),
    code: 1,
  },
  {
    name: 'one key twice',
    files: one('{\n  "title": "a",\n  "title": "b"\n}'),
    code: 1,
    says: /title/,
    report: once('document/duplicate-key', 3, 3),
  },
  { name: 'one key 2,000 times', files: one(duplicates(2000)), code: 1, says: /id/ },
  {
    name: 'a doubled key inside a list',
    files: one('{"title":"a","keyword":[{"a":1,\n"a":2}]}'),
    code: 1,
    report: once('document/duplicate-key', 2, 1),
  },
  {
    name: '__proto__ twice',
    files: one('{"title":"a","__proto__":1,\n"__proto__":2}'),
    code: 1,
    report: once('document/duplicate-key', 2, 1),
  },
  {
    name: 'only __proto__ holds the title',
    files: one('{"__proto__":{"title":"a"}}'),
    code: 1,
    says: /title/,
  },
  {
    name: 'an id of 20 digits',
    files: one('{"title":"a",\n"id":12345678901234567890}'),
    code: 1,
    says: /12345678901234567890/,
    report: once('document/syntax', 2, 6),
  },
  { name: 'a number of 900,000 digits', files: one(`{"title":"a","id":${'9'.repeat(900_000)}}`), code: 1 },
  { name: '1e400 and -0', files: one('{"title":"a","id":1e400,"keyword":["-0"]}'), code: 1, says: /1e400/ },
  { name: '1e999999999 as an integer', files: one('{"title":"a","id":1e999999999}'), code: 1 },
  { name: 'half a character', files: one('{"title":"a",\n"id":"\\uD800"}'), code: 1, says: /lone surrogate/ },
  { name: 'NUL in a text', files: one('{"title":"a\\u0000b","id":"\\u0000"}'), code: 1 },
  { name: 'a raw NUL', files: one('{"title":"a\0b"}'), code: 1 },
  { name: 'a byte order mark', files: one(`\ufeff${text(title)}`), code: 0 },
  {
    name: 'two byte order marks',
    files: one(`\ufeff\ufeff${text(title)}`),
    code: 0,
    says: /byte order mark/,
  },
  {
    name: 'Latin-1',
    files: one(Buffer.from('{"title":"Gesundheitsamt Köln, Straße"}', 'latin1')),
    code: 0,
    says: /encoded in GB18030 and was read as such/,
  },
  {
    name: 'one invalid byte',
    files: one(Buffer.concat([Buffer.from('{"title":"abc'), Buffer.from([0xff]), Buffer.from('def"}')])),
    code: 1,
  },
  {
    name: 'UTF-16 LE',
    files: one(Buffer.from(`\ufeff${text({ title: '卫生' })}`, 'utf16le')),
    code: 0,
    says: /encoded in UTF-16LE/,
  },
  {
    name: 'UTF-16 LE without a mark',
    files: one(Buffer.from(text({ title: '卫生' }), 'utf16le')),
    code: 0,
    says: /encoded in UTF-16LE/,
  },
  {
    name: 'UTF-16 of an odd length',
    files: one(Buffer.concat([Buffer.from(`\ufeff${text(title)}`, 'utf16le'), Buffer.from([0x41])])),
    code: 1,
  },
  { name: 'UTF-32', files: one(Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0, 0x7d, 0, 0, 0])), code: 1 },
  {
    name: 'GB18030',
    files: one(
      Buffer.from([
        0x7b, 0x22, 0x74, 0x69, 0x74, 0x6c, 0x65, 0x22, 0x3a, 0x22, 0xce, 0xc0, 0xc9, 0xfa, 0xbe, 0xd6, 0x22,
        0x7d,
      ]),
    ),
    code: 0,
    says: /GB18030/,
  },
  {
    name: 'cut off in the middle',
    files: one('{"title":"GP prac'),
    code: 1,
    says: /ends in the middle|closing quotation/,
  },
  { name: 'cut off in a character', files: one(Buffer.from('{"title":"卫生').subarray(0, 14)), code: 1 },
  { name: 'nothing', files: one(''), code: 1, says: /empty/ },
  { name: 'blanks only', files: one(' \n'.repeat(50_000)), code: 1, says: /empty/ },
  { name: 'a title of 20 MB', files: one(text({ title: 'x'.repeat(20 * megabyte) })), code: 0 },
  {
    name: 'a title of 60 MB',
    files: one(text({ title: 'x'.repeat(60 * megabyte) })),
    code: 0,
    bounds: { megabytes: 800 },
  },
  {
    name: 'a title of 60 MB in Chinese',
    files: one(text({ title: '中'.repeat(20 * megabyte) })),
    code: 0,
    bounds: { megabytes: 800 },
  },
  {
    name: 'a title of 65 MB',
    files: one(text({ title: 'x'.repeat(65 * megabyte) })),
    code: 1,
    says: /larger than/,
  },
  {
    name: 'a list of 500,000 numbers',
    files: one(`{"title":"x","keyword":[${'1,'.repeat(5e5)}1]}`),
    code: 1,
  },
  {
    name: 'a list of 300,000 empty objects',
    files: one(`{"title":"x","other":[${'{},'.repeat(3e5)}{}]}`),
    code: 0,
  },
  {
    name: '700 MB of NUL',
    files: { 'data/a.json': sparse('{"title":"', 700 * megabyte) },
    code: 1,
    says: /larger than|NUL/,
  },
  {
    name: '700 MB of NUL in NDJSON',
    files: { 'data/a.ndjson': sparse('{"title":"', 700 * megabyte) },
    code: 1,
    says: /larger than|NUL/,
  },
  {
    name: 'a line of 700 MB through a pipe',
    paths: ['-'],
    flags: ['--stdin-filepath', 'a.json'],
    stdin: longLine('{"title":"', 700 * megabyte),
    code: 1,
    says: /larger than/,
  },
  {
    name: 'a line of 700 MB in NDJSON',
    paths: ['-'],
    flags: ['--stdin-filepath', 'a.ndjson'],
    stdin: longLine('{"title":"', 700 * megabyte),
    code: 1,
    says: /larger than/,
  },
  {
    name: '60 MB of [',
    paths: ['-'],
    flags: ['--stdin-filepath', 'a.json'],
    stdin: (stdin) => stdin.end('['.repeat(60 * megabyte)),
    code: 1,
    says: /nested deeper/,
  },
  {
    name: '30,000 broken lines of NDJSON',
    files: { 'data/a.ndjson': '{"title":}\n'.repeat(30_000) },
    code: 1,
    says: /not JSON/,
  },
  {
    name: '1,000,000 empty lines of NDJSON',
    files: { 'data/a.ndjson': '\n'.repeat(1e6) },
    code: 1,
    says: /no record|empty/,
  },
  { name: 'comments, single quotes, commas', files: one("{'title': 'a', // here\n}"), code: 1 },
  {
    name: 'a million-character key',
    files: one(text({ ...title, ['k'.repeat(1e6)]: 1, part: { ['k'.repeat(1e6)]: 1 } })),
    code: 1,
    says: /title/,
  },
  {
    name: '100,000 escapes',
    files: one(`{"title":"${'\\u4e2d'.repeat(1e5)}","id":"${'\\n'.repeat(1e5)}"}`),
    code: 0,
  },
  {
    name: 'a name that does not belong: constructor',
    files: one('{"constructor":{"name":"x"},"toString":1,"hasOwnProperty":2,"valueOf":null}'),
    code: 1,
    says: /title/,
  },
];
