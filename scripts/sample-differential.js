/**
 * Holds an engine of data samples to csv-parse on generated texts: all delimiters, line ends, quotes, quotes out of place. Not part of
 * the tests, which run a small share of it. Exits with 1 where a difference is not explained.
 *
 *   node scripts/sample-differential.js [number of texts] [first seed] [module that exports the engine] [name of the export]
 */
import { loadSource } from './load-source.js';

const [
  count = '1000000',
  first = '1',
  path = 'src/samples/engine/plain-engine.ts',
  name = 'makePlainEngine',
] = process.argv.slice(2);
const shownDifferences = 5;

process.exitCode = await run(Number(count), Number(first));

async function run(texts, firstSeed) {
  const { CsvAgreement } = await loadSource('test/samples/engine/csv-agreement.ts');
  const agreement = new CsvAgreement((await loadSource(path))[name]);
  const counts = {};
  for (let seed = firstSeed; seed < firstSeed + texts; seed += 1) {
    const comparison = agreement.compare(seed);
    const { agreement: kind } = comparison;
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (kind === 'different' && counts[kind] <= shownDifferences) console.log(seed, comparison);
  }
  console.log(`${name}: ${texts} texts, ${JSON.stringify(counts)}`);
  return (counts.different ?? 0) === 0 ? 0 : 1;
}
