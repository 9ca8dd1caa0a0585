import { cutExcerpt } from '../documents/excerpt.ts';
import { readWholeText } from '../documents/whole-text.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Divergence } from '../model/divergence.ts';
import type { TextPlace } from '../model/place.ts';
import type { Source } from '../model/source.ts';

/** More than this are not shown with their source lines anyway. */
const maxLines = 100;
/** Larger files are not read a second time. */
const maxBytes = 8_000_000;

/**
 * Gives their source lines to the first divergences that have a place in a text but no line of it: those found across the
 * catalogue, for which a line would otherwise have to be kept of every record. `open` hands out a document once more, or
 * nothing where it cannot be read twice. What cannot be read any more stays without its line.
 */
export async function withSourceLines(
  assessment: Assessment,
  open: (path: string) => Source | undefined,
): Promise<Assessment> {
  const bare = assessment.divergences.filter(isBare).slice(0, maxLines);
  if (bare.length === 0) return assessment;
  const withLine = new Map<Divergence, Divergence>();
  for (const path of new Set(bare.map((divergence) => divergence.path))) {
    const lines = await linesOf(open(path));
    for (const divergence of bare) {
      const line = divergence.path === path ? lines?.[divergence.place.line - 1] : undefined;
      if (line !== undefined)
        withLine.set(divergence, { ...divergence, excerpt: excerptOf(line, divergence.place) });
    }
  }
  const divergences = assessment.divergences.map((divergence) => withLine.get(divergence) ?? divergence);
  return { ...assessment, divergences };
}

function isBare(divergence: Divergence): divergence is Divergence & { readonly place: TextPlace } {
  return divergence.excerpt === undefined && divergence.place !== undefined && 'column' in divergence.place;
}

async function linesOf(source: Source | undefined): Promise<readonly string[] | undefined> {
  if (source === undefined || (source.size ?? 0) > maxBytes) return undefined;
  try {
    const whole = await readWholeText(source, maxBytes);
    return 'text' in whole ? whole.text.split(/\r\n|\n|\r/) : undefined;
  } catch {
    // The file went away meanwhile: its divergences are known, only their lines are not.
    return undefined;
  }
}

function excerptOf(text: string, { line, column, endLine = line, endColumn = column + 1 }: TextPlace) {
  return cutExcerpt(text, column - 1, endLine === line ? endColumn - 1 : text.length);
}
