import { createHash } from 'node:crypto';
import type { PackageTable } from '../documents/package-csv.ts';
import { parsePackageCsv } from '../documents/package-csv.ts';
import { parsePackageJson } from '../documents/package-json.ts';
import type { PackageText, PackageTextError } from '../documents/package-text.ts';
import { parsePackageYaml } from '../documents/package-yaml.ts';
import { byCodeUnit } from '../model/code-unit-order.ts';
import { Failure } from '../model/failure.ts';
import type { Pointer } from '../model/pointer.ts';
import type { PackageAccess } from '../model/standard.ts';
import type { PackagePlace } from './broken-standard.ts';
import { fail } from './broken-standard.ts';

/** A text of a package that was read, able to say where in it something stands. */
export interface PlacedText extends PackageText {
  readonly path: string;
  /** The place of a value (or of its name) as a failure names it. */
  at(pointer: Pointer, target?: 'key' | 'value'): PackagePlace;
}

/** The files of a package, each read and parsed once. Every problem of form is a `Failure` with path, line and column. */
export class PackageFiles {
  readonly #access: PackageAccess;
  readonly #texts = new Map<string, PlacedText>();
  #paths: readonly string[] | undefined;

  constructor(access: PackageAccess) {
    this.#access = access;
  }

  /** Every file, sorted. Listed when first asked for: around a bare schema there may be much that is none of its business. */
  get paths(): readonly string[] {
    this.#paths ??= [...this.#access.list()].sort(byCodeUnit);
    return this.#paths;
  }

  get name(): string {
    return this.#access.name;
  }

  has(path: string): boolean {
    return this.#access.read(path) !== undefined;
  }

  json(path: string): PlacedText {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    return this.#keep(path, parsePackageJson(this.#text(path)));
  }

  async yaml(path: string): Promise<PlacedText> {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    return this.#keep(path, await parsePackageYaml(this.#text(path)));
  }

  /** A schema in JSON, or in YAML where the name says so. */
  async schema(path: string): Promise<PlacedText> {
    return isYaml(path) ? this.yaml(path) : this.json(path);
  }

  /** The value of a JSON or YAML file, or undefined where it is none. */
  async valueOrNothing(path: string): Promise<unknown> {
    const bytes = this.#access.read(path);
    if (bytes === undefined) return undefined;
    const text = new TextDecoder().decode(bytes);
    return (isYaml(path) ? await parsePackageYaml(text) : parsePackageJson(text)).value;
  }

  /** The value of a JSON file, or undefined where there is none, or none that can be read. */
  parsedJson(path: string): unknown {
    const bytes = this.#access.read(path);
    if (bytes === undefined) return undefined;
    const { value, errors } = parsePackageJson(new TextDecoder().decode(bytes));
    return errors.length > 0 ? undefined : value;
  }

  async csv(path: string): Promise<PackageTable> {
    const table = await parsePackageCsv(this.#text(path));
    refuse(path, table.errors);
    return table;
  }

  /** A file that was parsed before. */
  parsed(path: string): PlacedText | undefined {
    return this.#texts.get(path);
  }

  /** `sha256:` over every path and byte, lengths included so that nothing can shift. `more` stands for what the package rests on. */
  digest(more = ''): string {
    const hash = createHash('sha256').update(more);
    for (const path of this.paths) {
      const bytes = this.#access.read(path) ?? new Uint8Array();
      hash.update(`${new TextEncoder().encode(path).length} ${path} ${bytes.length}\n`).update(bytes);
    }
    return `sha256:${hash.digest('hex')}`;
  }

  #keep(path: string, text: PackageText): PlacedText {
    refuse(path, text.errors);
    const placed: PlacedText = {
      ...text,
      path,
      at: (pointer, target = 'value') => ({
        path,
        ...(target === 'key' ? text.keyPlaceOf(pointer) : text.placeOf(pointer)),
      }),
    };
    this.#texts.set(path, placed);
    return placed;
  }

  #text(path: string): string {
    const bytes = this.#access.read(path);
    if (bytes === undefined) fail(`The standard ${this.name} has no file ${path}.`, { path });
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      const line = brokenLine(bytes);
      return fail(`The file ${path} is not UTF-8.`, { path, line }, 'Save it as UTF-8.');
    }
  }
}

/** Whether a file is YAML by its name. */
export function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

function refuse(path: string, [error]: readonly PackageTextError[]): void {
  if (error === undefined) return;
  const { message, line, column } = error;
  throw new Failure('standard', message[0], { place: { path, line, column }, zh: { message: message[1] } });
}

/** The first line that is no UTF-8. */
function brokenLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found + 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}
