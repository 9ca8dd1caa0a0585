/** Standards that hostile documents are held against. */

/** A record with a title, a list and a part of its own kind. */
export const plainSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['title'],
  properties: {
    title: { type: 'string' },
    id: { type: ['string', 'integer'] },
    theme: { enum: ['health', 'transport'] },
    keyword: { type: 'array', items: { type: 'string' }, uniqueItems: true },
    part: { $ref: '#' },
  },
};

/** A package whose records also come as rows of a sheet. */
export function packageFiles(folder = 'town', changes = {}) {
  const files = {
    'standard.yaml': [
      'id: town',
      'version: "1"',
      'title: { en: Town, zh-CN: 城市 }',
      'records:',
      '  - kind: dataset',
      '    schema: schema/dataset.json',
      '    at: ["/", "/*", "/dataset/*"]',
      '    identity: /id',
      '    title: /title',
      '    department: /owner',
      'sheets: { kind: dataset, headerRows: auto }',
      'codelists: { theme: closed }',
      '',
    ].join('\n'),
    'schema/dataset.json': JSON.stringify({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      required: ['id', 'title'],
      properties: {
        id: { type: 'string' },
        title: { type: 'string' },
        owner: { type: 'string' },
        theme: { type: 'string' },
        issued: { type: 'string', format: 'date' },
      },
    }),
    'codelists/theme.csv': 'code,label\nhealth,Health\ntransport,Transport\n',
    'fields.csv':
      'field,title,headings,codelist\n/id,Number,编号,\n/title,Title,名称,\n/owner,Owner,部门,\n/theme,Theme,主题,theme\n/issued,Issued,日期,\n',
    'rules.yaml':
      '- id: title-is-not-id\n  severity: warning\n  kind: dataset\n  at: /title\n  when: this.id != null && this.title != null\n  assert: this.title != this.id\n  message: the title only repeats the number\n',
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(files)
      .filter(([, content]) => content !== undefined)
      .map(([path, content]) => [`${folder}/${path}`, content]),
  );
}
