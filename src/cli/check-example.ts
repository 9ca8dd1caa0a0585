import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../model/locale.ts';
import { locales } from '../model/locale.ts';
import { toolFiles } from '../workspace/tool-files.ts';

/** What the page of a check shows as its example: what somebody wrote, where it is text, and what is said of it. */
export interface CheckExample {
  readonly source?: string;
  readonly transcript: string;
}

/**
 * The example on the page of a check in `docs/checks`, which comes with the tool: fenced blocks below `## Example`, the source
 * where there is one, then a transcript for each language. `undefined` where the docs were not installed.
 */
export function checkExample(id: string, locale: Locale): CheckExample | undefined {
  const page = readPage(id.replace('/', '-'));
  const example = page?.slice(page.indexOf('\n## Example'));
  const blocks = [...(example ?? '').matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
  const transcript = blocks.at(locales.indexOf(locale) - locales.length);
  if (transcript === undefined) return undefined;
  const [source] = blocks;
  return blocks.length > locales.length && source !== undefined ? { source, transcript } : { transcript };
}

function readPage(name: string): string | undefined {
  try {
    return readFileSync(join(toolFiles().root, 'docs', 'checks', `${name}.md`), 'utf8');
  } catch {
    return undefined;
  }
}
