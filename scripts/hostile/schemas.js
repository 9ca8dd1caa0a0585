/** Long file: a list of cases. Schemas that loop, explode, point elsewhere or are no schemas. */
import { createServer } from 'node:http';
import { brief } from './judge.js';
import { plainSchema } from './standards.js';

const draft = 'https://json-schema.org/draft/2020-12/schema';
const schema = (rest) => ({
  'standard.json': typeof rest === 'string' ? rest : JSON.stringify({ $schema: draft, ...rest }),
});
const good = { 'data/a.json': '{"title":"GP practices"}' };
const nested = (levels, wrap) => {
  let text = '{"type":"string"}';
  for (let level = 0; level < levels; level += 1) text = wrap(text);
  return text;
};
const object = (title) => ({ properties: { title } });
const a28 = `${'a'.repeat(28)}!`;
const pattern = (text, value) => ({
  ...schema(object({ pattern: text })),
  'data/a.json': JSON.stringify({ title: value }),
});

/** A server that nobody may ask. */
async function noRequests({ run, folder, args }) {
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    response.end('{}');
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  const { writeFileSync } = await import('node:fs');
  try {
    for (const reference of [`http://127.0.0.1:${port}/x.json`, `//127.0.0.1:${port}/x.json`]) {
      writeFileSync(
        `${folder}/standard.json`,
        JSON.stringify({
          $schema: draft,
          $id: `http://127.0.0.1:${port}/root.json`,
          properties: { title: { $ref: reference } },
        }),
      );
      const { code, err } = await run({ args, cwd: folder });
      if (code !== 2 || !err.startsWith('concordat: ')) return `ended with ${code}: ${brief(err)}`;
    }
    return requests === 0 ? undefined : `${requests} requests`;
  } finally {
    server.close();
  }
}

/** @type {readonly import('../hostile.js').Case[]} */
export const cases = [
  {
    name: '$ref to itself',
    files: { ...schema({ $ref: '#' }), ...good },
    code: 2,
    says: /loop|itself|circle|never ends/i,
  },
  {
    name: '$ref in a circle',
    files: {
      ...schema({ $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } }),
      ...good,
    },
    code: 2,
  },
  {
    name: '$ref in a circle through allOf',
    files: { ...schema({ allOf: [{ anyOf: [{ $ref: '#' }] }] }), ...good },
    code: 2,
  },
  {
    name: '$dynamicRef to itself',
    files: { ...schema({ $dynamicAnchor: 'n', $dynamicRef: '#n' }), ...good },
    code: 1,
    says: /to be judged/,
  },
  { name: 'not of itself', files: { ...schema({ not: { $ref: '#' } }), ...good }, code: 2 },
  {
    name: 'a circle in a part that is not used',
    files: {
      ...schema({ properties: { title: { type: 'string' }, x: { $ref: '#/properties/x' } } }),
      ...good,
    },
    code: 2,
  },
  {
    name: 'a file that refers back',
    files: {
      ...schema({ $ref: 'other.json' }),
      'other.json': JSON.stringify({ $ref: 'standard.json' }),
      ...good,
    },
    code: 2,
  },
  {
    name: 'a $ref to nothing',
    files: { ...schema({ $ref: '#/$defs/gone' }), ...good },
    code: 2,
    says: /gone/,
  },
  {
    name: 'a $ref to a file that is not there',
    files: { ...schema({ $ref: 'gone.json' }), ...good },
    code: 2,
    says: /gone\.json/,
  },
  {
    name: 'a $ref out of the folder',
    files: { ...schema({ $ref: '../../../../../../etc/passwd' }), ...good },
    code: 2,
    says: /passwd/,
    hides: /root:/,
  },
  {
    name: 'a $ref by file:',
    files: { ...schema({ $ref: 'file:///etc/passwd' }), ...good },
    code: 2,
    says: /passwd/,
    hides: /root:/,
  },
  {
    name: 'a $ref to /etc/passwd',
    files: { ...schema({ $ref: '/etc/passwd' }), ...good },
    code: 2,
    says: /passwd/,
    hides: /root:/,
  },
  { name: 'a $ref by data:', files: { ...schema({ $ref: 'data:application/json,{}' }), ...good }, code: 2 },
  { name: 'a $ref that is no text', files: { ...schema({ $ref: 5 }), ...good }, code: 2, says: /\$ref/ },
  { name: 'a $ref of 1 MB', files: { ...schema({ $ref: `#/${'a/'.repeat(500_000)}` }), ...good }, code: 2 },
  { name: 'a $ref over http asks nobody', files: good, act: noRequests, code: 2 },
  {
    name: '10,000 definitions',
    files: {
      ...schema({
        ...plainSchema,
        $defs: Object.fromEntries(
          Array.from({ length: 10_000 }, (_, i) => [
            `d${i}`,
            { type: 'object', properties: { x: { $ref: `#/$defs/d${(i + 1) % 10_000}` } } },
          ]),
        ),
      }),
      ...good,
    },
    code: 0,
  },
  {
    name: '3,000 definitions in a chain',
    files: {
      ...schema({
        $ref: '#/$defs/d0',
        $defs: Object.fromEntries(
          Array.from({ length: 3000 }, (_, i) => [
            `d${i}`,
            i === 2999 ? { type: 'object' } : { $ref: `#/$defs/d${i + 1}` },
          ]),
        ),
      }),
      ...good,
    },
    code: 1,
    says: /to be judged/,
  },
  {
    name: 'definitions that double 40 times',
    files: {
      ...schema({
        $ref: '#/$defs/d0',
        $defs: Object.fromEntries(
          Array.from({ length: 40 }, (_, i) => [
            `d${i}`,
            i === 39
              ? { type: 'object' }
              : { allOf: [{ $ref: `#/$defs/d${i + 1}` }, { $ref: `#/$defs/d${i + 1}` }] },
          ]),
        ),
      }),
      ...good,
    },
    code: 0,
  },
  {
    name: 'alternatives that double 40 times',
    files: {
      ...schema({
        $ref: '#/$defs/d0',
        $defs: Object.fromEntries(
          Array.from({ length: 40 }, (_, i) => [
            `d${i}`,
            i === 39
              ? { type: 'string' }
              : { anyOf: [{ $ref: `#/$defs/d${i + 1}` }, { $ref: `#/$defs/d${i + 1}` }] },
          ]),
        ),
      }),
      ...good,
    },
    code: 1,
  },
  {
    name: 'unevaluatedProperties over 5,000 branches',
    files: {
      ...schema({
        anyOf: Array.from({ length: 5000 }, (_, i) => ({ properties: { [`p${i}`]: true } })),
        unevaluatedProperties: false,
      }),
      ...good,
    },
    code: 1,
  },
  {
    name: 'a draft nobody knows',
    files: { ...schema({ $schema: 'https://example.org/my-draft' }), ...good },
    code: 2,
    says: /my-draft/,
  },
  {
    name: 'a $schema that is a number',
    files: { ...schema({ $schema: 7 }), ...good },
    code: 2,
    says: /\$schema/,
  },
  {
    name: 'an $id that is no address',
    files: { ...schema({ $id: 'http://[::bad', ...plainSchema }), ...good },
    code: 0,
  },
  {
    name: 'two parts with one $id',
    files: {
      ...schema({ $defs: { a: { $id: 'x', type: 'string' }, b: { $id: 'x', type: 'number' } }, $ref: 'x' }),
      ...good,
    },
    code: 2,
  },
  { name: 'a pattern that is none', files: pattern('([a-z', 'a'), code: 2, says: /pattern/ },
  {
    name: 'a pattern of 1,000,000 characters',
    files: pattern('a?'.repeat(500_000), 'a'.repeat(100)),
    code: 2,
    says: /pattern/,
  },
  { name: 'a{1000000000}', files: pattern('a{1000000000}', 'a'), code: 2 },
  {
    name: '((a{1000}){1000}){1000}',
    files: pattern('^((a{1000}){1000}){1000}$', 'a'),
    code: 2,
    says: /pattern/,
  },
  { name: '^(a+)+$', files: pattern('^(a+)+$', a28), code: 1, says: /title/ },
  {
    name: '^(a+)+$ on 50,000 characters',
    files: pattern('^(a+)+$', `${'a'.repeat(50_000)}!`),
    code: 1,
    says: /title/,
  },
  { name: '^(a|a)*$', files: pattern('^(a|a)*$', a28.repeat(10)), code: 1, says: /title/ },
  {
    name: '(.*)*,(.*)*,(.*)*x',
    files: pattern('(.*)*,(.*)*,(.*)*x', ','.repeat(5000)),
    code: 1,
    says: /title/,
  },
  {
    name: '(?=(a+)+$)b',
    files: pattern('^(?=(a+)+$)b', a28.repeat(20)),
    code: 0,
    says: /could not be judged/,
  },
  { name: '(a+)+\\1', files: pattern('^(a+)+\\1$', a28), code: 0, says: /could not be judged/ },
  {
    name: 'patternProperties on slow names',
    files: {
      ...schema({ patternProperties: { '^(a+)+$': { type: 'number' } }, additionalProperties: false }),
      'data/a.json': JSON.stringify({ [a28]: 1, [`${'a'.repeat(30_000)}!`]: 2 }),
    },
    code: 1,
  },
  {
    name: '__proto__ and constructor in properties',
    files: {
      ...schema(
        '{"properties":{"__proto__":{"type":"string"},"constructor":{"type":"string"}},"required":["__proto__","toString"]}',
      ),
      'data/a.json': '{"__proto__":1,"constructor":2}',
    },
    code: 1,
    says: [/__proto__/, /constructor/, /toString/],
  },
  {
    name: '$defs/__proto__',
    files: {
      ...schema('{"$ref":"#/$defs/__proto__","$defs":{"__proto__":{"type":"string"}}}'),
      'data/a.json': '{}',
    },
    code: 1,
  },
  {
    name: 'a $ref to #/constructor',
    files: { ...schema({ $ref: '#/constructor' }), ...good },
    code: 2,
    says: /constructor/,
  },
  {
    name: '100,000 values of enum',
    files: {
      ...schema(object({ enum: Array.from({ length: 100_000 }, (_, i) => `code-${i}`) })),
      'data/a.json': JSON.stringify(Array.from({ length: 50 }, (_, i) => ({ title: `cod-${i}` }))),
    },
    code: 1,
  },
  {
    name: 'allOf nested 2,000 levels',
    files: { ...schema(nested(2000, (text) => `{"allOf":[${text}]}`)), ...good },
    code: 2,
    says: /deep/,
  },
  {
    name: 'properties nested 2,000 levels',
    files: { ...schema(nested(2000, (text) => `{"properties":{"p":${text}}}`)), ...good },
    code: 2,
    says: /deep/,
  },
  {
    name: 'properties nested 100,000 levels',
    files: { ...schema(nested(100_000, (text) => `{"properties":{"p":${text}}}`)), ...good },
    code: 2,
    says: /deep/,
  },
  {
    name: 'a const nested 900 levels',
    files: { ...schema(`{"const":${'['.repeat(900)}${']'.repeat(900)}}`), ...good },
    code: 2,
    says: /deep/,
  },
  {
    name: 'a schema of 10 MB',
    files: {
      ...schema(object({ enum: Array.from({ length: 10 }, (_, i) => `${i}`.repeat(1 << 20)) })),
      ...good,
    },
    code: 1,
  },
  {
    name: '30,000 properties',
    files: {
      ...schema({
        properties: Object.fromEntries(
          Array.from({ length: 30_000 }, (_, i) => [`property${i}`, { type: 'string' }]),
        ),
        required: ['title'],
      }),
      'data/a.json': '{"tilte":1}',
    },
    code: 1,
  },
  {
    name: '20,000 required names',
    files: {
      ...schema({ required: Array.from({ length: 20_000 }, (_, i) => `name${i}`) }),
      'data/a.json': '{}',
    },
    code: 1,
  },
  { name: 'a list', files: { ...schema('[]'), ...good }, code: 2, says: /object/ },
  { name: 'a number', files: { ...schema('7'), ...good }, code: 2 },
  { name: 'nothing', files: { ...schema(''), ...good }, code: 2, says: /empty/ },
  { name: 'broken JSON', files: { ...schema('{"type":'), ...good }, code: 2, says: /standard\.json/ },
  {
    name: 'a key twice',
    files: { ...schema('{"type":"object","type":"string"}'), ...good },
    code: 2,
    says: /twice/,
  },
  {
    name: 'a type that does not exist',
    files: { ...schema({ type: 'strnig' }), ...good },
    code: 2,
    says: /`type` must be/,
  },
  {
    name: 'required that is no list',
    files: { ...schema({ required: 'title' }), ...good },
    code: 2,
    says: /required/,
  },
  {
    name: 'multipleOf 0, -1, 1e-400',
    files: { ...schema('{"properties":{"title":{"multipleOf":0}}}'), ...good },
    code: 2,
    says: /multipleOf/,
  },
  {
    name: 'multipleOf 1e-300 of 1e300',
    files: { ...schema('{"properties":{"title":{"multipleOf":1e-300}}}'), 'data/a.json': '{"title":1e300}' },
    code: 0,
  },
  {
    name: 'minLength 1e400',
    files: { ...schema('{"properties":{"title":{"minLength":1e400}}}'), ...good },
    code: 2,
  },
  {
    name: 'keywords and formats nobody knows',
    files: { ...schema(object({ maxLenght: 3, format: 'no-such-format' })), ...good },
    code: 0,
    says: [/maxLenght/, /no-such-format/],
  },
  { name: 'the schema is a device', files: {}, standard: '/dev/null', code: 2 },
  { name: 'the schema is a folder', files: { 'x/y': '' }, standard: 'x', code: 2, says: /standard\.yaml/ },
  { name: 'there is no schema', standard: 'gone.json', code: 2, says: /gone\.json/ },
];
