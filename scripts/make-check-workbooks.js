#!/usr/bin/env node
// Writes the workbooks among fixtures/checks; the other fixtures there are texts. Same bytes at every run.
import { mkdirSync, writeFileSync } from 'node:fs';
import { writeWorkbook } from './support/workbook.js';

const headings = [
  '标识符',
  '数据集名称',
  '摘要',
  '发布部门',
  '发布部门代码',
  '主题',
  '更新周期',
  '发布日期',
  '列名',
];

/** A catalogue of one record with two columns; the provider's code is stored as given. */
function catalogue(code) {
  const own = [
    'hlth-0012',
    '诊所名录',
    '全镇诊所地址和时间',
    '卫生健康局',
    code,
    'health',
    'annual',
    '2017-05-01',
  ];
  const rows = [headings, [...own, '诊所名称'], [...own, '诊所地址']];
  return writeWorkbook([{ name: '目录', rows }]);
}

const folder = new URL('../fixtures/checks/value-digits-lost/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('conforming.xlsx', folder), catalogue('121200004013590816'));
// What a spreadsheet keeps of that code once it takes it for a number.
writeFileSync(new URL('divergent.xlsx', folder), catalogue(121_200_004_013_590_000));
