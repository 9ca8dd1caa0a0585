import { describe, expect, it } from 'vitest';
import { parsePackageCsv } from '../../src/documents/package-csv.ts';
import { parsePackageJson } from '../../src/documents/package-json.ts';
import { parsePackageYaml } from '../../src/documents/package-yaml.ts';

describe('YAML of a package', () => {
  const text = [
    '# a comment',
    'id: parks',
    'rules:',
    '  - assert: a && b',
    '    quoted: "x \\" && y"',
    "    single: 'it''s && z'",
    '    folded: >-',
    '      first &&',
    '      second',
    '    literal: |',
    '      one',
    '      two && three',
    '',
  ].join('\n');

  it.each([
    ['/id', 0, 2, 5],
    ['/rules/0/assert', 2, 4, 15],
    ['/rules/0/quoted', 4, 5, 19],
    ['/rules/0/single', 5, 6, 20],
    ['/rules/0/folded', 0, 7, 13],
    ['/rules/0/folded', 6, 8, 13],
    ['/rules/0/folded', 9, 9, 7],
    ['/rules/0/literal', 8, 12, 11],
  ])('finds %s + %i', async (pointer, offset, ...[line, column]) => {
    const { placeOf, errors } = await parsePackageYaml(text);
    expect(errors).toEqual([]);
    expect(placeOf(pointer, offset)).toEqual({ line, column });
  });

  it('finds names, and the nearest thing where there is nothing', async () => {
    const { keyPlaceOf, placeOf } = await parsePackageYaml(text);
    expect(keyPlaceOf('/rules/0/folded')).toEqual({ line: 7, column: 5 });
    expect(placeOf('/rules/7/none')).toEqual({ line: 4, column: 3 });
  });

  it('keeps names own and values plain', async () => {
    const { value } = await parsePackageYaml('__proto__: { x: 1 }\nday: 2024-01-01\nno: no\n012: 3\n');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'day', 'no', '012']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    expect(value).toMatchObject({ day: '2024-01-01', no: 'no' });
  });

  it.each([
    ['a: 1\na: 2\n', 'The name `a` stands twice in one object.', 2, 1],
    ['a: [1\n', 'not YAML', 2, 1],
    ['a: *b\n', 'The alias `b` has no anchor before it.', 1, 4],
    ['a: &a [*a]\n', 'The alias `a` stands inside its own anchor.', 1, 8],
    ['a: !!js/function x\n', 'The tag `!!js/function` is not known.', 1, 4],
    ['? [a]\n: b\n', 'A list or mapping stands where a name belongs.', 1, 3],
    ['a: &x {b: 1}\nc:\n  <<: *x\n', 'Merging', 3, 3],
    ['a: 12345678901234567890\n', 'cannot be kept exactly', 1, 4],
    ['', 'The file is empty.', 1, 1],
    ['a: 1\n---\nb: 1\n', 'several documents', 1, 1],
    [`${'? '.repeat(500)}x\n`, 'Nested too deep.', 1, undefined],
    [`${'['.repeat(5000)}`, 'Nested too deep.', 1, undefined],
  ])('refuses %j', async (broken, message, ...[line, column]) => {
    const start = performance.now();
    const { errors } = await parsePackageYaml(broken);
    expect(errors[0]?.message[0]).toContain(message);
    expect(errors[0]).toMatchObject(column === undefined ? { line } : { line, column });
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('JSON of a package', () => {
  it('finds values, names and places inside texts', () => {
    const { value, placeOf, keyPlaceOf, errors } = parsePackageJson('{\n  "a": [1, {"名称": "x > y"}]\n}\n');
    expect(errors).toEqual([]);
    expect(value).toEqual({ a: [1, { 名称: 'x > y' }] });
    expect(placeOf('/a/1/名称')).toEqual({ line: 2, column: 19 });
    expect(placeOf('/a/1/名称', 2)).toEqual({ line: 2, column: 22 });
    expect(keyPlaceOf('/a')).toEqual({ line: 2, column: 3 });
    expect(placeOf('/a/9')).toEqual({ line: 2, column: 8 });
  });

  it('lets patterns name control characters and halves of characters', () => {
    expect(parsePackageJson('{"pattern": "[\\u0000-\\u001f\\ud800]"}').errors).toEqual([]);
  });

  it.each([
    ['{"a": 1, "a": 2}', 'The name `a` stands twice in one object.', 1, 10],
    ['{"a": 1,}', 'A comma stands before a closing bracket.', 1, 8],
    ['{"a": 1', 'The file ends too early.', 1, 8],
    ['{} {}', 'Something stands behind', 1, 4],
    ['// x\n{}', 'JSON has no comments.', 1, 1],
    ['', 'The file is empty.', 1, 1],
    ['['.repeat(5000), 'Nested too deep.', 1, 301],
  ])('refuses %.40s', (broken, message, ...[line, column]) => {
    const { errors } = parsePackageJson(broken);
    expect(errors[0]?.message[0]).toContain(message);
    expect(errors[0]).toMatchObject({ line, column });
  });
});

describe('CSV of a package', () => {
  it('reads rows with their lines', async () => {
    const { header, rows, errors } = await parsePackageCsv(
      '\uFEFFcode,label\r\na, A \r\n\r\n"b","x\r\n""y"""\r\nc,\r\n'.slice(1),
    );
    expect(errors).toEqual([]);
    expect(header).toEqual(['code', 'label']);
    expect(rows).toEqual([
      { line: 2, cells: ['a', 'A'] },
      { line: 4, cells: ['b', 'x\r\n"y"'] },
      { line: 6, cells: ['c', ''] },
    ]);
  });

  it.each([
    ['', 'The file is empty.', 1],
    ['a,b\n1\n', 'The row has 1 cells, the header 2.', 2],
    ['a,b\n1,2,3\n', 'The row has 3 cells, the header 2.', 2],
    ['a,a\n', 'The heading `a` stands twice.', 1],
    ['a,,b\n', 'Column 2 has no heading.', 1],
    ['a,b\n1,"2\n3,4\n', 'A quote is never closed.', 2],
    ['a,b\n1,2"\n', 'A quote stands out of place.', 2],
  ])('refuses %j', async (broken, message, line) => {
    const { errors } = await parsePackageCsv(broken);
    expect(errors[0]).toMatchObject({ message: [message, expect.stringMatching(/[\u4e00-\u9fff]/)], line });
  });
});
