/** Texts that act where they are printed, in every place that a report shows: they must lie there dead. */
import { writeWorkbook } from '../support/workbook.js';
import { packageFiles } from './standards.js';

/** What an attacker would have printed. */
const texts = {
  'a terminal code': '\u001b[31mred\u001b[0m\u001b]0;title\u0007',
  'a C1 code': '\u009b31m\u0085',
  'a runner command': '\n::error file=a,line=1::boom\n::set-env name=X::y',
  'a runner command after a carriage return': '\r::add-mask::x',
  'an old runner command': '##[error]boom ##vso[task.setvariable]x',
  'bidirectional overrides': 'abc\u202edcba\u2066x\u2069\u200f',
  'line separators': 'a\u2028::error::b\u2029c',
  'invisible text': 'a\u200b\u200d\u2060\ufeff\u{e0041}b',
  'backspaces and DEL': 'safe\b\b\b\bevil\u007f',
  'percent escapes': '%0A::error::x%0D%25',
  markup: '<script>alert(1)</script>&amp;"\'`|*_[x](javascript:1)',
};

const forPath = (text) => text.replaceAll('/', '∕').replaceAll('\0', '');
const record = (value) => JSON.stringify(value);

const makers = {
  value: (text) => ({
    ...packageFiles(),
    'data/a.json': record({ id: 1, title: text, theme: text, issued: text }),
  }),
  key: (text) => ({
    ...packageFiles(),
    'data/a.json': record({ id: 'd', [text]: { [text]: 1 }, [`titl${text}`]: 2 }),
  }),
  'doubled key': (text) => ({
    ...packageFiles(),
    'data/a.json': `{"id":"d","title":"t",${record(text)}:1,${record(text)}:2}`,
  }),
  'broken text': (text) => ({
    ...packageFiles(),
    'data/a.json': `{"id":"d","title":${text}}`,
    'data/a.yaml': `id: d\ntitle: [${text}\n`,
    'data/a.csv': `Number,Title\nd,"${text}`,
  }),
  yaml: (text) => ({
    ...packageFiles(),
    'data/a.yaml': `id: 5\ntitle: ${record(text)}\n${record(text)}: &a 1\ntheme: !${encodeURIComponent(text)} x\n`,
  }),
  'file name': (text) => ({ ...packageFiles(), [`data/${forPath(text)}.json`]: '{}' }),
  department: (text) => ({
    ...packageFiles(),
    [`data/${forPath(text)}/a.json`]: '{}',
    'data/b.json': record({ id: 'd', owner: text }),
  }),
  cell: (text) => ({
    ...packageFiles(),
    'data/a.csv': `Number,Title,Theme,${quoted(text)}\nd,${quoted(text)},${quoted(text)},x\n`,
  }),
  sheet: (text) => ({
    ...packageFiles(),
    'data/a.xlsx': writeWorkbook([
      {
        name: inXml(text),
        rows: [
          ['Number', 'Title', 'Theme', inXml(text)],
          ['', inXml(text), inXml(text), 'x'],
        ],
      },
    ]),
  }),
  schema: (text) => ({
    ...packageFiles('town', {
      'fields.csv': 'field,title\n/id,Number\n',
      'schema/dataset.json': record({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: text,
        properties: { owner: {}, id: { const: text, description: text }, title: { enum: [text, 'x'] } },
        required: [text],
        [text]: 1,
      }),
    }),
    'data/a.json': record({ id: 'd', title: 'y' }),
  }),
  'broken schema': (text) => ({
    ...packageFiles('town', { 'schema/dataset.json': record({ $ref: text, type: text }) }),
    'data/a.json': '{}',
  }),
  'code list': (text) => ({
    ...packageFiles('town', {
      'codelists/theme.csv': `code,label\n${quoted(text)},${quoted(`${text}.`)}\nb,c\n`,
    }),
    'data/a.json': record({ id: 'd', title: 't', theme: 'zzz' }),
  }),
};

const codes = { 'broken schema': 2 };

/** @type {readonly import('../hostile.js').Case[]} */
export const cases = Object.entries(makers).flatMap(([place, make]) =>
  Object.entries(texts).map(([name, text]) => ({
    name: `${name} as ${place}`,
    files: make(text),
    standard: 'town',
    flags: ['--verbose', ...(place === 'department' ? ['--department-from', 'folder'] : [])],
    code: codes[place] ?? 1,
  })),
);

function quoted(text) {
  return `"${text.replaceAll('"', '""')}"`;
}

/** XML 1.0 cannot hold most control characters at all. */
function inXml(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
}
