import { createFormatPolicy } from '../../src/formats/index.ts';
import type { CodeList, CodeStatus } from '../../src/model/code-list.ts';
import type { Fault } from '../../src/model/fault.ts';
import type { Validator } from '../../src/model/standard.ts';
import type { SchemaSource } from '../../src/schema/location.ts';
import { compileValidator } from '../../src/schema/validator.ts';

interface Extra {
  readonly draft?: string;
  readonly overlay?: unknown;
  readonly lists?: readonly CodeList[];
  readonly others?: readonly SchemaSource[];
}

/** A validator for one schema called `dataset.schema.json`. */
export function validatorFor(schema: unknown, extra: Extra = {}): Validator {
  const entry = 'package:/schema/dataset.schema.json';
  return compileValidator({
    entry,
    sources: [{ uri: entry, path: 'dataset.schema.json', value: schema }, ...(extra.others ?? [])],
    ...(extra.draft === undefined ? {} : { defaultDialect: extra.draft }),
    ...(extra.overlay === undefined ? {} : { overlay: extra.overlay }),
    codelists: new Map((extra.lists ?? []).map((list) => [list.id, list])),
    formats: createFormatPolicy(),
  });
}

/** `keyword pointer name` of each fault. */
export function shortFaults(faults: readonly Fault[]): string[] {
  return faults.map(({ keyword, pointer, name }) =>
    [keyword, pointer || '(root)', name ?? ''].join(' ').trim(),
  );
}

export function judged(schema: unknown, value: unknown, extra: Extra = {}): string[] {
  return shortFaults(validatorFor(schema, extra).faults(value));
}

/** A code list from `code` or `code:status`. */
export function listOf(id: string, codes: readonly string[], open = false): CodeList {
  const rows = codes.map((text) => {
    const [code = '', status = 'active'] = text.split(':');
    return { code, labels: {}, aliases: [], status: status as CodeStatus };
  });
  return {
    id,
    open,
    codes: rows,
    byCode: new Map(rows.map((row) => [row.code, row])),
    path: `codelists/${id}.csv`,
  };
}
