import fc from 'fast-check';

/** Values as departments write them, on one line or several; further lines are indented against the first. */
const usualValues = [
  ...[
    'a',
    '医疗机构 名录',
    'abc def',
    '1',
    '-1',
    '0123',
    '1.50',
    '12345678901234567890',
    '1e400',
    '.inf',
    '~',
    'true',
  ],
  ...['null', 'a:b', 'a#b', '-x', 'http://data.example/a?b=c#d', '2017-05-01', '', 'a\tb', '0x1F', '0o17'],
  ...[
    '"q"',
    "'s'",
    "'it''s'",
    '"a\\nb\\u4e2d"',
    '"many\n  lines\n\n  here"',
    "'many\n\n    lines'",
    '"x \\\n   y"',
  ],
  ...[
    '[a, "b", \'c\']',
    '[1, 2,]',
    '{a: 1, "b": [x]}',
    '{"a":1,"b" : {}}',
    '[]',
    '[a,\n  b # c\n  ]',
    '{\n  a: b\n}',
  ],
  ...[
    '|\n  lines\n   of text',
    '>-\n  fold\n  ed\n\n  x\n    y\n\n  z',
    '|+\n  kept\n\n',
    '> # c\n\n  text',
    'more\n   lines',
  ],
];

/** Values that need the general reader, or are no YAML. */
const oddValues = [
  ...[
    'x: y',
    'a #b',
    '- x',
    '?x',
    ':x',
    '*a',
    '&a x',
    '&a',
    '!t x',
    '!!str 1',
    '%x',
    '@x',
    '`x',
    '|2\n    x',
    '<<',
    '---',
  ],
  ...[
    '{a, b: }',
    '[a: b]',
    '[a,#c\n b]',
    '"\\ud800"',
    '"\\q"',
    '"open',
    '[open',
    '{a: b',
    'a]',
    '"a" b',
    '\u2028',
    '\ufeff',
  ],
];

const names = ['a', 'b', 'c', '标题', 'data item', '"q: k"', "'s'", '01', '~', 'x:y'];
const comments = ['', '', '', '', ' # c', '  '];
/** Lines that may stand before any other. */
const between = ['', '', '', '', '\n', '  \n', '# c\n', '  # c\n', '    # c\n', '      # c\n'];
const strokes = [
  ' ',
  '\n',
  '\t',
  ':',
  '- ',
  '#',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  '|',
  '\\',
  '&a ',
  '*a ',
  '---\n',
  '\r',
];

interface Line {
  readonly head: number;
  readonly value: string;
  readonly comment: string;
  readonly before: string;
  readonly inside: readonly Line[];
}

function lineOf(values: readonly string[]): fc.Arbitrary<Line> {
  return fc.letrec<{ line: Line }>((tie) => ({
    line: fc.record({
      head: fc.nat(names.length - 1),
      value: fc.constantFrom(...values),
      comment: fc.constantFrom(...comments),
      before: fc.constantFrom(...between),
      inside: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie('line'), { maxLength: 3 })),
    }),
  })).line;
}

/** A collection in block style: a list where `isList`, else a mapping; lists stand on the level of their name now and then. */
function blockOf(lines: readonly Line[], indent: string, isList: boolean): string {
  return lines
    .map(({ head, value, comment, before, inside }) => {
      const lead = `${indent}${isList ? '-' : `${names[head]}:`}`;
      if (inside.length === 0) return `${before}${lead} ${value.replaceAll('\n', `\n${indent}`)}${comment}\n`;
      const below = blockOf(inside, `${indent}${!isList && head % 5 === 0 ? '' : '  '}`, head % 2 === 0);
      const compact = isList && head % 3 === 0 && inside[0]?.before === '';
      return compact
        ? `${before}${lead} ${below.slice(indent.length + 2)}`
        : `${before}${lead}${comment}\n${below}`;
    })
    .join('');
}

const documentOf = (values: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(lineOf(values), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('', '', ' '),
      fc.boolean(),
    )
    .map(([lines, indent, isList]) => blockOf(lines, indent, isList));

const joints = ['---\n', '---\n', '--- # c\n', '...\n', '...\n---\n', '...\n# c\n', '...\n%FOO\n---\n'];

function streamOf(values: readonly string[]): fc.Arbitrary<string> {
  const start = fc.constantFrom('', '', '# c\n', '---\n', '%YAML 1.2\n---\n');
  const further = fc.array(fc.tuple(fc.constantFrom(...joints), documentOf(values)), { maxLength: 2 });
  return fc
    .tuple(start, documentOf(values), further, fc.boolean())
    .map(([head, first, others, crlf]) =>
      `${head}${first}${others.flat().join('')}`.replaceAll('\n', crlf ? '\r\n' : '\n'),
    );
}

/** YAML as departments write it. */
export const usualYaml = streamOf(usualValues);

/** The same with unusual and broken values. */
export const oddYaml = streamOf([...usualValues, ...oddValues]);

/** The same with slips of the keyboard. */
export const slippedYaml = fc
  .tuple(
    oddYaml,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...strokes), fc.nat(2)), { minLength: 1, maxLength: 3 }),
  )
  .map(([text, slips]) =>
    slips.reduce((all, [at, stroke, lost]) => {
      const place = at % (all.length + 1);
      return `${all.slice(0, place)}${stroke}${all.slice(place + lost)}`;
    }, text),
  );
