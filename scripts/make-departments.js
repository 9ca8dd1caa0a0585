#!/usr/bin/env node
// Writes fixtures/departments: the catalogues of six invented departments, and samples of their data, as their people would hand them in. Same bytes at every run.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { flaws } from './departments/flaws.js';
import { gb18030 } from './departments/gb18030.js';
import { conformingCatalogues } from './departments/records.js';
import { samples } from './departments/samples.js';
import { nationalTemplate, templateRows } from './departments/template.js';
import { writeWorkbook } from './support/workbook.js';

const root = new URL('../fixtures/departments/', import.meta.url);

const writers = {
  交通局: (records) => ({ 'catalogue.json': `${JSON.stringify({ resources: records }, null, 2)}\n` }),
  卫生健康委: (records) =>
    Object.fromEntries(records.map((record) => [`${record.信息资源名称.trim()}.yaml`, yaml(record)])),
  民政局: (records) => ({
    'catalogue.ndjson': records
      .map((record, index) => JSON.stringify(record).replace(/\}$/, index === 11 ? ',}' : '}'))
      .join('\n')
      .concat('\n'),
  }),
  市场监管局: (records) => ({ '信息资源目录.csv': gb18030(csv(records)) }),
  教育局: (records) => ({
    '教育局信息资源目录.xlsx': writeWorkbook([
      nationalTemplate('信息资源目录', records, { codesAsNumbers: true }),
    ]),
  }),
  生态环境局: (records) => ({
    '生态环境局信息资源目录.xlsx': writeWorkbook([nationalTemplate('信息资源目录', records, {})]),
  }),
};

function yaml(record) {
  return stringify(record, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** The flat export of a catalogue system: one row per data item, headings of its own for two columns, a remark that nobody asked for. */
function csv(records) {
  const { headings, rows } = templateRows(records);
  const named = headings.map((heading) => (heading === '更新周期' ? '更新频度' : heading));
  const lines = rows.map((row) => [...row, ''].map(quoted).join(','));
  lines[7] = `${lines[7]},见附件`;
  return [[...named, '备注'].join(','), ...lines, ''].join('\r\n');
}

function quoted(cell) {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

rmSync(root, { recursive: true, force: true });
for (const { folder, records } of conformingCatalogues()) {
  const folderUrl = new URL(`${encodeURIComponent(folder)}/`, root);
  mkdirSync(folderUrl, { recursive: true });
  const written = flaws[folder]?.(records) ?? records;
  for (const [name, content] of Object.entries(writers[folder](written))) {
    writeFileSync(new URL(encodeURIComponent(name), folderUrl), content);
  }
  const samplesUrl = new URL(`${encodeURIComponent('样本')}/`, folderUrl);
  mkdirSync(samplesUrl);
  for (const [name, content] of Object.entries(samples[folder])) {
    writeFileSync(new URL(encodeURIComponent(name), samplesUrl), content);
  }
}
