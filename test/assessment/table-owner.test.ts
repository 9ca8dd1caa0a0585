import { describe, expect, it } from 'vitest';
import { tableOwner } from '../../src/assessment/table-owner.ts';

const records = [
  { path: 'all/交通局/catalogue.json', department: '山城市交通局', count: 16 },
  { path: 'all/民政局/catalogue.json', department: '山城市民政局', count: 3 },
  { path: 'all/民政局/old/catalogue.json', department: '民政局（原）', count: 1 },
];

describe('whose a table is that no record declares', () => {
  it.each([
    ['all/交通局/停车场.csv', '山城市交通局'],
    ['all/交通局/样本/2017/停车场.csv', '山城市交通局'],
    ['all/民政局/old/a.csv', '民政局（原）'],
    ['all/民政局/a.csv', 'folder'],
    ['all/交通/a.csv', 'folder'],
    ['a.csv', 'folder'],
  ])('%s', (path, owner) => {
    expect(tableOwner(path, records, 'folder')).toBe(owner);
  });

  it('is that of all records where there is one only', () => {
    expect(tableOwner('a.csv', records.slice(0, 1), 'folder')).toBe('山城市交通局');
    expect(tableOwner('a.csv', [], 'folder')).toBe('folder');
  });
});
