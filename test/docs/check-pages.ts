import { existsSync, readFileSync } from 'node:fs';
import type { Check } from '../../src/checks/define-check.ts';
import { checks } from '../../src/checks/index.ts';
import type { Severity } from '../../src/model/severity.ts';
import { terminalTexts } from '../../src/reporters/terminal-texts.ts';
import { checkFixtures, fixtureOf, hasDocuments, transcriptOf } from '../checks/check-fixtures.ts';
import { sampleCases, sampleTranscript } from '../checks/sample-cases.ts';

/** Markdown pages about checks, made from their descriptions and fixtures. `vitest -u` writes them to `docs/checks/`. */

const note = '<!-- Written by test/docs/check-pages.test.ts from src/checks and fixtures/checks. -->';

/** The page of one check, in both languages; the example is its divergent fixture. */
export async function checkPage({ id, severity, title, rationale, mend }: Check): Promise<string> {
  return `${note}
# ${id}

**${title.en}**: ${severityText(severity, 'en')}

*Why it matters.* ${rationale.en}

*How to mend it.* ${mend.en}

**${title['zh-CN']}**：${severityText(severity, 'zh-CN')}

*为什么重要：*${rationale['zh-CN']}

*如何修改：*${mend['zh-CN']}
${inParagraphs(await exampleOf(id))}`;
}

function inParagraphs(example: string): string {
  return example === '' ? '' : `\n${example}`;
}

/** The index of all checks, in the order of the registry. */
export function checkIndex(): string {
  const rows = checks.map(
    ({ id, severity, title }, index) =>
      `| [\`${id}\`](${checkFixtures[index]?.name}.md) | ${severity} | ${title.en} | ${title['zh-CN']} |`,
  );
  return `${note}
# Checks

What concordat looks for. The severity is what a divergence weighs at most: outside an open code list, or where a field is merely
recommended, it is a warning. A standard may set another severity, or switch a check off, in its manifest. \`concordat explain <check>\`
prints a page in the terminal; \`concordat explain rule/<id> --standard <standard>\` tells what a rule of a standard says.

| check | severity | looks for | 检查内容 |
|---|---|---|---|
${rows.join('\n')}
`;
}

function severityText(severity: Severity, locale: 'en' | 'zh-CN'): string {
  return terminalTexts[locale].severity[severity];
}

async function exampleOf(id: string): Promise<string> {
  const fixtures = checkFixtures.find((one) => one.id === id);
  if (fixtures === undefined) throw new Error(`${id} has no fixtures`);
  if (!hasDocuments(fixtures)) return sampleExampleOf(id);
  const path = fixtureOf(fixtures, 'divergent');
  const source = excerptOf(path, fixtureOf(fixtures, 'conforming'));
  return example(source, [await transcriptOf(path), await transcriptOf(path, 'zh-CN')]);
}

/** The first case of a check of data tables. */
async function sampleExampleOf(id: string): Promise<string> {
  const [divergent] = sampleCases.filter((one) => one.id === id && one.kind === 'divergent');
  if (divergent === undefined) throw new Error(`${id} has no sample to show`);
  const conforming = divergent.shown.replace('/divergent-', '/conforming-');
  const source = excerptOf(divergent.shown, conforming);
  return example(source, [
    await sampleTranscript(divergent, 'en'),
    await sampleTranscript(divergent, 'zh-CN'),
  ]);
}

function example(source: readonly string[], transcripts: readonly string[]): string {
  return ['## Example · 示例', ...source, ...transcripts.map((text) => fenced('text', text))]
    .join('\n\n')
    .concat('\n');
}

/** How many lines are shown around those that differ from the conforming fixture. */
const context = 2;

/** The lines of the divergent fixture that are not in the conforming one, with their neighbours; nothing for a workbook. */
function excerptOf(path: string, conforming: string): string[] {
  if (path.endsWith('.xlsx')) return [];
  const good = new Set(existsSync(conforming) ? linesOf(conforming) : []);
  const lines = linesOf(path);
  const differing = lines.flatMap((line, index) => (good.has(line) ? [] : [index]));
  const centres = differing.length > 0 ? differing : lines.map((_, index) => index);
  const shown = lines.filter((_, index) => centres.some((centre) => Math.abs(centre - index) <= context));
  return [fenced(path.split('.').at(-1) ?? 'text', shown.join('\n'))];
}

function linesOf(path: string): string[] {
  const encoding = path.includes('document-encoding/divergent') ? 'gb18030' : 'utf-8';
  return new TextDecoder(encoding).decode(readFileSync(path)).trimEnd().split('\n');
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
