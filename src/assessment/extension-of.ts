/** The ending of a path with its dot; empty where it has none. */
export function extensionOf(path: string): string {
  return /\.[^./]+$/.exec(path)?.[0] ?? '';
}
