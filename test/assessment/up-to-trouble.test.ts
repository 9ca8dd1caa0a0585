import { describe, expect, it } from 'vitest';
import { upToTrouble } from '../../src/assessment/up-to-trouble.ts';
import { ReadProblem } from '../../src/workspace/read-problem.ts';

function packed(chunks: readonly string[], error?: Error) {
  return {
    path: 'a.csv.gz',
    size: 1,
    async *chunks() {
      const shared = Buffer.alloc(64);
      for (const chunk of chunks) yield shared.subarray(0, shared.write(chunk));
      if (error !== undefined) throw error;
    },
  };
}

async function read({ source }: ReturnType<typeof upToTrouble>): Promise<string> {
  let text = '';
  for await (const chunk of source.chunks()) text += Buffer.from(chunk).toString();
  return text;
}

describe('a packed source', () => {
  const chunks = ['a,b\n1', ',2', '\n3,4\n', '5,', '6'];

  it('is the same where nothing is wrong', async () => {
    const partial = upToTrouble(packed(chunks));
    expect([await read(partial), partial.trouble()]).toEqual([chunks.join(''), undefined]);
  });

  it.each(['gzip-truncated', 'gzip-broken'] as const)(
    'ends with the last whole line where it is %s',
    async (reason) => {
      const partial = upToTrouble(packed(chunks, new ReadProblem(reason, 'a.csv.gz')));
      expect(await read(partial)).toBe('a,b\n1,2\n3,4\n');
      expect(partial.trouble()).toMatchObject({ reason });
    },
  );

  it('lets other trouble through', async () => {
    const bomb = upToTrouble(packed(chunks, new ReadProblem('gzip-bomb', 'a.csv.gz')));
    await expect(read(bomb)).rejects.toMatchObject({ reason: 'gzip-bomb' });
  });
});
