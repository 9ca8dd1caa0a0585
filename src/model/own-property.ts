/** Sets an own property, whatever its name: `__proto__` from a document is a name like any other. */
export function setOwn(owner: object, name: string, value: unknown): void {
  if (name !== '__proto__') (owner as Record<string, unknown>)[name] = value;
  else Object.defineProperty(owner, name, { value, writable: true, enumerable: true, configurable: true });
}
