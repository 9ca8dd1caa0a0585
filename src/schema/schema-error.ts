/** A schema that cannot be used: a broken `$ref`, a keyword with an impossible value, a dangerous pattern, an unknown `$schema`. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  /** The file of the standard that is at fault, as shown in clauses. */
  readonly path: string;
  /** Where in it the trouble sits: `dataset.schema.json#/properties/title/type`. */
  readonly schemaPointer: string;

  constructor(message: string, at: { readonly path: string; readonly pointer: string }) {
    super(message);
    this.path = at.path;
    this.schemaPointer = `${at.path}#${at.pointer}`;
  }
}
