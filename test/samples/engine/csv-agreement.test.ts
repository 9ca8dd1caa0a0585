import { describe, expect, it } from 'vitest';
import { makePlainEngine } from '../../../src/samples/engine/plain-engine.ts';
import type { Comparison } from './csv-agreement.ts';
import { CsvAgreement } from './csv-agreement.ts';

describe('the plain engine beside csv-parse', () => {
  it('cuts 5,000 generated texts into the same cells', () => {
    const agreement = new CsvAgreement(makePlainEngine);
    const different: Comparison[] = [];
    const counts = new Map<string, number>();
    for (let seed = 1; seed <= 5000; seed += 1) {
      const comparison = agreement.compare(seed);
      if (comparison.agreement === 'different') different.push(comparison);
      counts.set(comparison.agreement, (counts.get(comparison.agreement) ?? 0) + 1);
    }
    expect(different).toEqual([]);
    expect(counts.get('same')).toBeGreaterThan(3000);
    expect(counts.get('both broken')).toBeGreaterThan(100);
  });
});
