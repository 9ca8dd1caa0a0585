// What people put together: csv-parse makes an object of every row, Ajv validates it against a JSON Schema made of the Table Schema, and a Set
// knows the keys that stood before.
// Usage: node csv-parse-ajv.js TABLE SCHEMA
import { createReadStream, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse';

const [table, schemaFile] = process.argv.slice(2);
const { fields, primaryKey } = JSON.parse(readFileSync(schemaFile, 'utf8'));
const dateTime = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const date = /^(\d{4})-(\d\d)-(\d\d)$/;

function isDate(text) {
  const [, year, month, day] = date.exec(text) ?? [];
  return Number(day) >= 1 && Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

function property({ type, constraints = {} }) {
  const { required: _, pattern, ...rest } = constraints;
  const whole = pattern === undefined ? {} : { pattern: `^(?:${pattern})$` };
  if (type === 'integer' || type === 'number') return { type: _ ? type : [type, 'null'], ...rest };
  if (type === 'boolean') return { type: 'boolean' };
  if (type === 'date') return { type: 'string', format: 'date' };
  if (type === 'datetime') return { type: 'string', format: 'date-time' };
  return { type: 'string', ...rest, ...whole };
}

const validate = new Ajv({
  allErrors: true,
  allowUnionTypes: true,
  coerceTypes: true,
  formats: { date: isDate, 'date-time': (text) => dateTime.test(text) && isDate(text.slice(0, 10)) },
}).compile({
  type: 'object',
  required: fields.map(({ name }) => name),
  properties: Object.fromEntries(fields.map((field) => [field.name, property(field)])),
});
const rows = createReadStream(table).pipe(parse({ columns: true }));
let faults = 0;
let count = 0;
let repeated = 0;
const keys = new Set();
const places = [];
for await (const row of rows) {
  count += 1;
  const key = row[primaryKey];
  if (keys.has(key)) repeated += 1;
  else keys.add(key);
  if (validate(row)) continue;
  for (const { instancePath } of validate.errors) {
    faults += 1;
    if (places.length < 5) places.push([count, instancePath]);
  }
}
console.log(count, faults, repeated, JSON.stringify(places));
