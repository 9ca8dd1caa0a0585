import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { jsonReporter } from '../../src/reporters/json.ts';
import { assessments } from './assessments.ts';

const schema = JSON.parse(readFileSync('schemas/tool/report.schema.json', 'utf8'));
const validate = new Ajv2020({
  allErrors: true,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
}).compile(schema);
const names = Object.keys(assessments) as (keyof typeof assessments)[];

function render(name: keyof typeof assessments): string {
  const options = { color: false, width: 80, locale: 'en', maxShown: 1, verbose: false } as const;
  return [...jsonReporter.render(assessments[name], options)].join('');
}

describe('json', () => {
  it.each(names)('writes %s as the schema of the report says', (name) => {
    const report: unknown = JSON.parse(render(name));
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is held to its schema', () => {
    const report = JSON.parse(render('small'));
    expect(validate({ ...report, more: 1 })).toBe(false);
    report.divergences[0].place.column = 0;
    expect(validate(report)).toBe(false);
  });

  it.each(['small', 'unreadable', 'hostile'] as const)('keeps its bytes for %s', async (name) => {
    await expect(render(name)).toMatchFileSnapshot(`../../fixtures/reports/${name}.report.json`);
  });

  it('hides nothing, and gives every divergence a cause that is listed', () => {
    const report = JSON.parse(render('repeated'));
    expect(report.divergences).toHaveLength(assessments.repeated.divergences.length);
    const causes = new Map<string, number>();
    for (const { cause } of report.divergences) causes.set(cause, (causes.get(cause) ?? 0) + 1);
    expect(report.causes.map(({ id, count }: { id: string; count: number }) => [id, count])).toEqual(
      report.causes.map(({ id }: { id: string }) => [id, causes.get(id)]),
    );
  });

  it('holds no character that acts on a terminal, and no lone surrogate even as an escape', () => {
    const text = render('hostile');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u200b]|##\[/u);
    expect(text).not.toMatch(/\\ud[89a-f]/i);
    expect(JSON.parse(text).divergences[6].message).toBe('\u202egnp.exe');
    expect(JSON.parse(text).divergences[2].message).toBe('##[error]pwned');
    expect(Object.hasOwn(JSON.parse(text).divergences[9].facts, '__proto__')).toBe(true);
  });
});
