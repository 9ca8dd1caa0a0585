import type { PartialAssessment } from './partial.ts';

/** Files that records name as schemas of their data are no records themselves: what was said of them as such is taken back. */
export function setSchemasAside(whole: PartialAssessment): void {
  const schemas = new Set(whole.declared.flatMap((table) => table.schemas));
  if (schemas.size === 0) return;
  for (const key of ['divergences', 'said', 'keys', 'records', 'tables'] as const) {
    const list: { readonly path: string }[] = whole[key];
    const rest = list.filter(({ path }) => !schemas.has(path));
    list.splice(0, list.length, ...rest);
  }
  for (const path of schemas) whole.schemas.push(path);
}
