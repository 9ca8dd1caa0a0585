import { describe, expect, it } from 'vitest';
import { applyRenames } from '../../src/assessment/apply-renames.ts';
import type { Rename } from '../../src/checks/record-view.ts';
import type { Field } from '../../src/model/field.ts';

function rename(pointer: string, found: string, name: string): Rename {
  const field: Field = {
    kind: 'dataset',
    pointer: `/${name}`,
    name,
    titles: {},
    obligation: 'mandatory',
    aliases: [],
    headings: [],
    distinctFrom: [],
    weight: 1,
  };
  return { pointer, found, field, how: 'spelling', missing: undefined, extra: undefined };
}

describe('applyRenames', () => {
  it('keeps the order of properties and leaves the record as read untouched', () => {
    const record = { a: 1, publsher: { nmae: 'x' }, z: 2 };
    const renames = [rename('/publsher', 'publsher', 'publisher'), rename('/publsher/nmae', 'nmae', 'name')];
    const { value, original } = applyRenames(record, renames);
    expect(JSON.stringify(value)).toBe('{"a":1,"publisher":{"name":"x"},"z":2}');
    expect(record).toEqual({ a: 1, publsher: { nmae: 'x' }, z: 2 });
    expect(original('/publisher/other')).toBe('/publsher/other');
    expect(original('/z')).toBe('/z');
  });

  it('works inside lists and with names that would pollute', () => {
    const { value } = applyRenames({ list: [{ x: 1 }, { ttl: 2 }] }, [
      rename('/list/1/ttl', 'ttl', '__proto__'),
    ]);
    expect(JSON.stringify(value)).toBe('{"list":[{"x":1},{"__proto__":2}]}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('finds the way back below several renames at once, whatever their order', () => {
    const record = { list: Array.from({ length: 300 }, () => ({ ttl: { nmae: 'x' } })), b: { c: 1 } };
    const inner = record.list.map((_, at) => rename(`/list/${at}/ttl/nmae`, 'nmae', 'name'));
    const outer = record.list.map((_, at) => rename(`/list/${at}/ttl`, 'ttl', 'title'));
    const { value, original } = applyRenames(record, [...outer, ...inner]);
    expect(value).toEqual({ list: record.list.map(() => ({ title: { name: 'x' } })), b: { c: 1 } });
    expect(original('/list/299/title/name')).toBe('/list/299/ttl/nmae');
    expect(original('/list/299/title/other')).toBe('/list/299/ttl/other');
    expect(original('/list')).toBe('/list');
    expect(original('')).toBe('');
    expect((value as typeof record).b).toBe(record.b);
  });
});
