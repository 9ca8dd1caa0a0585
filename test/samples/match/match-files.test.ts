import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileClaim } from '../../../src/samples/match/match-files.ts';
import { matchFiles } from '../../../src/samples/match/match-files.ts';

function claim(properties: Partial<FileClaim>): FileClaim {
  return { names: [], codes: [], titles: [], paths: [], folder: '', ...properties };
}
const clinics = claim({
  names: ['307001001/00012', '医疗机构信息'],
  codes: ['307001001/00012'],
  titles: ['医疗机构信息'],
});
const staff = claim({
  names: ['307001001/00013', '医疗机构信息人员'],
  codes: ['307001001/00013'],
  titles: ['医疗机构信息人员'],
});

function found(file: string, claims: readonly FileClaim[] = [clinics, staff]): string {
  const { pairs, ambiguous } = matchFiles({ files: [file], claims });
  const [pair] = pairs;
  if (pair !== undefined) return `${pair.claim} ${pair.how}`;
  return ambiguous.length > 0 ? `one of ${ambiguous[0]?.claims.join(' ')}` : '';
}

describe('the record of a data file', () => {
  it.each([
    ['307001001_00012.csv', '0 code'],
    ['307001001-00013.csv.gz', '1 code'],
    ['卫健委_30700100100012_2023.xlsx', '0 code'],
    ['data/307001001_00012 医疗机构.csv', '0 code'],
    ['307001001_000123.csv', ''],
    ['1307001001_00012.csv', ''],
    ['医疗机构信息.csv', '0 title'],
    ['医疗机构信息人员.csv', '1 title'],
    ['医疗机构 信息.CSV', '0 title'],
    ['市卫健委-医疗机构信息-20230801.csv', '0 title'],
    ['医疗机构信息20230801.csv', '0 title'],
    ['医疗机构信息（样本）.csv', '0 title'],
    ['医疗机构信息数据样本.csv', '0 title'],
    ['医疗机构信息年报.csv', ''],
    ['机构信息.csv', ''],
    ['readme.csv', ''],
  ])('%s: %j', (file, expected) => expect(found(file)).toBe(expected));

  it.each([
    ['inspections.csv', '0 title'],
    ['Inspections-2023.csv', '0 title'],
    ['inspections_data.csv', '0 title'],
    ['staff-inspections.csv', ''],
    ['one-row-each.csv', ''],
  ])('in English, %s: %j', (file, expected) => {
    expect(found(file, [claim({ titles: ['Inspections'] }), claim({ titles: ['Parks'] })])).toBe(expected);
  });

  it('is not guessed where two fit equally well', () => {
    const twice = [claim({ titles: ['医疗机构信息'] }), claim({ titles: ['医疗机构信息 '] })];
    expect(found('医疗机构信息.csv', twice)).toBe('one of 0 1');
    const { undeclared, pairs } = matchFiles({ files: ['医疗机构信息.csv'], claims: twice });
    expect([undeclared, pairs]).toEqual([[], []]);
  });

  it('is that which declares its path, relative to the document', () => {
    const claims = [
      claim({ paths: ['./data/a.csv'], folder: 'health' }),
      claim({ paths: ['b.csv', 'c.csv'] }),
    ];
    expect(matchFiles({ files: ['health/data/a.csv', 'b.csv', 'c.csv', 'd.csv'], claims })).toEqual({
      pairs: [
        { file: 0, claim: 0, how: 'path' },
        { file: 1, claim: 1, how: 'path' },
        { file: 2, claim: 1, how: 'path' },
      ],
      ambiguous: [],
      missing: [],
      undeclared: [3],
      refused: [],
    });
  });

  it('misses declared files, and follows no path out of the folder', () => {
    const claims = [claim({ paths: ['a.csv', '../b.csv', '/c.csv', 'C:\\d.csv', 'x/../e.csv'] })];
    const { missing, undeclared } = matchFiles({ files: ['b.csv', 'c.csv', 'e.csv'], claims });
    expect(missing.map(({ reason }) => reason)).toEqual([
      'not-found',
      'outside',
      'absolute',
      'absolute',
      'outside',
    ]);
    expect(undeclared).toEqual([0, 1, 2]);
  });

  it('is found by the file name in its address, which is never missing', () => {
    const claims = [claim({ paths: ['https://data.example.gov/f/%E6%9C%BA%E6%9E%84.csv?v=1#top'] })];
    const { pairs, missing } = matchFiles({ files: ['downloads/机构.CSV'], claims });
    expect(pairs).toEqual([{ file: 0, claim: 0, how: 'address' }]);
    expect(missing).toEqual([]);
    expect(matchFiles({ files: [], claims }).missing).toEqual([]);
  });

  it('is what the user says, before all else', () => {
    const claims = [clinics, { ...staff, paths: ['elsewhere.csv'] }];
    const explicit = [
      { file: './医疗机构信息.csv', record: '307001001/00013' },
      { file: 'gone.csv', record: '307001001/00013' },
      { file: '医疗机构信息.csv', record: '医疗机构' },
    ];
    const { pairs, refused, missing } = matchFiles({ files: ['医疗机构信息.csv'], claims, explicit });
    expect(pairs).toEqual([{ file: 0, claim: 1, how: 'explicit' }]);
    expect(missing).toEqual([]);
    expect(refused).toEqual([
      { explicit: 1, reason: 'no-file' },
      { explicit: 2, reason: 'no-record' },
    ]);
  });

  it('is one, or several that are said, or none, for every file', () => {
    const names = fc.constantFrom(
      '307001001_00012.csv',
      '医疗机构信息.csv',
      'a.csv',
      '医疗机构信息人员2.csv',
      '１.csv',
      'x',
    );
    const property = fc.property(
      fc.uniqueArray(names),
      fc.array(fc.constantFrom(clinics, staff, claim({ paths: ['a.csv'] })), { maxLength: 4 }),
      (files, claims) => {
        const { pairs, ambiguous, undeclared } = matchFiles({ files, claims });
        const all = [...pairs, ...ambiguous].map(({ file }) => file).concat(undeclared);
        expect(all.sort()).toEqual([...files.keys()]);
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it('is looked for in bounded time in hostile names', () => {
    const files = [
      `${'1'.repeat(250)}x.csv`,
      `${'v1'.repeat(120)}!.csv`,
      `${'a_'.repeat(2000)}.csv`,
      '数据'.repeat(5000),
    ];
    const started = performance.now();
    expect(matchFiles({ files, claims: [clinics] }).undeclared).toHaveLength(4);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
