/** One text for the cells of a key, different for different cells: `2:ab1:c` is not `1:a2:bc`. */
export function keyText(cells: readonly string[]): string {
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) return only;
  return cells.map((cell) => `${cell.length}:${cell}`).join('');
}
