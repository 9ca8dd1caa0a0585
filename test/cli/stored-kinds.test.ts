import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './run.ts';

const record = 'fixtures/checks/privacy-personal/divergent-open/record.yaml';

describe('values of another kind than declared', () => {
  let cwd = '';
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'kinds-'));
  });
  afterAll(() => rmSync(cwd, { recursive: true }));

  async function causes(...args: string[]): Promise<string[]> {
    const { out } = await run(['check', ...args, '--format', 'json', '--locale', 'en'], { cwd });
    const { divergences } = JSON.parse(out) as {
      divergences: {
        check: string;
        severity: string;
        facts: { column?: string; style?: string; reason?: string };
      }[];
    };
    return divergences
      .filter(({ check }) => check === 'cell/type')
      .map(({ severity, facts }) => `${severity} ${facts.column} ${facts.style ?? facts.reason}`);
  }

  it('are errors where a schema says so', async () => {
    const rows = [
      { n: '1', b: 'true', s: 5 },
      { n: 1, b: true, s: 'x' },
      { n: 2, b: 0, s: { deep: [1] } },
    ];
    writeFileSync(join(cwd, 'rows.ndjson'), rows.map((row) => JSON.stringify(row)).join('\n'));
    const properties = { n: { type: 'integer' }, b: { type: 'boolean' }, s: { type: 'string' } };
    writeFileSync(join(cwd, 'row.json'), JSON.stringify({ properties }));
    expect(await causes('rows.ndjson', '--schema', 'row.json')).toEqual([
      'error b truth-as-text',
      'error n number-as-text',
      'error s number-for-text',
      'error b 1/0',
      'error s nested',
    ]);
  });

  it('are warnings where a record does, which speaks of no format', async () => {
    cpSync(record, join(cwd, 'catalogue', 'record.yaml'));
    const columnData = [
      { name: '编号', data: [1, 2], type: 'INT32' as const },
      { name: '姓名', data: ['张*', '李*'], type: 'STRING' as const },
      { name: '服务时长', data: ['12', 'x'], type: 'STRING' as const },
    ];
    const parquet = new Uint8Array(parquetWriteBuffer({ columnData }));
    writeFileSync(join(cwd, 'catalogue', '社区志愿者信息.parquet'), parquet);
    expect(await causes('catalogue', '--standard', 'cn-gov-catalogue')).toEqual([
      'warning 服务时长 number-as-text',
      'warning 编号 number-for-text',
      'error 服务时长 not-integer',
    ]);
  });
});
