#!/usr/bin/env node
// Writes a DCAT-shaped catalogue of N records as one JSON array and as NDJSON, with one fault in a hundred records. Same bytes at every run.
// Usage: node bench/make-catalogue.js FOLDER [RECORDS]
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

let state = 20170501;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 4294967296;
};
const pick = (count) => Math.floor(random() * count);

const english =
  'annual report of industrial output with quarterly breakdown by region sector provisional figures revised later notes household survey price index trade'.split(
    ' ',
  );
const chinese = [...'统计数据目录元信息标准规范企业名称地址经济社会发展城市农村工业服务业交通卫生'];
const words = (count) => Array.from({ length: count }, () => english[pick(english.length)]).join(' ');
const han = (count) => Array.from({ length: count }, () => chinese[pick(chinese.length)]).join('');

/** A record of about 2 kB. */
function record(index) {
  const made = {
    '@type': 'dcat:Dataset',
    accessLevel: ['public', 'restricted public', 'non-public'][pick(3)],
    accrualPeriodicity: 'R/P1Y',
    bureauCode: ['018:10'],
    programCode: ['018:001'],
    identifier: `https://data.example.org/id/${index}`,
    title: `${words(6)} ${han(8)}`,
    description: `${words(60)} ${han(60)}`,
    keyword: [...new Set(Array.from({ length: 6 }, () => words(2)))],
    modified: `2021-03-${String(1 + pick(28)).padStart(2, '0')}`,
    issued: '2011-11-22',
    publisher: {
      '@type': 'org:Organization',
      name: words(3),
      subOrganizationOf: { '@type': 'org:Organization', name: han(10) },
    },
    contactPoint: { '@type': 'vcard:Contact', fn: 'Records office', hasEmail: 'mailto:records@example.org' },
    spatial: 'Riverside county',
    temporal: '2009-09-01T12:00:00Z/2010-05-31T12:00:00Z',
    language: ['en-US'],
    license: 'https://creativecommons.org/publicdomain/zero/1.0/',
    landingPage: `https://example.org/landing/${index}`,
    distribution: Array.from({ length: 3 }, (_, part) => ({
      '@type': 'dcat:Distribution',
      description: words(8),
      downloadURL: `https://data.example.org/d/${index}/${part}.csv`,
      format: 'CSV',
      mediaType: 'text/csv',
      title: `part ${part}`,
    })),
    theme: ['statistics'],
    dataQuality: true,
  };
  if (random() < 0.01) faults[pick(faults.length)](made);
  return made;
}

const faults = [
  (made) => delete made.title,
  (made) => {
    made.modified = 'yesterday';
  },
  (made) => {
    made.accessLevel = 'Public';
  },
  (made) => {
    made.distribution[1].mediaType = 'csv';
  },
  (made) => {
    made.contactPoint.hasEmail = 'jane';
  },
];

const text = { type: 'string', minLength: 1 };
const uri = { type: 'string', format: 'uri' };

/** The schema of a record, and of the array for peers that know no records. */
export const recordSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Dataset',
  type: 'object',
  required: [
    'title',
    'description',
    'keyword',
    'modified',
    'publisher',
    'contactPoint',
    'identifier',
    'accessLevel',
    'bureauCode',
    'programCode',
  ],
  properties: {
    '@type': { const: 'dcat:Dataset' },
    accessLevel: { enum: ['public', 'restricted public', 'non-public'] },
    accrualPeriodicity: { type: 'string', pattern: '^R/P' },
    bureauCode: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^[0-9]{3}:[0-9]{2}$' } },
    programCode: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^[0-9]{3}:[0-9]{3}$' } },
    identifier: text,
    title: text,
    description: text,
    keyword: { type: 'array', minItems: 1, uniqueItems: true, items: text },
    modified: { type: 'string', format: 'date' },
    issued: { type: 'string', format: 'date' },
    publisher: {
      type: 'object',
      required: ['name'],
      properties: {
        name: text,
        subOrganizationOf: { type: 'object', required: ['name'], properties: { name: text } },
      },
    },
    contactPoint: {
      type: 'object',
      required: ['fn', 'hasEmail'],
      properties: { fn: text, hasEmail: { type: 'string', pattern: '^mailto:[^@]+@[^@]+$' } },
    },
    spatial: text,
    temporal: text,
    language: { type: 'array', items: { type: 'string', pattern: '^[a-z]{2}(-[A-Z]{2})?$' } },
    license: uri,
    landingPage: uri,
    distribution: {
      type: 'array',
      items: {
        type: 'object',
        required: ['downloadURL', 'mediaType'],
        properties: {
          downloadURL: uri,
          mediaType: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+$' },
          title: text,
          description: text,
          format: text,
        },
      },
    },
    theme: { type: 'array', items: text },
    dataQuality: { type: 'boolean' },
  },
};

/** Writes array.json, records.ndjson, record.schema.json and array.schema.json. */
export function writeCatalogue(folder, count) {
  mkdirSync(folder, { recursive: true });
  const array = openSync(join(folder, 'array.json'), 'w');
  const lines = openSync(join(folder, 'records.ndjson'), 'w');
  writeSync(array, '[');
  for (let done = 0; done < count; done += 1000) {
    const batch = Array.from({ length: Math.min(1000, count - done) }, (_, index) =>
      JSON.stringify(record(done + index)),
    );
    writeSync(array, (done === 0 ? '' : ',\n') + batch.join(',\n'));
    writeSync(lines, `${batch.join('\n')}\n`);
  }
  writeSync(array, ']\n');
  closeSync(array);
  closeSync(lines);
  writeFileSync(join(folder, 'record.schema.json'), JSON.stringify(recordSchema));
  writeFileSync(
    join(folder, 'array.schema.json'),
    JSON.stringify({
      $schema: recordSchema.$schema,
      type: 'array',
      items: { ...recordSchema, $schema: undefined },
    }),
  );
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [folder, count = '100000'] = process.argv.slice(2);
  writeCatalogue(folder, Number(count));
}
