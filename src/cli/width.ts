import type { Streams } from './streams.ts';

/** Where nobody says how wide a line may be. */
const usualWidth = 100;

/** Columns that a line may take: those of the terminal, else what COLUMNS says, else 100. */
export function widthOf({ columns, env }: Pick<Streams, 'columns' | 'env'>): number {
  const said = /^\d{2,4}$/.test(env['COLUMNS'] ?? '') ? Number(env['COLUMNS']) : undefined;
  return columns ?? said ?? usualWidth;
}
