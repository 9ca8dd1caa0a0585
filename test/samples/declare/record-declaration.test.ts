import { beforeAll, describe, expect, it } from 'vitest';
import type { Standard } from '../../../src/model/standard.ts';
import { declarationsOf } from '../../../src/samples/declare/record-declaration.ts';
import { buildStandard } from '../../../src/standards/build-standard.ts';
import { parsePackage } from '../../../src/standards/parse-package.ts';
import { folderPackage } from '../../../src/workspace/package-access.ts';
import { packageOf, soundPackage } from '../../standards/package-in-memory.ts';

async function builtIn(path: string): Promise<Standard> {
  return buildStandard(await parsePackage(folderPackage(`schemas/standards/${path}`, path)));
}

describe('a record of cn-gov-catalogue', () => {
  let standard: Standard;
  beforeAll(async () => {
    standard = await builtIn('cn-gov-catalogue/2017');
  });

  const record = {
    信息资源名称: '医疗机构信息',
    信息资源代码: '307001001/00012',
    信息资源格式类型: 'xlsx',
    结构化信息记录总数: 3.2,
    共享类型: '有条件共享',
    是否向社会开放: '否',
    更新日期: '2018-06-30',
    信息项: [
      { 信息项名称: '机构名称', 信息项英文名称: 'ORG_NAME', 数据类型: '字符型C', 数据长度: 200 },
      { 信息项名称: '成立日期', 数据类型: '日期型D', 数据长度: 8 },
      { 信息项名称: '床位数', 数据类型: '整型I', 数据长度: 4 },
      { 信息项名称: '面积', 数据类型: '数值型N', 数据长度: 10 },
    ],
  };
  const declared = (changes: object = {}) => declarationsOf({ ...record, ...changes }, standard);

  it('declares its items, their types and the bytes of its texts', () => {
    const [one, ...more] = declared();
    expect(more).toEqual([]);
    expect(one).toMatchObject({ pointer: '', paths: [], title: '医疗机构信息' });
    expect(one?.declaration).toMatchObject({
      name: '307001001/00012',
      reportsUnknown: true,
      isOrdered: false,
      access: 'limited',
      claims: { format: 'xlsx', rows: 32_000, rowsTolerance: 500, lastUpdate: '2018-06-30' },
    });
    expect(one?.declaration.nullWords).toContain('暂无');
    expect(one?.declaration.items).toMatchObject([
      {
        name: '机构名称',
        aliases: ['ORG_NAME'],
        pointer: '/信息项/0',
        type: 'string',
        typeName: '字符型C',
        isMandatory: true,
        isRequired: false,
        length: { max: 200, unit: 'bytes' },
      },
      { name: '成立日期', type: 'date', typeName: '日期型D' },
      { name: '床位数', type: 'integer' },
      { name: '面积', type: 'number' },
    ]);
  });

  it('knows by its name what a text holds, where nothing else is meant by it', () => {
    const items = [
      ['统一社会信用代码', '字符型C', 18, 'uscc'],
      ['统一社会信用代码（18位）', '字符串型C', 50, 'uscc'],
      ['ＵＳＣＣ', '字符型C', 18, 'uscc'],
      ['联系电话', '字符型C', 20, 'cn-phone'],
      ['行政区划代码', '字符型C', 6, 'division-code'],
      ['行政区划代码', '字符型C', 9, 'division-code-extended'],
      // Six, nine or twelve digits: nobody knows.
      ['行政区划代码', '字符型C', 12, undefined],
      ['邮政编码', '整型I', 6, undefined],
      ['信用代码证发证日期', '日期型D', 8, undefined],
      ['原统一社会信用代码', '字符型C', 18, undefined],
    ] as const;
    for (const [name, type, length, format] of items) {
      const declaration = declared({
        信息项: [{ 信息项名称: name, 数据类型: type, 数据长度: length }],
      })[0]?.declaration;
      const [item] = declaration?.items ?? [];
      expect([name, length, item?.format, item?.isFormatPresumed]).toEqual([
        name,
        length,
        format,
        format === undefined ? undefined : true,
      ]);
    }
  });

  it('says which lengths are those of storage', () => {
    const { items, notChecked } = declared()[0]?.declaration ?? { items: [], notChecked: [] };
    expect(items.filter(({ length }) => length !== undefined).map(({ name }) => name)).toEqual(['机构名称']);
    expect(notChecked.map(({ what }) => what)).toEqual([
      'length of 日期型D (1: 成立日期)',
      'length of 整型I (1: 床位数)',
      'length of 数值型N (1: 面积)',
    ]);
  });

  it.each([
    ['无条件共享', '否', 'open'],
    ['不予共享', '是', 'open'],
    ['不予共享', '否', 'refused'],
    ['有条件共享', '否', 'limited'],
    ['1', '否', 'open'],
    ['不共享', '不予开放', 'refused'],
    ['', '', 'unknown'],
    ['看情况', '否', 'refused'],
  ])('shared as %j, opened as %j is %s', (shared, opened, access) => {
    expect(declared({ 共享类型: shared, 是否向社会开放: opened })[0]?.declaration.access).toBe(access);
  });

  it('reads types by what they are called elsewhere, and says which it does not know', () => {
    const items = ['字符串型C', 'varchar', 'int', '图片', '通用型G'].map((type, index) => ({
      信息项名称: `项${index}`,
      数据类型: type,
    }));
    const { items: read, notChecked } = declared({ 信息项: items })[0]?.declaration ?? {
      items: [],
      notChecked: [],
    };
    expect(read.map(({ type }) => type)).toEqual(['string', 'string', 'integer', 'any', 'any']);
    expect(notChecked).toMatchObject([{ what: 'type 图片 of 项3', pointer: '/信息项/3/数据类型' }]);
  });

  it('counts rows in 万 with the rounding that was written', () => {
    const rows = (written: unknown) => declared({ 结构化信息记录总数: written })[0]?.declaration.claims;
    expect(rows(3.25)).toMatchObject({ rows: 32_500, rowsTolerance: 50 });
    expect(rows('12')).toMatchObject({ rows: 120_000, rowsTolerance: 5000 });
    expect(rows(0)).not.toHaveProperty('rows');
    expect(rows('约三万')).not.toHaveProperty('rows');
  });

  it('declares nothing where it lists nothing', () => {
    expect(declared({ 信息项: [] })).toEqual([]);
    expect(declared({ 信息项: '见附件' })).toEqual([]);
    expect(declarationsOf(null, standard)).toEqual([]);
    expect(declarationsOf([], standard)).toEqual([]);
  });

  it('leaves out items without a name and names that stand twice, and says so', () => {
    const items = [{ 信息项名称: ' ' }, { 信息项名称: '甲' }, { 信息项名称: '甲 ' }, null];
    const declaration = declared({ 信息项: items })[0]?.declaration;
    expect(declaration?.items.map(({ name }) => name)).toEqual(['甲']);
    expect(declaration?.notChecked.map(({ pointer }) => pointer)).toEqual([
      '/信息项/0',
      '/信息项/2',
      '/信息项/3',
    ]);
  });
});

describe('a dataset of dcat-us', () => {
  let standard: Standard;
  beforeAll(async () => {
    standard = await builtIn('dcat-us/1.1');
  });
  const dataset = {
    identifier: 'hb-1',
    title: 'Inspections',
    accessLevel: 'public',
    modified: '2024-05-01T10:00:00Z',
    temporal: '2020-01/2023',
    distribution: [
      {
        downloadURL: 'https://data.example.gov/files/inspections.csv',
        mediaType: 'text/csv',
        format: 'CSV',
        describedBy: 'inspections.schema.json',
      },
      { downloadURL: 'https://data.example.gov/files/a.json', mediaType: 'application/json' },
      { accessURL: 'https://data.example.gov/api', format: 'API' },
    ],
  };

  it('declares a table for each distribution with a file', () => {
    const asked: string[] = [];
    const readBeside = (path: string) => {
      asked.push(path);
      return { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] };
    };
    const declared = declarationsOf(dataset, standard, { readBeside });
    expect(asked).toEqual(['inspections.schema.json']);
    expect(declared.map(({ pointer }) => pointer)).toEqual(['/distribution/0', '/distribution/1']);
    expect(declared[0]?.declaration).toMatchObject({
      name: 'hb-1',
      items: [{ name: 'id', type: 'integer', isRequired: true }],
      access: 'open',
      claims: {
        format: 'CSV',
        mediaType: 'text/csv',
        lastUpdate: '2024-05-01',
        period: { from: '2020-01-01', to: '2023-12-31' },
      },
    });
    expect(declared[1]?.declaration).toMatchObject({ items: [], reportsUnknown: false });
  });

  it.each(['https://data.example.gov/s.json', '../s.json', '/etc/passwd', 'missing.json'])(
    'says that the schema %s was not read, and asks for nothing outside',
    (describedBy) => {
      const asked: string[] = [];
      const record = { identifier: 'x', distribution: [{ describedBy }] };
      const [declared] = declarationsOf(record, standard, {
        readBeside: (path) => {
          asked.push(path);
          return undefined;
        },
      });
      expect(declared?.declaration.items).toEqual([]);
      expect(declared?.declaration.notChecked).toMatchObject([
        { what: `the schema ${describedBy}`, pointer: '/distribution/0/describedBy' },
      ]);
      expect(asked).toEqual(describedBy === 'missing.json' ? ['missing.json'] : []);
    },
  );
});

describe('a binding with everything in it', () => {
  const manifest = `${soundPackage['standard.yaml'] ?? ''}samples:
  items: /columns/*
  name: /n
  aliases: /en
  title: /t
  type: /type
  format: /format
  length: { at: /len, unit: characters }
  required: /req
  codelist: /codes
  sensitive: { at: /sens, yes: [敏感], no: [非敏感] }
  secret: /secret
  primaryKey: /pk
  description: /d
  path: /file
  ordered: true
  unknownColumns: ignore
  claims: { rows: /rows, period: { from: /from, to: /to }, encoding: /enc, bytes: /bytes }
`;
  const read = async (record: object) => {
    const schema =
      '{ "type": "object", "properties": { "code": {"type": "string"}, "opened": {"type": "string"}, "near": {"type": "array", "items": {"type": "string"}}, "名称": {}, "kind": {}, "gates": {"type": "array", "items": {"properties": {"name": {}}}}, "area": {} }, "additionalProperties": {} }';
    const columns = schema.replace(
      '"code":',
      '"file": {}, "rows": {}, "from": {}, "to": {}, "enc": {}, "bytes": {}, "columns": {"type": "array", "items": {"type": "object", "additionalProperties": {}}}, "code":',
    );
    const files = { ...soundPackage, 'standard.yaml': manifest, 'schema/park.schema.json': columns };
    return declarationsOf(record, await buildStandard(await parsePackage(packageOf(files))))[0]?.declaration;
  };

  it('reads items with all they say', async () => {
    const declaration = await read({
      code: 'P1',
      columns: [
        { n: 'id', en: 'ID', t: 'Identifier', type: 'integer', pk: '是', sens: '非敏感', secret: 0 },
        { n: 'kind', type: 'string', len: '20', req: true, codes: 'kind', sens: '敏感', d: 'Which kind' },
        { n: 'sex', codes: ['1', { code: 2, label: 'female' }], format: 'email', req: 'maybe' },
        { n: 'x', type: 'blob', codes: 'nolist', format: 'nofmt', len: -1 },
      ],
    });
    expect(declaration).toMatchObject({
      name: 'P1',
      isOrdered: true,
      reportsUnknown: false,
      keys: [{ kind: 'primary', items: [0], pointer: '/columns' }],
      items: [
        { name: 'id', aliases: ['ID', 'Identifier'], type: 'integer', isRequired: true, isSensitive: false },
        {
          name: 'kind',
          length: { max: 20, unit: 'characters' },
          isRequired: true,
          codes: { id: 'kind' },
          isSensitive: true,
          description: 'Which kind',
        },
        { name: 'sex', type: 'any', format: 'email', isRequired: false },
        { name: 'x', type: 'any' },
      ],
    });
    expect(declaration?.items[2]?.codes?.codes.map(({ code }) => code)).toEqual(['1', '2']);
    expect(declaration?.notChecked.map(({ pointer }) => pointer).sort()).toEqual([
      '/columns/2/req',
      '/columns/3/codes',
      '/columns/3/format',
      '/columns/3/len',
      '/columns/3/type',
    ]);
  });

  it('reads claims, and says which it does not understand', async () => {
    const columns = [{ n: 'id' }];
    const sound = await read({
      columns,
      rows: 12,
      from: '2020/1/5',
      to: '2021-01-01',
      enc: 'GBK',
      bytes: '100',
    });
    expect(sound?.claims).toEqual({
      rows: 12,
      period: { from: '2020-01-05', to: '2021-01-01' },
      encoding: 'GBK',
      bytes: 100,
    });
    const odd = await read({ columns, rows: 1.5, from: 'long ago', bytes: '1 MB' });
    expect(odd?.claims).toEqual({});
    expect(odd?.notChecked.map(({ pointer }) => pointer)).toEqual(['/bytes', '/rows', '/from']);
  });
});
