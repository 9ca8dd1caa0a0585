import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { checkFixtures } from '../checks/check-fixtures.ts';
import { checkIndex, checkPage } from './check-pages.ts';

it.each(checks.map((check, index) => ({ check, id: check.id, name: checkFixtures[index]?.name })))(
  'the page of $id says what it is',
  async ({ check, name }) => {
    await expect(await checkPage(check)).toMatchFileSnapshot(`../../docs/checks/${name}.md`);
  },
);

it('docs/checks/README.md lists every check', async () => {
  await expect(checkIndex()).toMatchFileSnapshot('../../docs/checks/README.md');
});

it('every page belongs to a check', () => {
  const names = checkFixtures.map(({ name }) => `${name}.md`);
  expect(readdirSync('docs/checks').sort()).toEqual(['README.md', ...names].sort());
});
