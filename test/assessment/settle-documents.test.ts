import { expect, it } from 'vitest';
import { emptyPartial } from '../../src/assessment/partial.ts';
import { settleDocuments } from '../../src/assessment/settle-documents.ts';
import { summariseDepartments } from '../../src/assessment/summarise-departments.ts';

it('gives a document to the one department that its records name, else to that of its path', () => {
  const whole = emptyPartial();
  for (const path of ['b.json', 'a.json', 'c.json'])
    whole.documents.push({ path, department: 'folder', format: 'json' });
  // Two shares of one document, and one that several departments fill.
  whole.records.push({ path: 'a.json', department: 'health', count: 2 });
  whole.records.push({ path: 'a.json', department: 'health', count: 3 });
  whole.records.push({ path: 'b.json', department: 'health', count: 1 });
  whole.records.push({ path: 'b.json', department: 'traffic', count: 4 });
  const { notes, said } = settleDocuments(whole);
  expect(notes.map(({ path, department, records }) => [path, department, records])).toEqual([
    ['a.json', 'health', 5],
    ['b.json', 'folder', 5],
    ['c.json', 'folder', 0],
  ]);
  expect(said.map(({ path, said: { facts } }) => [path, facts['reason']])).toEqual([
    ['c.json', 'no-records'],
  ]);
  const departments = summariseDepartments({ records: whole.records, documents: notes, divergences: [] });
  expect(departments.map(({ department, documents, records }) => [department, documents, records])).toEqual([
    ['folder', 2, 0],
    ['health', 1, 6],
    ['traffic', 0, 4],
  ]);
});
