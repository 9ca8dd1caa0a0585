import { describe, expect, it } from 'vitest';
import { listInText } from '../../src/checks/list-in-text.ts';

describe('a list in a text', () => {
  it.each([
    ["['xml', 'json', 'csv']", ['xml', 'json', 'csv']],
    ['["xls","xls"]', ['xls']],
    ["['']", []],
    ['[]', []],
    [` [ "sql server" , 'db2' ] `, ['sql server', 'db2']],
  ])('%s', (text, texts) => expect(listInText(text)).toEqual(texts));

  it.each(['xml', '[xml, json]', '["xml"', '[["a"]]', '["a", ]', "['it's']", `["${'a'.repeat(2000)}"]`, ''])(
    'none: %s',
    (text) => expect(listInText(text)).toBeUndefined(),
  );
});
