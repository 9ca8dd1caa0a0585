/** Long file: a list of cases. Data tables that are broken, huge, bombs or lie, and schemas of tables that are none. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { workbookParts, writeWorkbook } from '../support/workbook.js';
import { packZip } from '../support/zip-writer.js';
import { brief, judge } from './judge.js';

const megabyte = 1 << 20;
const head = 'id,name,day\n';
const row = (id) => `${id},Bed ${id},2024-01-31\n`;
const rows = (count, from = 1) => Array.from({ length: count }, (_, index) => row(from + index)).join('');
/** A cell that is wrong: where it is told, the table was read up to there. */
const wrong = 'x,Bed,2024-01-31\n';

const field = (name, type, constraints) => ({ name, type, ...(constraints && { constraints }) });
const beds = {
  fields: [
    field('id', 'integer', { required: true }),
    field('name', 'string', { maxLength: 200 }),
    field('day', 'date'),
  ],
  primaryKey: 'id',
};
const text = (value) => JSON.stringify(value);
const columns = (...fields) => text({ fields });
const schema = 'schema.json';

/** A table under the schema of beds, or another. */
const table = (content, { as = 'data.csv', by = text(beds), more = {} } = {}) => ({
  [schema]: by,
  [`data/${as}`]: content,
  ...more,
});

/** Writes a file in pieces, each a text and how often it stands there. */
const pieces =
  (...parts) =>
  (path) => {
    const handle = openSync(path, 'w');
    for (const [piece, times] of parts) {
      const perBlock = Math.max(1, Math.min(times, Math.floor(megabyte / piece.length)));
      const block = Buffer.from(piece.repeat(perBlock));
      for (let left = times; left > 0; left -= perBlock)
        writeSync(handle, left >= perBlock ? block : Buffer.from(piece.repeat(left)));
    }
    closeSync(handle);
  };

/** A file with a hole of NULs that takes no room on the disk. */
const sparse = (start, hole, end) => (path) => {
  const handle = openSync(path, 'w');
  writeSync(handle, start);
  ftruncateSync(handle, start.length + hole);
  closeSync(handle);
  appendFileSync(path, end);
};

const link = (target) => (path) => symlinkSync(target, path);
const pipe = (path) => execFileSync('mkfifo', [path]);
const folder = (path) => mkdirSync(path);
/** Letters of GB18030 that these cases need. */
const gbLetters = {
  编: 'b1e0',
  号: 'bac5',
  名: 'c3fb',
  称: 'b3c6',
  医: 'd2bd',
  院: 'd4ba',
  镕: 'e946',
  亅: '817c',
};
function encodeGb(content) {
  return Buffer.concat(
    [...content].map((letter) =>
      Buffer.from(gbLetters[letter] ?? Buffer.from(letter).toString('hex'), 'hex'),
    ),
  );
}
const swapped = (bytes) => Buffer.from(bytes).swap16();
const utf16 = (content) => Buffer.from(content, 'utf16le');

/** Exactly one divergence of that kind, at that place; the others as wished. */
const told =
  (...wanted) =>
  ({ divergences }) => {
    for (const { check, reason, line, count, times = 1 } of wanted) {
      const found = divergences.filter(
        (each) => each.check === check && (reason === undefined || each.facts.reason === reason),
      );
      const shown = `${found.length} × ${check} ${reason ?? ''}: ${brief(text(found.length > 0 ? found : divergences))}`;
      if (found.length !== times) return shown;
      if (line !== undefined && found[0].place?.line !== line) return `not at line ${line}: ${shown}`;
      if (count !== undefined && found[0].facts.count !== count) return `not ${count}: ${shown}`;
    }
    return wordless(divergences);
  };
const quiet = ({ divergences }) =>
  divergences.length === 0 ? undefined : `says ${brief(text(divergences.map(({ message }) => message)))}`;
const wordless = (divergences) => {
  const bare = divergences.find(
    ({ message }) => /^[a-z-]+$/.test(message) || /undefined|\bNaN\b/.test(message),
  );
  return bare === undefined ? undefined : `a code in place of words: ${brief(text(bare))}`;
};
const isSample = ({ summary }) => (summary.samples > 0 ? undefined : 'counts no sample');
const both =
  (...judges) =>
  (report) =>
    judges.map((one) => one(report)).find((trouble) => trouble !== undefined);
const wrongCell = (line) => ({ check: 'cell/type', line, count: 1 });
const long = { seconds: 25, megabytes: 256 };

/** In Chinese as in English: exit code 2, a sentence, what to do about it. */
const reporting = ['terminal', 'json:report.json', 'summary:summary.txt'].flatMap((one) => ['--format', one]);
const broken =
  (schemas) =>
  async ({ run, folder: at, args }) => {
    for (const [name, { value, says, place = true, hint = false, code = 2 }] of Object.entries(schemas)) {
      writeFileSync(
        join(at, schema),
        typeof value === 'string' || Buffer.isBuffer(value) ? value : text(value),
      );
      for (const locale of ['en', 'zh-CN']) {
        const result = await run({ args: [...args, ...reporting, '--locale', locale], cwd: at });
        const due = { code, ...(locale === 'en' && says ? { says } : {}) };
        const trouble = judge(result, due, { folder: at, megabytes: 256, seconds: 5 });
        if (trouble !== undefined) return `${name} (${locale}): ${trouble}`;
        if (code !== 2) continue;
        if (place && !/schema\.json/.test(result.err)) return `${name}: no place: ${brief(result.err)}`;
        if (hint && !result.err.trim().includes('\n')) return `${name}: no hint: ${brief(result.err)}`;
        if (locale === 'zh-CN' && !/[\u4e00-\u9fff]/.test(result.err))
          return `${name}: not in Chinese: ${brief(result.err)}`;
      }
    }
    return undefined;
  };

const one = (changes) => ({ fields: [{ name: 'id', type: 'integer', ...changes }] });
const asked = (constraints, type = 'string') => ({ fields: [{ name: 'id', type, constraints }] });
const brokenSchemas = {
  'empty file': { value: '' },
  'no JSON': { value: '{"fields": [' },
  binary: { value: Buffer.from([0, 255, 254, 1, 2, 3]) },
  'a list': { value: '[]', hint: true },
  'a text': { value: '"fields"', hint: true },
  'a number': { value: '7', hint: true },
  null: { value: 'null', hint: true },
  'an empty object': { value: {}, hint: true },
  'a metadata record': { value: { title: 'Beds', publisher: 'Health' }, hint: true },
  'too deep': { value: `{"fields":${'['.repeat(5000)}` },
  '2 MB of brackets': { value: '['.repeat(2 * megabyte) },
  'fields is no list': { value: { fields: 'id' }, hint: true },
  'no field': { value: { fields: [] }, hint: true },
  'a field that is a text': { value: { fields: ['id'] }, says: /`name`/ },
  'a field that is null': { value: { fields: [null] }, says: /`name`/ },
  'a field without name': { value: { fields: [{ type: 'string' }] }, says: /`name`/ },
  'a name that is a number': { value: { fields: [{ name: 7 }] }, says: /name/ },
  'a name twice': { value: { fields: [{ name: 'id' }, { name: 'id' }] }, says: /id/ },
  'a type nobody knows': { value: one({ type: 'integr' }), says: /integer/, hint: true },
  'a type that is a list': { value: one({ type: ['integer'] }), hint: true },
  'a type __proto__': { value: one({ type: '__proto__' }), hint: true },
  'a type constructor': { value: one({ type: 'constructor' }), hint: true },
  'a format that is a number': { value: one({ type: 'string', format: 7 }), code: 2 },
  'constraints that are a list': { value: one({ constraints: [] }) },
  'required is a text': { value: asked({ required: 'yes' }) },
  'unique is a number': { value: asked({ unique: 1 }) },
  'minLength is negative': { value: asked({ minLength: -1 }) },
  'maxLength is a text': { value: asked({ maxLength: 'long' }) },
  'minLength above maxLength': { value: asked({ minLength: 5, maxLength: 2 }) },
  'minimum is a text': { value: asked({ minimum: 'x' }, 'integer') },
  'minimum above maximum': { value: asked({ minimum: 5, maximum: 2 }, 'integer') },
  'minimum is no date': { value: asked({ minimum: 'soon' }, 'date') },
  'minimum is an object': { value: asked({ minimum: {} }, 'integer') },
  'a pattern that is none': { value: asked({ pattern: '(' }), says: /regular expression/ },
  'a pattern that is a number': { value: asked({ pattern: 7 }) },
  'a pattern with unmatched brackets': { value: asked({ pattern: '[a-' }) },
  'enum is a text': { value: asked({ enum: 'a' }) },
  'enum is empty': { value: asked({ enum: [] }) },
  'enum of objects': { value: asked({ enum: [{}] }) },
  'categories of a number': { value: one({ type: 'string', categories: 7 }) },
  'primaryKey unknown': { value: { ...beds, primaryKey: 'idd' }, says: /idd/, hint: true },
  'primaryKey a number': { value: { ...beds, primaryKey: 7 } },
  'primaryKey __proto__': { value: { ...beds, primaryKey: '__proto__' } },
  'uniqueKeys a text': { value: { ...beds, uniqueKeys: 'id' } },
  'uniqueKeys unknown': { value: { ...beds, uniqueKeys: [['x']] } },
  'foreignKeys a text': { value: { ...beds, foreignKeys: 'id' } },
  'foreignKeys without reference': { value: { ...beds, foreignKeys: [{ fields: 'id' }] } },
  'foreignKeys null': { value: { ...beds, foreignKeys: [null] } },
  'foreignKeys of unlike width': {
    value: {
      ...beds,
      foreignKeys: [{ fields: ['id'], reference: { resource: '', fields: ['id', 'name'] } }],
    },
  },
  'missingValues a text': { value: { ...beds, missingValues: '-' } },
  'missingValues of lists': { value: { ...beds, missingValues: [[]] } },
  'fieldsMatch unknown': { value: { ...beds, fieldsMatch: 'loosely' } },
  'trueValues a text': { value: one({ type: 'boolean', trueValues: 'yes' }) },
  'a row schema without properties': { value: { type: 'object', properties: {} }, hint: true },
  'a row schema that refers to itself': { value: { $ref: '#' } },
  'a row schema with a broken pattern': { value: { properties: { id: { type: 'string', pattern: '(' } } } },
  'no resources': { value: { resources: [] } },
  'resources a text': { value: { resources: 'x' } },
  'a resource that is null': { value: { resources: [null] } },
  'a resource that leads out': {
    value: { resources: [{ name: 'a', path: '../../../etc/passwd', schema: beds }] },
    says: /leads out/,
  },
  'a resource at /etc/passwd': { value: { resources: [{ name: 'a', path: '/etc/passwd', schema: beds }] } },
  'a resource with backslashes': {
    value: { resources: [{ name: 'a', path: '..\\..\\etc\\passwd', schema: beds }] },
  },
  'a resource with a NUL': { value: { resources: [{ name: 'a', path: 'a\0.csv', schema: beds }] } },
  'a resource with a broken schema': {
    value: {
      resources: [{ name: 'a', path: 'data/data.csv', schema: { fields: [{ name: 'id', type: 'integr' }] } }],
    },
    says: /integr/,
  },
  'two resources of one name': {
    value: {
      resources: [
        { name: 'a', path: 'data/data.csv', schema: beds },
        { name: 'a', path: 'data/data.csv', schema: beds },
      ],
    },
  },
};

const parquet = Buffer.from(
  parquetWriteBuffer({
    columnData: [
      { name: 'id', data: Array.from({ length: 200 }, (_, i) => i), type: 'INT32' },
      { name: 'name', data: Array.from({ length: 200 }, (_, i) => `Bed ${i % 7}`), type: 'STRING' },
      { name: 'day', data: Array.from({ length: 200 }, () => '2024-01-31'), type: 'STRING' },
    ],
  }),
);

/** Damaged files are read or refused in words; many in one run, each on its own. */
async function flips({ run, folder: at, args }) {
  mkdirSync(join(at, 'data'), { recursive: true });
  writeFileSync(join(at, schema), text(beds));
  const step = Math.max(1, Math.ceil(parquet.length / 60));
  for (let byte = 0; byte < parquet.length; byte += step) {
    const bytes = Buffer.from(parquet);
    bytes[byte] ^= 1 << (byte % 8);
    writeFileSync(join(at, `data/${String(byte).padStart(5, '0')}.parquet`), bytes);
  }
  const result = await run({ args: [...args, ...reporting], cwd: at, limit: 60 });
  return judge(
    result,
    { code: result.code === 0 ? 0 : 1, report: ({ divergences }) => wordless(divergences) },
    { folder: at, megabytes: 400, seconds: 30 },
  );
}

/** The same bytes out with 1, 2 and 8 workers. */
const workers =
  (files, reports = reporting.slice(0, 4)) =>
  async ({ run, folder: at, args }) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(at, path)), { recursive: true });
      if (typeof content === 'function') content(join(at, path));
      else writeFileSync(join(at, path), content);
    }
    let first;
    for (const count of ['1', '2', '8']) {
      const { code, out, err } = await run({
        args: [...args, ...reports, '--workers', count],
        cwd: at,
        limit: 60,
      });
      const report = execFileSync('sha256sum', [join(at, 'report.json')], { encoding: 'utf8' });
      const all = text({ code, out, err, report });
      if (code !== 1) return `ended with ${code}: ${brief(out + err)}`;
      first ??= all;
      if (all !== first) return `${count} workers give something else: ${brief(all)} ${brief(first)}`;
    }
    return undefined;
  };

/** While the tool reads, the file changes. */
const racing =
  (change) =>
  async ({ run, folder: at, args }) => {
    for (const wait of [60, 120, 180, 300]) {
      pieces([head, 1], [row(1).repeat(1000), 1000])(join(at, 'data/data.csv'));
      const result = await run({
        args: [...args, ...reporting],
        cwd: at,
        onStart: () => setTimeout(() => change(join(at, 'data/data.csv')), wait),
      });
      const trouble = judge(result, { code: 1 }, { folder: at, megabytes: 256, seconds: 8 });
      if (trouble !== undefined) return `${wait} ms: ${trouble}`;
    }
    return undefined;
  };

const isRoot = process.getuid?.() === 0;
const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
async function unreadable({ run, folder: at, args }) {
  if (isRoot) for (const path of [dirname(at), at, join(at, 'data')]) chmodSync(path, 0o755);
  chmodSync(join(at, 'data/locked.csv'), 0);
  const result = await run({ args, cwd: at, ...(isRoot ? { shell: asNobody } : {}) });
  chmodSync(join(at, 'data/locked.csv'), 0o755);
  return result.code === 1 && /no permission/.test(result.out)
    ? undefined
    : `ended with ${result.code}: ${brief(result.out + result.err)}`;
}

const record = (code, title, items = ['编号', '名称']) => ({
  信息资源分类: '部门信息资源/省（自治区、直辖市）/云江市/市民政局',
  信息资源名称: title,
  信息资源代码: code,
  信息资源提供方: '云江市民政局',
  信息资源提供方代码: '11500100MB1A20061G',
  信息资源摘要: '由社区登记，按季度汇总，用于养老服务管理。',
  信息资源格式分类: '数据库',
  信息资源格式类型: 'KingbaseES',
  信息项: items.map((name) => ({ 信息项名称: name, 数据类型: '字符型C', 数据长度: 20 })),
  共享类型: '有条件共享',
  共享条件: '作为行政依据，供各级民政部门用于业务协同',
  共享方式分类: '共享平台方式',
  共享方式类型: '接口',
  是否向社会开放: '否',
  更新周期: '每季度',
  发布日期: '2018-03-15',
});
const standard = 'cn-gov-catalogue@2017';
const catalogue = (...records) =>
  Object.fromEntries(records.map((one, index) => [`data/r${index}.json`, text(one)]));
const first = record('307022011003/000012', '养老机构备案信息');
const second = record('307022011003/000013', '公共停车场信息');

/** The same record as rows of a sheet, one for each item. */
function sheetRowsOf({ 信息项: items, ...rest }) {
  const names = Object.keys(items[0]);
  return [
    [...Object.keys(rest), ...names],
    ...items.map((item) => [...Object.values(rest), ...names.map((name) => item[name])]),
  ];
}
const sheetOf = (one) =>
  `${sheetRowsOf(one)
    .map((cells) => cells.join(','))
    .join('\n')}\n`;

/** A text, and many times another, down a pipe. */
const pour = (start, block, times) => (stdin) => {
  stdin.write(start);
  let left = times;
  const more = () => {
    while (left > 0 && !stdin.destroyed) {
      left -= 1;
      if (!stdin.write(block)) {
        stdin.once('drain', more);
        return;
      }
    }
    stdin.end();
  };
  more();
};

const bomb = (path) => writeFileSync(path, gzipSync(Buffer.alloc(900 * megabyte, 'x\n')));
function workbookBomb(path) {
  const start =
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
  const parts = {
    ...workbookParts([{ name: 'a', rows: [['id', 'name', 'day']] }]),
    'xl/worksheets/sheet1.xml': Buffer.concat([Buffer.from(start), Buffer.alloc(600 * megabyte, ' ')]),
  };
  writeFileSync(path, packZip(Object.entries(parts).map(([name, data]) => ({ name, data }))));
}

const packageOf = (resources, more = {}) => ({ [schema]: text({ name: 'p', resources }), ...more });
const resource = (path, more = {}) => ({ name: 'beds', path, schema: beds, ...more });
const many = Array.from({ length: 10_000 }, (_, index) => `c${index}`);

/** @type {readonly import('../hostile.js').Case[]} */
const list = [
  { name: 'a good table', files: table(head + rows(3)), schema, code: 0, report: both(quiet, isSample) },
  {
    name: 'a quote that is never closed, 1 GB',
    files: table(
      pieces(
        [head + rows(1000), 1],
        ['1001,"Bed,2024-01-31\n', 1],
        ['7,Bed 7,2024-01-31\n'.repeat(5000), 11_300],
        [wrong, 1],
      ),
      {
        by: text({ ...beds, primaryKey: undefined }),
      },
    ),
    schema,
    code: 1,
    // Fifty million equal rows stand behind it: each is looked at again.
    bounds: { ...long, seconds: 40 },
    report: told(
      { check: 'document/syntax', reason: 'unbalanced-quote', line: 1002 },
      wrongCell(1_003 + 56_500_000),
    ),
  },
  {
    name: 'a quote that is never closed',
    files: table(`${head}${rows(5)}6,"Bed,2024-01-31\n${rows(60_000, 7)}${wrong}`),
    schema,
    code: 1,
    report: told({ check: 'document/syntax', reason: 'unbalanced-quote', line: 7 }, wrongCell(60_008)),
  },
  {
    name: 'a quote that is never closed, in the headings',
    files: table(`id,"name,day\n${rows(20_000)}`),
    schema,
    code: 1,
    report: told({ check: 'document/syntax', times: 1 }),
  },
  {
    name: 'a quote that is never closed, in a small table',
    files: table(`${head}${row(1)}2,"Bed,2024-01-31\n${row(3)}${wrong}`),
    schema,
    code: 1,
    report: told({ check: 'document/syntax', reason: 'unbalanced-quote', line: 3 }, wrongCell(5)),
  },
  {
    name: 'a quote that is never closed, in the last row',
    files: table(`${head}${row(1)}2,"Bed,2024-01-31`),
    schema,
    code: 1,
    report: told({ check: 'document/syntax', reason: 'unbalanced-quote', line: 3 }),
  },
  {
    name: 'NUL bytes',
    files: table(`${head}1,Be\0d,2024-01-31\n2,\0\0,2024-01-31\n${wrong}`),
    schema,
    code: 1,
    report: told({ check: 'document/syntax', reason: 'nul-bytes', line: 2, count: 2 }, wrongCell(4)),
  },
  { name: '50 MB of NULs', files: table(sparse(head, 50 * megabyte, '')), schema, code: 1, bounds: long },
  { name: 'nothing but NULs', files: table(Buffer.alloc(5000)), schema, code: 1 },
  {
    name: 'a line of 700 MB',
    files: table(
      pieces([`${head}${row(1)}2,`, 1], ['x', 700 * megabyte], [`,2024-01-31\n${row(3)}${wrong}`, 1]),
    ),
    schema,
    code: 1,
    bounds: long,
    report: told({ check: 'document/syntax', reason: 'too-large', line: 3 }, wrongCell(5)),
  },
  {
    name: 'a line of 700 MB of NULs',
    files: table(sparse(`${head}${row(1)}2,`, 700 * megabyte, `,2024-01-31\n${row(3)}${wrong}`)),
    schema,
    code: 1,
    bounds: long,
    report: told({ check: 'document/syntax', reason: 'too-large', line: 3 }, wrongCell(5)),
  },
  {
    name: 'a first line of 700 MB',
    files: table(pieces(['x', 700 * megabyte], [`\n${row(3)}`, 1])),
    schema,
    code: 1,
    bounds: long,
  },
  {
    name: 'a heading row only',
    files: table(head),
    schema,
    code: 1,
    report: told({ check: 'document/syntax', reason: 'header-only' }),
  },
  { name: 'a heading row only, without line end', files: table('id,name,day'), schema, code: 1 },
  { name: 'nothing', files: table(''), schema, code: 1, says: /empty/ },
  { name: 'nothing, --fail-on never', files: table(''), schema, flags: ['--fail-on', 'never'], code: 1 },
  { name: 'blanks and line ends', files: table(' \n\n  \n'), schema, code: 1, says: /empty/ },
  { name: 'a byte order mark and nothing', files: table('\ufeff'), schema, code: 1, says: /empty/ },
  {
    name: 'no heading row',
    files: table(rows(20) + wrong),
    schema,
    code: 1,
    report: told({ check: 'cell/type', line: 21, count: 1 }),
  },
  {
    name: 'headings twice',
    files: table(`id,name,day,name,name\n1,a,2024-01-31,b,c\n${'x,a,2024-01-31,b,c\n'}`),
    schema,
    code: 1,
    report: told({ check: 'column/duplicate', times: 1 }, wrongCell(3)),
  },
  {
    name: 'empty headings',
    files: table(`id,,name,day,,\n1,,a,2024-01-31,,\nx,,a,2024-01-31,,\n`),
    schema,
    code: 1,
    report: told(wrongCell(3)),
  },
  { name: 'only empty headings', files: table(`,,\n${rows(3)}`), schema, code: 1, says: /no heading row/ },
  {
    name: 'mixed line ends',
    files: table('id,name,day\r\n1,a,2024-01-31\r\n2,b,2024-01-31\n3,c,2024-01-31\rx,d,2024-01-31\r\n'),
    schema,
    code: 1,
    report: told({ check: 'document/syntax', reason: 'mixed-line-ends', times: 2 }, wrongCell(5)),
  },
  {
    name: 'CR alone',
    files: table((head + rows(3) + wrong).replaceAll('\n', '\r')),
    schema,
    code: 1,
    report: told(wrongCell(5)),
  },
  {
    name: 'a record cut off',
    files: table(`${head}${rows(3)}4,Be`),
    schema,
    code: 1,
    report: told({ check: 'row/ragged', reason: 'cut-off', line: 5 }),
  },
  {
    name: 'a record cut off in a character',
    files: table(Buffer.concat([Buffer.from(`${head}${rows(3)}4,`), Buffer.from([0xe5, 0x8c])])),
    schema,
    code: 1,
    report: told({ check: 'row/ragged', reason: 'cut-off', line: 5 }),
  },
  {
    name: 'a good .gz',
    files: table(gzipSync(head + rows(3)), { as: 'data.csv.gz' }),
    schema,
    code: 0,
    report: isSample,
  },
  {
    name: '.gz cut off',
    files: table(gzipSync(head + rows(5000)).subarray(0, 5000), { as: 'data.csv.gz' }),
    schema,
    code: 1,
    says: /cut off/,
    report: told({ check: 'document/unreadable' }),
  },
  {
    name: '.gz without its last bytes',
    files: table(gzipSync(head + rows(3)).subarray(0, -4), { as: 'data.csv.gz' }),
    schema,
    code: 1,
    says: /cut off/,
    report: told({ check: 'document/unreadable' }),
  },
  {
    name: '.gz with a wrong checksum',
    files: table(Buffer.concat([gzipSync(head + rows(3)).subarray(0, -8), Buffer.alloc(8)]), {
      as: 'data.csv.gz',
    }),
    schema,
    code: 1,
    says: /damaged/,
  },
  {
    name: '.gz that is none',
    files: table(head + rows(3), { as: 'data.csv.gz' }),
    schema,
    code: 1,
    says: /damaged|not/,
  },
  {
    name: '.gz of nothing',
    files: table(gzipSync(''), { as: 'data.csv.gz' }),
    schema,
    code: 1,
    says: /empty/,
  },
  { name: '.gz of 0 bytes', files: table('', { as: 'data.csv.gz' }), schema, code: 1 },
  {
    name: '.gz in .gz',
    files: table(gzipSync(gzipSync(head + rows(3))), { as: 'data.csv.gz' }),
    schema,
    code: 1,
  },
  {
    name: '.gz bomb',
    files: table(bomb, { as: 'data.csv.gz' }),
    schema,
    code: 1,
    bounds: long,
    says: /unpacks to far more|larger/,
  },
  {
    name: '.gz of a workbook',
    files: table(gzipSync(writeWorkbook([{ name: 'a', rows: [['id'], [1]] }])), { as: 'data.xlsx.gz' }),
    schema,
    code: 1,
  },
  {
    name: 'a zip named .csv',
    files: table(packZip([{ name: 'data.csv', data: head + rows(3) }])),
    schema,
    code: 1,
    says: /zip/i,
    report: told({ check: 'document/unreadable' }),
  },
  {
    name: 'a workbook named .csv',
    files: table(
      writeWorkbook([
        {
          name: 'a',
          rows: [
            ['id', 'name', 'day'],
            ['x', 'a', '2024-01-31'],
          ],
        },
      ]),
    ),
    schema,
    code: 1,
    says: /xlsx/i,
    report: told({ check: 'cell/type' }),
  },
  { name: 'Parquet named .csv', files: table(parquet), schema, code: 1, says: /parquet/i },
  {
    name: 'an old .xls',
    files: table(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(5000)]), {
      as: 'data.xls',
    }),
    schema,
    code: 1,
    says: /old .xls/,
  },
  {
    name: 'an old .xls named .csv',
    files: table(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(5000)])),
    schema,
    code: 1,
  },
  {
    name: 'HTML named .xls',
    files: table('<html><table><tr><td>id</td></tr></table></html>', { as: 'data.xls' }),
    schema,
    code: 1,
  },
  {
    name: 'HTML named .xlsx',
    files: table('<html><table><tr><td>id</td></tr></table></html>', { as: 'data.xlsx' }),
    schema,
    code: 1,
    says: /web page/,
  },
  { name: 'PDF named .csv', files: table('%PDF-1.7\n1,2,3\n'), schema, code: 1, says: /pdf/i },
  {
    name: 'a workbook that is a bomb',
    files: table(workbookBomb, { as: 'data.xlsx' }),
    schema,
    code: 1,
    bounds: { seconds: 12, megabytes: 300 },
    report: told({ check: 'document/unreadable' }),
  },
  {
    name: 'a good workbook',
    files: table(
      writeWorkbook([
        {
          name: 'a',
          rows: [
            ['id', 'name', 'day'],
            [1, 'a', '2024-01-31'],
          ],
        },
      ]),
      { as: 'data.xlsx' },
    ),
    schema,
    code: 0,
  },
  {
    name: 'a workbook without rows',
    files: table(writeWorkbook([{ name: 'a', rows: [] }]), { as: 'data.xlsx' }),
    schema,
    code: 1,
  },
  {
    name: 'a workbook with headings only',
    files: table(writeWorkbook([{ name: 'a', rows: [['id', 'name', 'day']] }]), { as: 'data.xlsx' }),
    schema,
    code: 1,
  },
  {
    name: 'a workbook cut off',
    files: table(writeWorkbook([{ name: 'a', rows: [['id'], [1]] }]).subarray(0, -30), { as: 'data.xlsx' }),
    schema,
    code: 1,
    says: /cut off|damaged/,
  },
  {
    name: 'a good Parquet file',
    files: table(parquet, { as: 'data.parquet' }),
    schema,
    code: 0,
    report: isSample,
  },
  {
    name: 'Parquet cut off',
    files: table(parquet.subarray(0, -100), { as: 'data.parquet' }),
    schema,
    code: 1,
    report: told({ check: 'document/unreadable' }),
  },
  {
    name: 'Parquet cut to 6 bytes',
    files: table(parquet.subarray(0, 6), { as: 'data.parquet' }),
    schema,
    code: 1,
  },
  {
    name: 'Parquet that is text',
    files: table(head + rows(3), { as: 'data.parquet' }),
    schema,
    code: 1,
    report: told({ check: 'document/unreadable' }),
  },
  { name: 'Parquet of nothing', files: table('', { as: 'data.parquet' }), schema, code: 1 },
  {
    name: 'Parquet whose footer says 2 GB',
    files: table(
      Buffer.concat([parquet.subarray(0, -8), Buffer.from('ffffff7f', 'hex'), Buffer.from('PAR1')]),
      { as: 'data.parquet' },
    ),
    schema,
    code: 1,
  },
  { name: 'Parquet with flipped bits', act: flips, schema, code: 1 },
  {
    name: 'a folder named data.csv',
    files: { ...table(head, { as: 'other.csv' }), 'data/data.csv': folder, 'data/other.csv': head + rows(1) },
    schema,
    code: 0,
  },
  {
    name: 'a folder named data.csv, as a path',
    files: { [schema]: text(beds), 'data/data.csv': folder },
    paths: ['data/data.csv'],
    schema,
    code: 2,
    says: /holds no file/,
  },
  { name: 'a pipe nobody writes to', files: table(pipe), schema, code: 1, says: /not a regular file/ },
  {
    name: 'a pipe that is named',
    files: table(pipe),
    schema,
    paths: ['data/data.csv'],
    code: 1,
    says: /not a regular file/,
  },
  {
    name: 'a pipe as the schema',
    files: { [schema]: pipe, 'data/data.csv': head + rows(1) },
    schema,
    code: 2,
  },
  { name: 'a folder as the schema', files: { 'data/data.csv': head + rows(1) }, schema: 'data', code: 2 },
  {
    name: 'a link out of the folder',
    files: {
      [schema]: text(beds),
      'secret.csv': 'id,name,day\nsecret,s3cret,x\n',
      'data/data.csv': link('../secret.csv'),
    },
    schema,
    code: 1,
    says: /leads out/,
    hides: /s3cret/,
  },
  {
    name: 'a file that grows',
    files: table(''),
    schema,
    code: 1,
    act: racing((path) => appendFileSync(path, `${wrong}7,"`)),
  },
  {
    name: 'a file that is emptied',
    files: table(''),
    schema,
    code: 1,
    act: racing((path) => writeFileSync(path, '')),
  },
  {
    name: 'a file that is cut',
    files: table(''),
    schema,
    code: 1,
    act: racing((path) => writeFileSync(path, 'id,name,da')),
  },
  {
    name: 'a file nobody may read',
    files: { ...table(head + rows(1)), 'data/locked.csv': head },
    schema,
    code: 1,
    act: unreadable,
  },
  {
    name: '10,000 columns',
    files: table(`${many.join(',')}\n${many.map(() => '1').join(',')}\n${many.map(() => 'x').join(',')}\n`, {
      by: columns(...many.map((name) => field(name, 'integer'))),
    }),
    schema,
    code: 1,
    report: told({ check: 'cell/type', times: 10_000 }),
  },
  {
    name: '10,000 columns nobody declares',
    files: table(`id,name,day,${many.join(',')}\n1,a,2024-01-31,${many.map(() => '1').join(',')}\n`),
    schema,
    code: 0,
  },
  {
    name: '10,000 columns nearly declared',
    files: table(`${many.map((one) => `${one}x`).join(',')}\n${many.map(() => '1').join(',')}\n`, {
      by: columns(...many.map((name) => field(name, 'integer'))),
    }),
    schema,
    code: 1,
    bounds: { seconds: 15, megabytes: 300 },
  },
  {
    name: '500,000 commas',
    files: table(`${','.repeat(500_000)}\n${','.repeat(500_000)}\n`),
    schema,
    code: 1,
  },
  {
    name: 'rows of 500,000 cells',
    files: table(`${head}${','.repeat(500_000)}\n${wrong}`),
    schema,
    code: 1,
    report: told({ check: 'row/ragged' }, wrongCell(3)),
  },
  {
    name: '20,000 kinds of ragged rows',
    files: table(`${head}${Array.from({ length: 700 }, (_, i) => `${'1,'.repeat(i + 3)}\n`).join('')}`),
    schema,
    code: 1,
  },
  {
    name: '1,000,000 empty lines',
    files: table(`${head}${row(1)}${'\n'.repeat(1e6)}${wrong}`),
    schema,
    code: 1,
    report: told(wrongCell(1_000_003)),
  },
  {
    name: '1,000,000 empty lines at the end',
    files: table(`${head}${row(1)}${'\n'.repeat(1e6)}`),
    schema,
    code: 0,
    report: isSample,
  },
  {
    name: 'one column',
    files: table('id\n1\n2\nx\n', { by: columns(field('id', 'integer')) }),
    schema,
    code: 1,
    report: told({ check: 'cell/type', line: 4 }),
  },
  {
    name: 'one column with empty lines',
    files: table('id\n1\n\nx\n', { by: columns(field('id', 'integer', { required: true })) }),
    schema,
    code: 1,
    report: told({ check: 'cell/type', line: 4 }),
  },
  {
    name: 'one column of text with commas',
    files: table('note\na, b\nc\nd, e, f\n', { by: columns(field('note', 'string')) }),
    schema,
    code: 0,
  },
  {
    name: 'a cell of 900,000 characters',
    files: table(`${head}1,${'医'.repeat(300_000)},2024-01-31\n${wrong}`),
    schema,
    code: 1,
    report: told({ check: 'cell/length', line: 2 }, wrongCell(3)),
  },
  {
    name: 'a cell of 900,000 quotes',
    files: table(`${head}1,"${'""'.repeat(450_000)}",2024-01-31\n${wrong}`),
    schema,
    code: 1,
    report: told({ check: 'cell/length', line: 2 }, wrongCell(3)),
  },
  {
    name: '900,000 digits',
    files: table(`${head}${'9'.repeat(900_000)},a,2024-01-31\n${wrong}`),
    schema,
    code: 1,
    report: told(wrongCell(3)),
  },
  {
    name: 'invalid UTF-8 in the middle',
    files: table(
      Buffer.concat([
        Buffer.from(head + rows(2)),
        Buffer.from([0x33, 0x2c, 0x61, 0xff, 0xfe, 0x2c]),
        Buffer.from(`2024-01-31\n${wrong}`),
      ]),
    ),
    schema,
    code: 1,
    report: told({ check: 'document/encoding', reason: 'broken-bytes', line: 4 }, wrongCell(5)),
  },
  {
    name: 'overlong and surrogate bytes',
    files: table(
      Buffer.concat([
        Buffer.from(`${head}1,`),
        Buffer.from('c0afeda080f4908080', 'hex'),
        Buffer.from(`,2024-01-31\n${wrong}`),
      ]),
    ),
    schema,
    code: 1,
    report: told({ check: 'document/encoding', line: 2 }, wrongCell(3)),
  },
  {
    name: 'GB18030',
    files: table(encodeGb(`编号,名称\n1,医院\nx,镕\n`), {
      by: columns(field('编号', 'integer'), field('名称', 'string')),
    }),
    schema,
    code: 1,
    says: /GB18030/,
    report: told({ check: 'cell/type', line: 3 }),
  },
  {
    name: 'GB18030 with |',
    files: table(encodeGb(`编号|名称\n1|医院\nx|镕亅亅\n`), {
      by: columns(field('编号', 'integer'), field('名称', 'string')),
    }),
    schema,
    code: 1,
    report: both(told({ check: 'cell/type', line: 3 }), ({ divergences }) =>
      divergences.some(({ check }) => check === 'row/ragged')
        ? `ragged: ${brief(text(divergences))}`
        : undefined,
    ),
  },
  {
    name: 'GB18030 cut off in a character',
    files: table(Buffer.concat([encodeGb('编号,名称\n1,医院\nx,医'), Buffer.from([0xd4])]), {
      by: columns(field('编号', 'integer'), field('名称', 'string')),
    }),
    schema,
    code: 1,
    report: told({ check: 'cell/type', line: 3 }),
  },
  {
    name: 'UTF-16 LE',
    files: table(utf16(`\ufeff${head}${rows(2)}${wrong}`)),
    schema,
    code: 1,
    says: /UTF-16/,
    report: told(wrongCell(4)),
  },
  {
    name: 'UTF-16 BE',
    files: table(swapped(utf16(`\ufeff${head}${rows(2)}${wrong}`))),
    schema,
    code: 1,
    says: /UTF-16/,
    report: told(wrongCell(4)),
  },
  {
    name: 'UTF-16 LE without mark',
    files: table(utf16(`${head}${rows(2)}${wrong}`)),
    schema,
    code: 1,
    says: /UTF-16/,
    report: told(wrongCell(4)),
  },
  {
    name: 'UTF-16 BE without mark',
    files: table(swapped(utf16(`${head}${rows(2)}${wrong}`))),
    schema,
    code: 1,
    says: /UTF-16/,
    report: told(wrongCell(4)),
  },
  {
    name: 'UTF-16 of an odd number of bytes',
    files: table(Buffer.concat([utf16(`\ufeff${head}${rows(2)}${wrong}`), Buffer.from([0x37])])),
    schema,
    code: 1,
    report: told(wrongCell(4)),
  },
  {
    name: 'a lone surrogate in UTF-16',
    files: table(utf16(`\ufeff${head}1,a\ud800b,2024-01-31\n${wrong}`)),
    schema,
    code: 1,
    report: told({ check: 'document/encoding', reason: 'broken-bytes', line: 2 }, wrongCell(3)),
  },
  {
    name: 'UTF-32',
    files: table(
      Buffer.concat([
        Buffer.from('fffe0000', 'hex'),
        ...[...(head + row(1))].flatMap((letter) => [Buffer.from(letter), Buffer.alloc(3)]),
      ]),
    ),
    schema,
    code: 1,
  },
  { name: 'two byte order marks', files: table(`\ufeff\ufeff${head}${wrong}`), schema, code: 1 },
  {
    name: 'escapes of a terminal in headings and cells',
    files: table(
      `id,name,day,\u001b[31mred\u001b]0;x\u0007,\u202eleft,a\u009bb,\u2028x\n1,\u001b[2J,2024-01-31,a,b,c,d\n\u001b[31m1,a,\u202e2024,\u0007,b,c,d\n`,
    ),
    schema,
    flags: ['--show-values', '--verbose'],
    code: 1,
    report: told({ check: 'cell/type', line: 3, times: 2 }),
  },
  {
    name: 'commands of a CI runner in headings and cells',
    files: table(
      `id,name,day,"\n::error::x","##[error]y"\n1,"\n::error::z",2024-01-31,a,b\nx,"\n::error::",::error::,,\n`,
    ),
    schema,
    flags: ['--show-values', '--verbose'],
    code: 1,
  },
  {
    name: 'cells that start formulas',
    files: table(`${head}=1+1,=cmd|'/c calc'!A1,@SUM(A1)\n+1,-1,\t=1\n`),
    schema,
    code: 1,
    report: told({ check: 'cell/type', times: 2 }),
  },
  {
    name: 'headings __proto__, constructor',
    files: table('__proto__,constructor,id,toString,hasOwnProperty\n1,2,3,4,5\nx,x,x,x,x\n', {
      by: '{"fields":[{"name":"__proto__","type":"integer"},{"name":"constructor","type":"integer"},{"name":"id","type":"integer"},{"name":"toString","type":"integer"},{"name":"hasOwnProperty","type":"integer"}],"primaryKey":["__proto__","constructor"]}',
    }),
    schema,
    code: 1,
    report: told({ check: 'cell/type', times: 5 }),
  },
  {
    name: 'undeclared headings __proto__, constructor',
    files: table(`id,name,day,__proto__,constructor\n1,a,2024-01-31,b,c\n`),
    schema,
    code: 0,
    says: [/__proto__/, /constructor/],
  },
  {
    name: 'JSON rows with __proto__',
    files: table('[{"__proto__": 1, "id": "x", "constructor": {"a": 1}, "name": "a", "day": "2024-01-31"}]', {
      as: 'data.json',
    }),
    schema,
    code: 1,
    report: told({ check: 'cell/type' }),
  },
  {
    name: 'numbers of 18 digits',
    files: table(`${head}${'123456789012345678,a,2024-01-31\n123456789012345679,a,2024-01-31\n'}`),
    schema,
    code: 0,
    report: both(quiet, isSample),
  },
  {
    name: 'numbers of 18 digits in JSON',
    files: table(
      '[{"id":123456789012345678,"name":"a","day":"2024-01-31"},{"id":123456789012345679,"name":"a","day":"2024-01-31"}]',
      { as: 'data.json' },
    ),
    schema,
    code: 1,
    report: told({ check: 'document/syntax', reason: 'beyond-2^53', times: 2 }),
  },
  {
    name: 'numbers beyond all bounds',
    files: table(`${head}1e400,a,2024-01-31\n-0,b,2024-01-31\n1e-400,c,2024-01-31\n${wrong}`, {
      by: text({ fields: [field('id', 'number', { minimum: 0, maximum: 1e308 }), ...beds.fields.slice(1)] }),
    }),
    schema,
    code: 1,
    report: told({ check: 'cell/type', line: 5 }, { check: 'cell/range', line: 2 }),
  },
  {
    name: 'the pattern ^(a+)+$',
    files: table(`id\n${`${'a'.repeat(5000)}!\n`.repeat(100)}`, {
      by: columns(field('id', 'string', { pattern: '^(a+)+$' })),
    }),
    schema,
    code: 1,
    report: told({ check: 'cell/pattern', count: 100 }),
  },
  {
    name: 'the pattern ^(a|a)*$',
    files: table(`id\n${`${'a'.repeat(50_000)}!\n`.repeat(10)}`, {
      by: columns(field('id', 'string', { pattern: '^(a|a)*$' })),
    }),
    schema,
    code: 1,
    report: told({ check: 'cell/pattern', count: 10 }),
  },
  {
    name: 'a slow pattern with look-ahead',
    files: table(`id\n${`${'a'.repeat(3000)}!\n`.repeat(20)}`, {
      by: columns(field('id', 'string', { pattern: '^(?=(a+)+$)(a+)+$' })),
    }),
    schema,
    code: 0,
    report: ({ divergences, notChecked }) =>
      divergences.some(({ check }) => check === 'cell/pattern') || notChecked.length > 0
        ? undefined
        : 'says nothing of the pattern',
  },
  {
    name: 'a slow pattern with back-reference',
    files: table(`id\n${`${'a'.repeat(3000)}!\n`.repeat(20)}`, {
      by: columns(field('id', 'string', { pattern: '^(a+)+\\1$' })),
    }),
    schema,
    code: 0,
    report: ({ divergences, notChecked }) =>
      divergences.some(({ check }) => check === 'cell/pattern') || notChecked.length > 0
        ? undefined
        : 'says nothing of the pattern',
  },
  {
    name: 'look-around and back-references',
    files: table('id\nab12\nzz\nab\n', {
      by: columns(field('id', 'string', { pattern: '^(?!zz)(?=.*\\d)(?<!x)([a-z])b.*$' })),
    }),
    schema,
    code: 1,
    report: ({ divergences, notChecked }) =>
      divergences.some(({ check, facts }) => check === 'cell/pattern' && facts.count === 2) ||
      notChecked.length > 0
        ? undefined
        : brief(text({ divergences, notChecked })),
  },
  {
    name: 'a pattern of 100,000 branches',
    files: table('id\nx\n', {
      by: columns(
        field('id', 'string', { pattern: Array.from({ length: 100_000 }, (_, i) => `a${i}`).join('|') }),
      ),
    }),
    schema,
    says: /too large/,
    code: 2,
    bounds: { seconds: 8, megabytes: 300 },
  },
  {
    name: 'the pattern (a{1000}){1000}',
    files: table('id\nx\n', { by: columns(field('id', 'string', { pattern: '(a{1000}){1000}' })) }),
    schema,
    says: /too large/,
    code: 2,
  },
  {
    name: 'a pattern nested 5,000 levels',
    files: table('id\nx\n', {
      by: columns(field('id', 'string', { pattern: `${'('.repeat(5000)}a${')'.repeat(5000)}` })),
    }),
    schema,
    code: 2,
  },
  {
    name: 'an enum of 100,000',
    files: table(`id\n${Array.from({ length: 2000 }, (_, i) => `cod-${i}`).join('\n')}\n`, {
      by: columns(field('id', 'string', { enum: Array.from({ length: 100_000 }, (_, i) => `code-${i}`) })),
    }),
    schema,
    code: 1,
  },
  {
    name: 'an enum of 100,000 and 1,000 lookalikes a kind',
    files: table(
      `id\n${Array.from({ length: 30_000 }, (_, i) => `xode-${(i * 7919) % 100_000}`).join('\n')}\n`,
      {
        by: columns(field('id', 'string', { enum: Array.from({ length: 100_000 }, (_, i) => `code-${i}`) })),
      },
    ),
    schema,
    code: 1,
    bounds: { seconds: 15, megabytes: 300 },
  },
  {
    name: 'missingValues of 50,000',
    files: table(`${head}${rows(3)}`, {
      by: text({ ...beds, missingValues: Array.from({ length: 50_000 }, (_, i) => `-${i}`) }),
    }),
    schema,
    code: 0,
  },
  {
    name: 'schemas broken in every way',
    files: table(head + rows(3)),
    schema,
    code: 2,
    act: broken(brokenSchemas),
  },
  {
    name: '--schema with --standard',
    files: table(head + rows(1)),
    schema,
    flags: ['--standard', 'standard.json'],
    code: 2,
    says: /exclude each other/,
  },
  { name: '--schema of nothing', files: table(head + rows(1)), schema: '', code: 2 },
  {
    name: '--schema that is missing',
    files: table(head + rows(1)),
    schema: 'schemas.json',
    code: 2,
    says: /Did you mean "schema.json"/,
  },
  {
    name: '--schema through a link out',
    files: {
      ...table(head + rows(1)),
      'x/link.json': (path) => {
        mkdirSync(dirname(path), { recursive: true });
        symlinkSync('../schema.json', path);
      },
    },
    schema: 'x/link.json',
    code: 0,
  },
  { name: 'the schema itself as data', files: { [schema]: text(beds) }, paths: [schema], schema, code: 2 },
  {
    name: 'the schema beside the data',
    files: { 'data/schema.json': text(beds), 'data/data.csv': head + rows(1) },
    schema: 'data/schema.json',
    code: 0,
  },
  { name: 'a path that is missing', files: table(head + rows(1)), paths: ['data', 'dat'], schema, code: 2 },
  {
    name: 'a text file as data',
    files: { ...table(head + rows(1)), 'data/read.me': 'x' },
    paths: ['data/read.me'],
    schema,
    code: 1,
  },
  {
    name: 'standard input',
    files: { [schema]: text(beds) },
    paths: ['-'],
    flags: ['--stdin-filepath', 'data.csv'],
    stdin: (stdin) => stdin.end(head + rows(2) + wrong),
    schema,
    code: 1,
    report: both(told(wrongCell(4)), isSample),
  },
  {
    name: 'standard input with a key twice',
    files: { [schema]: text(beds) },
    paths: ['-'],
    flags: ['--stdin-filepath', 'data.csv'],
    stdin: (stdin) => stdin.end(head + rows(2) + row(1)),
    schema,
    code: 1,
    report: told({ check: 'key/duplicate' }),
  },
  {
    name: 'standard input of nothing',
    files: { [schema]: text(beds) },
    paths: ['-'],
    flags: ['--stdin-filepath', 'data.csv'],
    stdin: (stdin) => stdin.end(),
    schema,
    code: 1,
    says: /empty/,
  },
  {
    name: 'standard input without name',
    files: { [schema]: text(beds) },
    paths: ['-'],
    schema,
    code: 2,
    says: /--stdin-filepath/,
  },
  {
    name: 'standard input as Parquet',
    files: { [schema]: text(beds) },
    paths: ['-'],
    flags: ['--stdin-filepath', 'data.parquet'],
    stdin: (stdin) => stdin.end(parquet),
    schema,
    code: 0,
    report: isSample,
  },
  {
    name: 'standard input as XLSX',
    files: { [schema]: text(beds) },
    paths: ['-'],
    flags: ['--stdin-filepath', 'data.xlsx'],
    stdin: (stdin) =>
      stdin.end(
        writeWorkbook([
          {
            name: 'a',
            rows: [
              ['id', 'name', 'day'],
              [1, 'a', '2024-01-31'],
              ['x', 'b', '2024-01-31'],
            ],
          },
        ]),
      ),
    schema,
    code: 1,
    report: told({ check: 'cell/type' }),
  },
  {
    name: 'standard input, 400 MB',
    files: { [schema]: text({ ...beds, primaryKey: undefined }) },
    paths: ['-'],
    flags: ['--stdin-filepath', 'data.csv'],
    stdin: pour(head, row(1).repeat(1000), 20_000),
    schema,
    code: 0,
    // Twenty million equal rows: each is looked at again.
    bounds: { ...long, seconds: 120 },
  },
  {
    name: 'standard input as a name that leads out',
    files: { [schema]: text(beds) },
    paths: ['-'],
    flags: ['--stdin-filepath', '../../data.csv'],
    stdin: (stdin) => stdin.end(head + rows(2)),
    schema,
    code: 0,
  },
  {
    name: 'JSON rows',
    files: table('[{"id":1,"name":"a","day":"2024-01-31"},{"id":"x","name":"a","day":"2024-01-31"}]', {
      as: 'data.json',
    }),
    schema,
    code: 1,
    report: told({ check: 'cell/type' }),
  },
  {
    name: 'JSON cut off',
    files: table('[{"id":1,"name":"a","day":"2024-01-31"},{"id":"x","na', { as: 'data.json' }),
    schema,
    code: 1,
    report: told({ check: 'document/syntax' }),
  },
  {
    name: 'JSON 100,000 deep',
    files: table(`[{"id":${'['.repeat(100_000)}`, { as: 'data.json' }),
    schema,
    code: 1,
  },
  { name: 'JSON that is no list', files: table('"x"', { as: 'data.json' }), schema, code: 1 },
  {
    name: 'NDJSON with a broken line',
    files: table(
      '{"id":1,"name":"a","day":"2024-01-31"}\n{"id":2,\n{"id":"x","name":"a","day":"2024-01-31"}\n',
      { as: 'data.ndjson' },
    ),
    schema,
    code: 1,
    report: told({ check: 'document/syntax', line: 2 }, { check: 'cell/type', line: 3 }),
  },
  {
    name: 'NDJSON with a new name in every row',
    files: table(Array.from({ length: 20_000 }, (_, i) => `{"k${i}":1}\n`).join(''), { as: 'data.ndjson' }),
    schema,
    code: 1,
    bounds: { seconds: 15, megabytes: 300 },
  },
  {
    name: 'a package',
    files: packageOf([resource('data/data.csv')], { 'data/data.csv': head + rows(2) }),
    paths: [],
    schema,
    code: 0,
    report: isSample,
  },
  {
    name: 'a package, its file missing',
    files: packageOf([resource('data/dat.csv'), { ...resource('data/data.csv'), name: 'b' }], {
      'data/data.csv': head + wrong,
    }),
    paths: [],
    schema,
    code: 1,
    report: told({ check: 'sample/missing' }, { check: 'cell/type' }),
  },
  {
    name: 'a package, all its files missing',
    files: packageOf([resource('data/dat.csv')]),
    paths: [],
    schema,
    code: 1,
    report: told({ check: 'sample/missing' }),
  },
  {
    name: 'a package, its file missing, --fail-on never',
    files: packageOf([resource('data/dat.csv')]),
    paths: [],
    schema,
    flags: ['--fail-on', 'never'],
    code: 1,
  },
  {
    name: 'a package of addresses',
    files: packageOf([
      resource('http://127.0.0.1:9/data.csv'),
      { ...resource('https://example.org/x.csv'), name: 'b' },
    ]),
    paths: [],
    schema,
    code: 1,
  },
  {
    name: 'a package without paths',
    files: packageOf([{ name: 'a', data: [{ id: 1 }], schema: beds }]),
    paths: [],
    schema,
    code: 1,
  },
  {
    name: 'a package with a file twice',
    files: packageOf([resource('data/data.csv'), { ...resource('data/data.csv'), name: 'b' }], {
      'data/data.csv': head + rows(2),
    }),
    paths: [],
    schema,
    code: 1,
  },
  {
    name: 'a package whose schema is at an address',
    files: packageOf([resource('data/data.csv', { schema: 'http://127.0.0.1:9/s.json' })], {
      'data/data.csv': head + rows(2),
    }),
    paths: [],
    schema,
    code: 2,
  },
  {
    name: 'a package whose schema leads out',
    files: packageOf([resource('data/data.csv', { schema: '../../../etc/passwd' })], {
      'data/data.csv': head + rows(2),
    }),
    paths: [],
    schema,
    code: 2,
    hides: /root:/,
  },
  {
    name: 'a package whose schema is missing',
    files: packageOf([resource('data/data.csv', { schema: 'beds.json' })], {
      'data/data.csv': head + rows(2),
    }),
    paths: [],
    schema,
    code: 2,
    says: /beds\.json/,
  },
  {
    name: 'a package that names a folder',
    files: packageOf([resource('data')], { 'data/data.csv': head + rows(2) }),
    paths: [],
    schema,
    code: 1,
  },
  {
    name: 'a package that names a link out',
    files: packageOf([resource('data/data.csv')], { 'data/data.csv': link('/etc/hostname') }),
    paths: [],
    schema,
    code: 1,
    hides: /s3cret/,
  },
  {
    name: 'a package with a wide delimiter',
    files: packageOf([resource('data/data.csv', { dialect: { delimiter: '医', quoteChar: '' } })], {
      'data/data.csv': head + rows(2),
    }),
    paths: [],
    schema,
    code: 0,
  },
  {
    name: 'a package with a quote for delimiter',
    files: packageOf([resource('data/data.csv', { dialect: { delimiter: '"', quoteChar: '"' } })], {
      'data/data.csv': head + rows(2),
    }),
    paths: [],
    schema,
    code: 1,
  },
  {
    name: 'a package with a line end for delimiter',
    files: packageOf([resource('data/data.csv', { dialect: { delimiter: '\n' } })], {
      'data/data.csv': head + rows(2),
    }),
    paths: [],
    schema,
    code: 0,
  },
  {
    name: 'a package with headings in row 10^9',
    files: packageOf([resource('data/data.csv', { dialect: { headerRows: [1e9] } })], {
      'data/data.csv': head + rows(2),
    }),
    paths: [],
    schema,
    code: 1,
  },
  {
    name: 'a catalogue',
    files: { ...catalogue(first), 'data/养老机构备案信息.csv': '编号,名称\n1,a\n' },
    standard,
    code: 0,
    report: ({ divergences }) =>
      divergences.some(({ severity }) => severity === 'error') ? brief(text(divergences)) : undefined,
  },
  {
    name: 'a catalogue and data nobody declares',
    files: { ...catalogue(first), 'data/停车场.csv': '编号,名称\n1,a\n' },
    standard,
    code: 1,
    report: told({ check: 'sample/undeclared', reason: 'no-record' }),
  },
  {
    name: 'a catalogue and data nobody declares, --fail-on never',
    files: { ...catalogue(first), 'data/停车场.csv': '编号,名称\n1,a\n' },
    standard,
    flags: ['--fail-on', 'never'],
    code: 1,
  },
  {
    name: 'a catalogue with two records of one name',
    files: {
      ...catalogue(first, { ...second, 信息资源名称: '养老机构备案信息' }),
      'data/养老机构备案信息.csv': '编号,名称\n1,a\n',
    },
    standard,
    code: 1,
    report: told({ check: 'sample/undeclared', reason: 'ambiguous' }),
  },
  {
    name: 'a catalogue and a broken table',
    files: { ...catalogue(first), 'data/养老机构备案信息.csv': '编号,名称\n1,"a\n2,b\n' },
    standard,
    code: 1,
    report: told({ check: 'document/syntax', reason: 'unbalanced-quote', line: 2 }),
  },
  {
    name: 'a catalogue and an empty table',
    files: { ...catalogue(first), 'data/养老机构备案信息.csv': '' },
    standard,
    code: 1,
  },
  {
    name: 'a catalogue and an empty table nobody declares',
    files: { ...catalogue(first), 'data/x.csv': '' },
    standard,
    code: 1,
  },
  {
    name: 'a catalogue and a Parquet file that is none',
    files: { ...catalogue(first), 'data/养老机构备案信息.parquet': 'x' },
    standard,
    code: 1,
    report: told({ check: 'document/unreadable' }),
  },
  {
    name: 'a catalogue and a bomb',
    files: { ...catalogue(first), 'data/养老机构备案信息.csv.gz': bomb },
    standard,
    code: 1,
    bounds: long,
    says: /unpacks to far more|larger/,
  },
  {
    name: 'a catalogue and a pipe',
    files: { ...catalogue(first), 'data/养老机构备案信息.csv': pipe },
    standard,
    code: 1,
    says: /not a regular file/,
  },
  {
    name: 'a table of metadata beside data',
    files: {
      'data/目录.csv': sheetOf(first),
      'data/养老机构备案信息.csv': '编号,名称\n1,a\n2,bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n',
    },
    standard,
    code: 1,
    report: told({ check: 'cell/length', line: 3 }),
  },
  {
    name: 'a workbook with metadata and data',
    files: {
      'data/目录.xlsx': writeWorkbook([
        { name: '目录', rows: sheetRowsOf(first) },
        {
          name: '养老机构备案信息',
          rows: [
            ['编号', '名称'],
            ['1', 'a'],
          ],
        },
      ]),
    },
    standard,
    code: 0,
    says: /养老机构备案信息|not checked/,
  },
  {
    name: '--sample of nothing',
    files: { ...catalogue(first), 'data/x.csv': '编号,名称\n1,a\n' },
    standard,
    flags: ['--sample', ''],
    code: 2,
    says: /file=record/,
  },
  {
    name: '--sample without =',
    files: { ...catalogue(first), 'data/x.csv': '编号,名称\n1,a\n' },
    standard,
    flags: ['--sample', 'data/x.csv'],
    code: 2,
    says: /file=record/,
  },
  {
    name: '--sample without record',
    files: { ...catalogue(first), 'data/x.csv': '编号,名称\n1,a\n' },
    standard,
    flags: ['--sample', 'data/x.csv='],
    code: 2,
  },
  {
    name: '--sample of an unknown file',
    files: { ...catalogue(first), 'data/x.csv': '编号,名称\n1,a\n' },
    standard,
    flags: ['--sample', 'data/y.csv=307022011003/000012'],
    code: 2,
    says: /y\.csv/,
  },
  {
    name: '--sample of an unknown record',
    files: { ...catalogue(first), 'data/x.csv': '编号,名称\n1,a\n' },
    standard,
    flags: ['--sample', 'data/x.csv=307022011003/999999'],
    code: 2,
    says: /999999/,
  },
  {
    name: '--sample of a metadata file',
    files: { ...catalogue(first), 'data/x.csv': '编号,名称\n1,a\n' },
    standard,
    flags: ['--sample', 'data/r0.json=307022011003/000012'],
    code: 2,
  },
  {
    name: '--sample with escapes',
    files: { ...catalogue(first), 'data/x.csv': '编号,名称\n1,a\n' },
    standard,
    flags: ['--sample', '\u001b[31m=\u202ex'],
    code: 2,
  },
  {
    name: '--sample twice',
    files: { ...catalogue(first, second), 'data/x.csv': '编号,名称\n1,a\n' },
    standard,
    flags: ['--sample', 'data/x.csv=307022011003/000012', '--sample', 'data/x.csv=307022011003/000013'],
    code: 2,
  },
  {
    name: '--sample as it should be',
    files: { ...catalogue(first), 'data/x.csv': '编号,名称\n1,a\n' },
    standard,
    flags: ['--sample', 'data/x.csv=307022011003/000012'],
    code: 0,
  },
  {
    name: '--sample with a standard without data',
    files: { 'data/a.json': '{"title":"x"}', 'data/x.csv': 'a,b\n1,2\n' },
    flags: ['--sample', 'data/x.csv=x'],
    code: 2,
  },
  {
    name: '--sample with --schema',
    files: table(head + rows(1)),
    schema,
    flags: ['--sample', 'data/data.csv=x'],
    code: 2,
  },
  {
    name: 'workers 1, 2, 8: quotes everywhere',
    act: workers({
      [schema]: text({ ...beds, primaryKey: undefined }),
      'data/data.csv': pieces(
        [head, 1],
        [
          `${rows(2000)}7,"a\n""b"",\n7,Bed,2024-01-31\n",2024-01-31\n8,st"ray,2024-02-30\nx,"y\n\n1,2,3\n",z\n`,
          500,
        ],
      ),
    }),
    schema,
    code: 1,
  },
  {
    name: 'workers 1, 2, 8: a quote that is never closed',
    act: workers({
      [schema]: text({ ...beds, primaryKey: undefined }),
      'data/data.csv': pieces([head, 1], [rows(2000), 200], ['1,"a\n', 1], [rows(2000), 300], [wrong, 1]),
    }),
    schema,
    code: 1,
  },
  {
    name: 'workers 1, 2, 8: keys',
    act: workers({ [schema]: text(beds), 'data/data.csv': pieces([head, 1], [rows(2000), 400], [wrong, 3]) }),
    schema,
    code: 1,
  },
  {
    name: 'workers 1, 2, 8: GB18030',
    act: workers({
      [schema]: columns(field('编号', 'integer'), field('名称', 'string')),
      'data/data.csv': (path) => {
        writeFileSync(path, encodeGb('编号,名称\n'));
        for (let i = 0; i < 40; i += 1)
          appendFileSync(
            path,
            Buffer.from(
              encodeGb('1,医院镕\n2,"医\n院"\nx,亅亅\n').toString('latin1').repeat(20_000),
              'latin1',
            ),
          );
      },
    }),
    schema,
    code: 1,
  },
  {
    name: 'workers 1, 2, 8: line ends',
    act: workers({
      [schema]: text({ ...beds, primaryKey: undefined }),
      'data/data.csv': pieces(
        [head, 1],
        [rows(2000), 200],
        [rows(2000).replaceAll('\n', '\r\n'), 100],
        ['\n', 300_000],
        [rows(2000).replaceAll('\n', '\r'), 100],
        [wrong, 1],
      ),
    }),
    schema,
    code: 1,
  },
];

/** The usual bounds are narrower here: a table is never held as a whole. What takes long comes last. */
const isLong = ({ bounds, act }) => act !== undefined || (bounds?.seconds ?? 0) > 20;
export const cases = [...list.filter((each) => !isLong(each)), ...list.filter(isLong)].map((each) => ({
  ...each,
  bounds: { megabytes: 256, ...each.bounds },
}));
