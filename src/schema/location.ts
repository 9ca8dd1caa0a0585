import type { Pointer } from '../model/pointer.ts';
import { child } from '../model/pointer.ts';
import type { Dialect } from './dialect.ts';

/** A file of the standard, as the engine is given it. */
export interface SchemaSource {
  /** Retrieval URI, such as `package:/schema/dataset.schema.json`. */
  readonly uri: string;
  /** What clauses call it. */
  readonly path: string;
  readonly value: unknown;
}

/** A schema resource: a file, or an embedded schema with an identifier of its own. */
export interface Resource {
  /** Absolute, without fragment. */
  readonly uri: string;
  readonly dialect: Dialect;
  /** What is wrong with its `$schema`, said only when the resource is used. */
  readonly trouble: string | undefined;
  readonly root: Location;
  /** Plain-name fragments: `$anchor`, `$dynamicAnchor`, and `$id: "#name"` of old drafts. */
  readonly anchors: Map<string, Location>;
  readonly dynamicAnchors: Map<string, Location>;
  /** `$recursiveAnchor: true` at the root. */
  readonly recursive: boolean;
}

/** A schema and where it stands: file, pointer inside the file, and the resource that gives it base URI and dialect. */
export interface Location {
  readonly source: SchemaSource;
  readonly pointer: Pointer;
  readonly value: unknown;
  readonly resource: Resource;
}

/** A name for a place that no other place has. */
export function placeKey(source: SchemaSource, pointer: Pointer): string {
  return `${source.uri}#${pointer}`;
}

/** The pointer some tokens further down. */
export function below(pointer: Pointer, tokens: readonly string[]): Pointer {
  return tokens.reduce<Pointer>((path, token) => child(path, token), pointer);
}

/** The member of an object or array, own properties only. */
export function member(value: unknown, token: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[token];
}

/** The path and pointer that a `SchemaError` about this schema points at. */
export function errorPlace(
  location: Location,
  ...tokens: readonly string[]
): { path: string; pointer: Pointer } {
  return { path: location.source.path, pointer: below(location.pointer, tokens) };
}
