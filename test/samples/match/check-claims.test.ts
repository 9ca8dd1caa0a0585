import { describe, expect, it } from 'vitest';
import type { SampleClaims } from '../../../src/model/data-item.ts';
import type { SampleFacts } from '../../../src/samples/match/check-claims.ts';
import { checkClaims } from '../../../src/samples/match/check-claims.ts';

function told(claims: SampleClaims, facts: Partial<SampleFacts>): string[] {
  const { findings, notChecked } = checkClaims(claims, { extension: 'csv', ...facts });
  return [
    ...findings.map(({ claim, reason, declared, found }) => `${claim} ${reason}: ${declared}, ${found}`),
    ...notChecked.map(({ claim }) => `${claim} not checked`),
  ];
}

describe('claims against a file', () => {
  it.each<[SampleClaims, Partial<SampleFacts>, string[]]>([
    [{}, { rows: 1 }, []],
    [{ format: 'CSV' }, { format: 'csv' }, []],
    [{ format: '.csv' }, { format: 'csv' }, []],
    [{ format: 'csv' }, { format: 'xlsx' }, ['format different: csv, xlsx']],
    [{ format: '电子表格' }, { format: 'xlsx' }, []],
    [{ format: '电子表格' }, { format: 'json' }, ['format different: 电子表格, json']],
    [{ format: 'xlsx' }, {}, ['format different: xlsx, csv']],
    [{ format: 'text/csv' }, {}, []],
    [{ format: 'mysql' }, {}, ['format not checked']],
    [{ mediaType: 'text/csv; charset=utf-8' }, {}, []],
    [{ mediaType: 'application/json' }, {}, ['mediaType different: application/json, csv']],
    [{ mediaType: 'application/x-foo' }, {}, ['mediaType not checked']],
    [{ encoding: 'UTF-8' }, { encoding: 'utf-8' }, []],
    [{ encoding: 'utf8' }, { encoding: 'gb18030' }, ['encoding different: utf8, gb18030']],
    [{ encoding: 'GBK' }, { encoding: 'gb18030' }, []],
    [{ encoding: 'GB2312' }, { encoding: 'ascii' }, []],
    [{ encoding: 'UTF-16' }, { encoding: 'utf-16le' }, []],
    [{ encoding: 'UTF-16' }, { encoding: 'ascii' }, ['encoding different: UTF-16, ascii']],
    [{ encoding: 'latin-1' }, { encoding: 'utf-8' }, ['encoding not checked']],
    [{ encoding: 'utf-8' }, {}, ['encoding not checked']],
    [{ bytes: 100 }, { bytes: 100 }, []],
    [{ bytes: 100 }, { bytes: 101 }, ['bytes more: 100, 101']],
    [{ bytes: 0 }, { bytes: 1 }, ['bytes more: 0, 1']],
    [{ rows: 12 }, { rows: 11 }, ['rows fewer: 12, 11']],
    [{ rows: 32_000, rowsTolerance: 500 }, { rows: 31_500 }, []],
    [{ rows: 32_000, rowsTolerance: 500 }, { rows: 32_501 }, ['rows more: 32000 ± 500, 32501']],
    [{ rows: 12 }, {}, ['rows not checked']],
    [{ hash: { algorithm: 'md5', digest: 'aa' } }, { md5: 'AA' }, []],
    [
      { hash: { algorithm: 'sha256', digest: 'aa' } },
      { sha256: 'ab' },
      ['hash different: sha256:aa, sha256:ab'],
    ],
    [{ hash: { algorithm: 'md5', digest: 'aa' } }, { sha256: 'aa' }, ['hash not checked']],
  ])('%j and %j: %j', (claims, facts, expected) => expect(told(claims, facts)).toEqual(expected));

  const days = (heading: string, min: string, max: string) => ({ days: [{ heading, min, max }] });

  it('holds the last update against columns that say when a row was written', () => {
    const claims = { lastUpdate: '2018-06-30' };
    expect(told(claims, days('更新时间', '2017-01-01', '2018-06-30'))).toEqual([]);
    expect(
      checkClaims(claims, { extension: '', ...days('更新时间', '2017-01-01', '2018-07-02') }).findings,
    ).toEqual([
      {
        check: 'sample/claim',
        claim: 'lastUpdate',
        reason: 'newer',
        declared: '2018-06-30',
        found: '2018-07-02',
        heading: '更新时间',
      },
    ]);
    expect(told(claims, days('有效期至', '2020-01-01', '2030-01-01'))).toEqual(['lastUpdate not checked']);
  });

  it('holds the period against the column of days that fits it best', () => {
    const claims = { period: { from: '2020-01-01', to: '2020-12-31' } };
    const both = {
      days: [
        { heading: '出生日期', min: '1950-01-01', max: '1990-01-01' },
        { heading: '就诊日期', min: '2020-01-05', max: '2020-12-01' },
      ],
    };
    expect(told(claims, both)).toEqual([]);
    expect(told(claims, days('就诊日期', '2019-12-31', '2020-05-01'))).toEqual([
      'period beyond: 2020-01-01/2020-12-31, 2019-12-31/2020-05-01',
    ]);
    expect(told({ period: { to: '2020-12-31' } }, days('就诊日期', '2021-01-01', '2021-05-01'))).toEqual([
      'period outside: ../2020-12-31, 2021-01-01/2021-05-01',
    ]);
    expect(told(claims, {})).toEqual(['period not checked']);
  });
});
