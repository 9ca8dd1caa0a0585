import { describe, expect, it } from 'vitest';
import { judged, listOf, validatorFor } from './validator-for.ts';

const themes = listOf('theme', ['health', 'air', 'roads:deprecated', 'coal:withdrawn']);

describe('codelist', () => {
  const schema = {
    properties: { theme: { codelist: 'theme' }, themes: { type: 'array', codelist: 'theme.csv' } },
  };
  const validator = validatorFor(schema, { lists: [themes] });

  it('accepts active codes, alone or in an array', async () => {
    const record = { theme: 'health', themes: ['air', 'health'] };
    expect(validator.faults(record)).toEqual([]);
    await validator.prepareBulk();
    expect(validator.conforms(record)).toBe(true);
    expect(validator.conforms({ theme: 'Health' })).toBe(false);
    expect(validator.conforms({ themes: ['air', 'roads'] })).toBe(false);
  });

  it('says what became of a code', () => {
    expect(validator.faults({ theme: 'Health', themes: ['coal', 'roads'] })).toMatchObject([
      { keyword: 'codelist', pointer: '/theme', name: 'theme', detail: { status: 'unknown', open: false } },
      { keyword: 'codelist', pointer: '/themes/0', detail: { status: 'withdrawn' } },
      { keyword: 'codelist', pointer: '/themes/1', detail: { status: 'deprecated' } },
    ]);
  });

  it('leaves other types to other keywords, and says nothing after enum', () => {
    expect(judged({ type: 'string', codelist: 'theme' }, 5, { lists: [themes] })).toEqual(['type (root)']);
    expect(judged({ enum: ['health'], codelist: 'theme' }, 'x', { lists: [themes] })).toEqual([
      'enum (root)',
    ]);
  });

  it('can be opened by the schema', () => {
    const open = validatorFor({ codelist: 'theme', openCodelist: true }, { lists: [themes] });
    expect(open.faults('x')).toMatchObject([{ detail: { open: true } }]);
  });

  it('must exist', () => {
    expect(() => validatorFor({ properties: { a: { codelist: 'thmee' } } }, { lists: [themes] })).toThrow(
      expect.objectContaining({ schemaPointer: 'dataset.schema.json#/properties/a/codelist' }),
    );
  });

  it('acts beside $ref in old drafts', () => {
    const old = {
      definitions: { t: { type: 'string' } },
      properties: { a: { $ref: '#/definitions/t', codelist: 'theme' } },
    };
    expect(judged(old, { a: 'x' }, { draft: '07', lists: [themes] })).toEqual(['codelist /a theme']);
  });
});

describe('overlay', () => {
  const schema = {
    required: ['title'],
    properties: { title: { type: 'string' } },
    additionalProperties: true,
  };
  const overlay = {
    recommended: ['title', 'keyword'],
    knownFields: ['title', 'keyword', 'note', 'tags'],
    properties: { note: { filled: ['无', 'N/A'] }, tags: { filled: true } },
  };
  const validator = validatorFor(schema, { overlay });

  it('adds faults of its own, which point into fields.csv', () => {
    expect(validator.faults({ title: 'x', publsher: 1 })).toMatchObject([
      { keyword: 'recommended', pointer: '', name: 'keyword', schemaPointer: 'fields.csv#/recommended' },
      {
        keyword: 'knownFields',
        pointer: '/publsher',
        name: 'publsher',
        schemaPointer: 'fields.csv#/knownFields',
      },
    ]);
  });

  it('does not repeat what the schema says already', () => {
    expect(judged(schema, { keyword: 1 }, { overlay })).toEqual(['required (root) title']);
    const closed = { properties: { title: {} }, additionalProperties: false };
    expect(judged(closed, { x: 1 }, { overlay: { knownFields: ['title'] } })).toEqual([
      'additionalProperties /x x',
    ]);
  });

  it.each(['', ' \t', '\u3000', '\u00a0\u200b\ufeff', ' 无 ', 'N/A'])('%j is not filled', async (note) => {
    const record = { title: 'x', keyword: 'k', note };
    expect(judged(schema, record, { overlay })).toEqual(['filled /note']);
    await validator.prepareBulk();
    expect(validator.conforms(record)).toBe(false);
  });

  it('wants something real in other types too', () => {
    const filled = { filled: true };
    expect([null, [], {}].map((value) => judged(filled, value))).toEqual([
      ['filled (root)'],
      ['filled (root)'],
      ['filled (root)'],
    ]);
    expect([0, false, '无', [null], { a: 1 }].flatMap((value) => judged(filled, value))).toEqual([]);
  });
});

describe('notChecked', () => {
  it('lists what a schema asks for and nobody checks, once', () => {
    const schema = {
      title: 'x',
      'x-order': 1,
      definitions: { a: { maxLenght: 3 }, unused: { whatever: 1 } },
      properties: {
        a: { $ref: '#/definitions/a', minLength: 3, description: 'beside' },
        b: { $ref: '#/definitions/a' },
        c: { format: 'isbn', prefixItems: [] },
      },
    };
    expect(validatorFor(schema, { draft: '07' }).notChecked).toEqual([
      {
        what: 'keyword `minLength`',
        where: 'dataset.schema.json#/properties/a/minLength',
        reason: 'beside `$ref` it has no effect in draft-07',
        zh: { what: '关键字 `minLength`', reason: '在 draft-07 中与 `$ref` 并列时不起作用' },
      },
      {
        what: 'keyword `maxLenght`',
        where: 'dataset.schema.json#/definitions/a/maxLenght',
        reason: 'the keyword is not known',
        zh: { what: '关键字 `maxLenght`', reason: '未知关键字' },
      },
      {
        what: 'format `isbn`',
        where: 'dataset.schema.json#/properties/c/format',
        reason: 'the format is not known',
        zh: { what: '格式 `isbn`', reason: '未知格式' },
      },
      {
        what: 'keyword `prefixItems`',
        where: 'dataset.schema.json#/properties/c/prefixItems',
        reason: 'it is no keyword of draft 07',
        zh: { what: '关键字 `prefixItems`', reason: '不是 draft 07 的关键字' },
      },
    ]);
  });
});
