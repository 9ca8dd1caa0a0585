import { describe, expect, it } from 'vitest';
import { exitCode } from '../../src/cli/exit-code.ts';

describe('exitCode', () => {
  it.each([
    { name: 'nothing diverges', failOn: 'error', expected: 0 },
    { name: 'an error', errors: 1, failOn: 'error', expected: 1 },
    { name: 'a warning is below error', warnings: 5, failOn: 'error', expected: 0 },
    { name: 'a warning', warnings: 5, failOn: 'warning', expected: 1 },
    { name: 'an error weighs more than a warning', errors: 1, failOn: 'warning', expected: 1 },
    { name: 'a note is below warning', infos: 1, failOn: 'warning', expected: 0 },
    { name: 'a note', infos: 1, failOn: 'info', expected: 1 },
    { name: 'an error weighs more than a note', errors: 1, failOn: 'info', expected: 1 },
    { name: 'never', errors: 9, warnings: 9, infos: 9, failOn: 'never', expected: 0 },
    { name: 'an unread document counts even then', unread: 1, failOn: 'never', expected: 1 },
  ] as const)('$name', ({ failOn, expected, ...counts }) => {
    const { errors, warnings, infos, unread } = { errors: 0, warnings: 0, infos: 0, unread: 0, ...counts };
    expect(exitCode({ summary: { errors, warnings, infos }, unread }, failOn)).toBe(expected);
  });
});
