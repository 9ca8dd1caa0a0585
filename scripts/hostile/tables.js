/** CSV whose quotes, widths, headings or bytes lie, plain and packed. */
import { gzipSync } from 'node:zlib';
import { packageFiles } from './standards.js';

const megabyte = 1 << 20;
const head = 'Number,Title,Owner,Theme,Issued\n';
const good = 'd-1,GP practices,Health,health,2024-01-31\n';
const table = (content, more) => ({
  ...packageFiles(),
  'data/a.csv': typeof content === 'string' ? head + content : content,
  ...more,
});
const packed = (content) => ({ ...packageFiles(), 'data/a.csv.gz': content });
const standard = 'town';
const rows = (count) =>
  Array.from({ length: count }, (_, index) => `d-${index},Title ${index},Health,health,2024-01-31\n`).join(
    '',
  );
const located = (check, line) => (report) => {
  const found = report.divergences.filter((each) => each.check === check);
  return found.length === 1 && found[0].place?.line === line
    ? undefined
    : `${found.length} × ${check}: ${JSON.stringify(found).slice(0, 300)}`;
};

const noisy = Buffer.alloc(2 * megabyte);
for (let index = 0, seed = 7; index < noisy.length; index += 1) {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  noisy[index] = seed >> 16;
}

/** @type {readonly import('../hostile.js').Case[]} */
export const cases = [
  { name: 'a good table', files: table(good), standard, code: 0 },
  {
    name: 'a quote that never ends',
    files: table(`${good}d-2,"GP\n${rows(20_000)}`),
    standard,
    code: 1,
    says: /never closed/,
    report: located('document/syntax', 3),
  },
  {
    name: 'a quote that never ends, 200 MB',
    files: packageFiles(),
    standard,
    paths: ['-'],
    flags: ['--stdin-filepath', 'a.csv'],
    stdin: (stdin) => stdin.end(`${head}d-1,"${'x\n'.repeat(100 * megabyte)}`),
    code: 1,
    says: /never closed|larger|longer/,
  },
  {
    name: '100 MB without a line end',
    files: packageFiles(),
    standard,
    paths: ['-'],
    flags: ['--stdin-filepath', 'a.csv'],
    stdin: (stdin) => stdin.end(`${head}${'x'.repeat(100 * megabyte)}`),
    code: 1,
  },
  { name: 'a row of 1,000,000 cells', files: table(','.repeat(1e6)), standard, code: 1 },
  {
    name: 'headings of 500,000 cells',
    files: { ...packageFiles(), 'data/a.csv': `Number,Title${',x'.repeat(5e5)}\nd-1,a\n` },
    standard,
    code: 1,
  },
  {
    name: 'a heading twice',
    files: { ...packageFiles(), 'data/a.csv': 'Number,Title,Title\nd-1,a,b\n' },
    standard,
    code: 0,
    says: /stands twice/,
  },
  {
    name: 'headings __proto__, constructor',
    files: { ...packageFiles(), 'data/a.csv': 'Number,Title,__proto__,constructor\nd-1,a,b,c\n' },
    standard,
    code: 0,
    says: [/__proto__/, /constructor/],
  },
  { name: 'ragged rows', files: table(`${good}d-2,a\nd-3,b,c,health,2024-01-01,x,y\n`), standard, code: 1 },
  { name: '10,000 ragged rows', files: table('d\n'.repeat(1e4)), standard, code: 1 },
  { name: '500,000 empty lines', files: table('\n'.repeat(5e5)), standard, code: 1, says: /no record/ },
  { name: 'headings only', files: table(''), standard, code: 1, says: /no record/ },
  { name: 'nothing', files: { ...packageFiles(), 'data/a.csv': '' }, standard, code: 1, says: /empty/ },
  { name: 'a NUL', files: table('d-1,a\0b,Health,health,2024-01-31\n'), standard, code: 1, says: /NUL/ },
  {
    name: 'mixed line ends',
    files: { ...packageFiles(), 'data/a.csv': 'Number,Title\r\nd-1,a\nd-2,b\rd-3,c\r\n' },
    standard,
    code: 0,
  },
  {
    name: 'one invalid byte',
    files: {
      ...packageFiles(),
      'data/a.csv': Buffer.concat([
        Buffer.from(`${head}d-1,a`),
        Buffer.from([0xff]),
        Buffer.from('b,Health,health,2024-01-31\n'),
      ]),
    },
    standard,
    code: 1,
  },
  {
    name: 'UTF-16',
    files: { ...packageFiles(), 'data/a.csv': Buffer.from(`\ufeff${head}${good}`, 'utf16le') },
    standard,
    code: 0,
    says: /UTF-16/,
  },
  { name: 'a picture', files: { ...packageFiles(), 'data/a.csv': noisy }, standard, code: 1 },
  { name: 'cells that start formulas', files: table('=cmd|x!A1,@SUM(A1),+1,-1,\t=1\n'), standard, code: 1 },
  { name: 'a table without binding', files: { 'data/a.csv': head + good }, code: 1, says: /how the columns/ },
  { name: 'a good packed table', files: packed(gzipSync(head + good)), standard, code: 0 },
  {
    name: 'a gzip bomb',
    files: packed(gzipSync(Buffer.alloc(600 * megabyte, 'x\n'))),
    standard,
    code: 1,
    says: /unpacks to far more|larger than/,
  },
  {
    name: 'a gzip bomb of JSON',
    files: { 'data/a.json.gz': gzipSync(Buffer.alloc(600 * megabyte, ' ')) },
    code: 1,
    says: /larger than/,
  },
  {
    name: 'a truncated gzip',
    files: packed(gzipSync(head + rows(5000)).subarray(0, 5000)),
    standard,
    code: 1,
    says: /cut off/,
  },
  {
    name: 'a gzip cut off in its last bytes',
    files: packed(gzipSync(head + good).subarray(0, -4)),
    standard,
    code: 1,
    says: /cut off/,
  },
  {
    name: 'a gzip with a wrong checksum',
    files: packed(Buffer.concat([gzipSync(head + good).subarray(0, -8), Buffer.alloc(8)])),
    standard,
    code: 1,
    says: /damaged/,
  },
  {
    name: 'a gzip that is none',
    files: packed(Buffer.from(head + good)),
    standard,
    code: 1,
    says: /damaged/,
  },
  { name: 'an empty gzip file', files: packed(Buffer.alloc(0)), standard, code: 1 },
  {
    name: 'a gzip and rubbish behind it',
    files: packed(Buffer.concat([gzipSync(head + good), Buffer.from('rubbish')])),
    standard,
    code: 1,
  },
  { name: 'a gzip in a gzip', files: packed(gzipSync(gzipSync(head + good))), standard, code: 1 },
  {
    name: '50,000 empty gzip members',
    files: packed(
      Buffer.concat([gzipSync(head + good), ...Array.from({ length: 50_000 }, () => gzipSync(''))]),
    ),
    standard,
    code: 0,
  },
];
