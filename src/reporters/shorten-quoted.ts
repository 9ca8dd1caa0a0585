import { columnsOf, cutEnd } from './columns.ts';

/** Of a value that is cut, this much of its end stays: where addresses and codes differ. */
const keptEnd = 12;
/** Values are not cut below a third of the room, nor below the first; there is no need to stay above the second. */
const shortest = [16, 40] as const;

/** Values stand in straight quotation marks, names in curly ones. */
const quoted = /"[^"]*"|“[^”]*”/g;

/**
 * A message that would not fit into `columns`, with its long quoted values cut in their middle, so that what is said of
 * them can still be read.
 */
export function shortenQuoted(message: string, columns: number): string {
  if (columnsOf(message) <= columns) return message;
  const values = [...message.matchAll(quoted)].map(([all]) => columnsOf(all.slice(1, -1)));
  const least = Math.max(shortest[0], Math.min(shortest[1], Math.floor(columns / 3)));
  const long = values.filter((width) => width > least);
  if (long.length === 0) return message;
  const excess = columnsOf(message) - columns;
  const room = long.reduce((sum, width) => sum + width, 0) - excess;
  const share = Math.max(least, Math.floor(room / long.length));
  return message.replaceAll(
    quoted,
    (all) => all.slice(0, 1) + middleCut(all.slice(1, -1), share) + all.slice(-1),
  );
}

/** `http://creativecomm…other-pdm/` */
function middleCut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  return cutEnd(text, columns - keptEnd) + endOf(text, keptEnd);
}

function endOf(text: string, columns: number): string {
  let kept = '';
  for (const character of [...text].reverse()) {
    if (columnsOf(character + kept) > columns) break;
    kept = character + kept;
  }
  return kept;
}
