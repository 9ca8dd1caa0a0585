import { describe, expect, it } from 'vitest';
import { unreadPaths } from '../../src/cli/unread-paths.ts';
import type { Divergence } from '../../src/model/divergence.ts';

function divergence(check: string, reason: string, path = 'a.json'): Divergence {
  return {
    check,
    severity: 'info',
    department: 'health',
    path,
    message: '',
    facts: { reason },
    causeKey: '',
    fixable: false,
    fingerprint: '',
  };
}

describe('unreadPaths', () => {
  it.each([
    ['document/unreadable', 'not-a-workbook', ['a.json']],
    ['document/syntax', 'truncated', ['a.json']],
    ['document/syntax', 'a reason that nobody has thought of yet', ['a.json']],
    ['document/syntax', 'beyond-2^53', []],
    ['document/syntax', 'yaml-1.1', []],
    ['document/encoding', 'not-utf-8', []],
    ['document/syntax', 'nul-bytes', []],
    ['sample/undeclared', 'no-record', ['a.json']],
    ['value/type', 'truncated', []],
  ])('%s %s', (check, reason, expected) => {
    expect(unreadPaths({ divergences: [divergence(check, reason)] })).toEqual(expected);
  });

  it('names a document once', () => {
    const divergences = [
      divergence('document/syntax', 'truncated'),
      divergence('document/syntax', 'comment'),
    ];
    expect(unreadPaths({ divergences })).toEqual(['a.json']);
  });
});
