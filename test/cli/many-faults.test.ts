import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../workspace/temporary-folder.ts';
import { run } from './run.ts';

interface Report {
  readonly divergences: readonly {
    readonly check: string;
    readonly facts: Readonly<Record<string, unknown>>;
  }[];
}

async function told(path: string, text: string): Promise<Report['divergences']> {
  const cwd = temporaryFolder({ [path]: text, 's.json': '{"fields":[{"name":"a"}]}' });
  const { out } = await run(['check', path, '--schema', 's.json', '--format', 'json'], { cwd });
  return (JSON.parse(out) as Report).divergences.filter(({ check }) => check.startsWith('document/'));
}

describe('faults of the text of data, more than are told one by one', () => {
  it.each([
    ['values that are no rows', 'd.json', JSON.stringify(Array.from({ length: 1000 }, (_, index) => index))],
    ['lines that are no JSON', 'd.ndjson', '{"a":\n'.repeat(1000)],
  ])('are counted: %s', async (_, path, text) => {
    const more = (await told(path, text)).filter(({ facts }) => facts['reason'] === 'more-faults');
    expect(more).toMatchObject([{ facts: { told: 100, more: 900 } }]);
  });

  it('hide no fault of another kind behind them', async () => {
    const all = await told('d.json', `[${'1,'.repeat(1000)}{"a":"1","a":"2"}]`);
    expect(all.map(({ check }) => check)).toContain('document/duplicate-key');
  });
});
