import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';

const readme = readFileSync('README.md', 'utf8');
const blocks = [...readme.matchAll(/```(\w*)\n([\s\S]*?)```/g)].map(([, language, text = '']) => ({
  language,
  text,
}));

describe('README.md', () => {
  it('needs exactly two commands', () => {
    const first = blocks.find(({ language }) => language === 'sh');
    const commands = first?.text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
    expect(commands).toEqual(['npm install && npm run demo', 'npm test']);
  });

  it('shows a real screen', async () => {
    const [command = '', ...screen] = (
      blocks.find(({ text }) => text.startsWith('$ concordat'))?.text ?? ''
    ).split('\n');
    const args = command.replace('$ concordat ', '').split(' ');
    const { code, out } = await run([...args, '--color', 'never'], { columns: 100 });
    expect(code).toBe(1);
    expect(out).toBe(`${screen.join('\n').trimEnd()}\n`);
  });

  it('links to files that exist', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)]
      .map(([, path = '']) => path)
      .filter((path) => !path.includes(':'));
    expect(links.length).toBeGreaterThan(5);
    for (const path of links) expect(() => readFileSync(path), path).not.toThrow();
  });
});
