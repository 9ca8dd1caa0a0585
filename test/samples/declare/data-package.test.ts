import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/model/failure.ts';
import { readDataPackage } from '../../../src/samples/declare/data-package.ts';
import { readSchemaFile } from '../../../src/samples/declare/schema-file.ts';

const placeOf = (pointer: string) => ({ path: `datapackage.json#${pointer}` });

describe('a data package', () => {
  const written = {
    name: 'parks',
    resources: [
      {
        name: 'parks',
        title: 'All parks',
        path: 'data/parks.csv',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'gb18030',
        bytes: 120,
        hash: `SHA256:${'aB'.repeat(32)}`,
        dialect: { delimiter: ';', quoteChar: "'", header: true, headerRows: [3], nullSequence: '\\N' },
        schema: { fields: [{ name: 'code' }], primaryKey: 'code', missingValues: ['', '-'] },
      },
      { name: 'gates', path: ['gates-1.csv', 'gates-2.csv'], schema: 'schemas/gates.json' },
      { name: 'notes', path: 'notes.txt', hash: '0123456789abcdef0123456789abcdef' },
      { name: 'inline', data: [{ a: 1 }] },
    ],
  };
  const read = () =>
    readDataPackage(written, {
      readBeside: (path) => (path === 'schemas/gates.json' ? { fields: [{ name: 'gate' }] } : undefined),
    });

  it('declares a table for each resource', () => {
    const [parks, gates, notes] = read();
    expect(parks).toMatchObject({ pointer: '/resources/0', paths: ['data/parks.csv'], title: 'All parks' });
    expect(parks?.declaration).toMatchObject({
      name: 'parks',
      items: [{ name: 'code', pointer: '/resources/0/schema/fields/0', isRequired: true }],
      keys: [{ kind: 'primary', items: [0] }],
      emptyWords: ['-', '\\N'],
      claims: {
        format: 'csv',
        mediaType: 'text/csv',
        encoding: 'gb18030',
        bytes: 120,
        hash: { algorithm: 'sha256', digest: 'ab'.repeat(32) },
      },
      dialect: { delimiter: ';', quote: "'", hasHeader: true, skipRows: 2 },
      notChecked: [],
    });
    expect(gates?.declaration.items.map(({ name }) => name)).toEqual(['gate']);
    expect(gates?.declaration.notChecked).toMatchObject([{ pointer: '/resources/1/path' }]);
    expect(notes?.declaration).toMatchObject({
      items: [],
      reportsUnknown: false,
      claims: { hash: { algorithm: 'md5' } },
    });
  });

  it('says what it cannot check', () => {
    expect(read()[3]?.declaration.notChecked).toMatchObject([{ what: 'the data of the resource' }]);
    const [one] = readDataPackage({
      resources: [
        {
          name: 'x',
          path: 'x.csv',
          hash: 'crc:12',
          bytes: '1 kB',
          schema: 'https://example.org/s.json',
          dialect: { commentChar: '#', doubleQuote: false, escapeChar: '\\', headerRows: [1, 2], foo: 1 },
        },
      ],
    });
    expect(
      one?.declaration.notChecked.map(({ pointer }) => pointer.slice('/resources/0'.length)).sort(),
    ).toEqual([
      '/bytes',
      '/dialect/commentChar',
      '/dialect/doubleQuote',
      '/dialect/escapeChar',
      '/dialect/foo',
      '/dialect/headerRows',
      '/hash',
      '/schema',
    ]);
  });

  it.each(['../secret.csv', '/etc/passwd', 'a/../../b.csv', 'C:\\data.csv'])(
    'refuses the path %s',
    (path) => {
      const resources = [{ name: 'x', path, schema: { fields: [{ name: 'a' }] } }];
      expect(() => readDataPackage({ resources }, { placeOf })).toThrow(/leads out of the folder/);
      expect(readDataPackage({ resources })[0]?.declaration.notChecked).toMatchObject([
        { pointer: '/resources/0/path' },
      ]);
    },
  );
});

describe('readSchemaFile', () => {
  it.each([
    [{ fields: [{ name: 'a' }] }, 'table-schema'],
    [{ properties: { a: {} } }, 'row-schema'],
    [{ type: 'array', items: { properties: { fields: {} } } }, 'row-schema'],
    [{ resources: [{ name: 'a', path: 'a.csv' }] }, 'data-package'],
  ])('%j is a %s', (value, kind) => expect(readSchemaFile(value, { placeOf }).kind).toBe(kind));

  it.each([[[]], ['text'], [null], [{}], [{ a: 1 }]])('refuses %j', (value) => {
    expect(() => readSchemaFile(value, { placeOf })).toThrow(Failure);
  });
});
