import type { FailurePlace } from '../model/failure.ts';
import { Failure } from '../model/failure.ts';
import type { TextPair } from '../model/fault.ts';
import type { MatchedFiles } from '../samples/match/match-files.ts';
import type { ExplicitSample } from './sample-options.ts';

/**
 * Ends the run where the user names a file or a record that is not there, or gives a file to two records.
 * @throws Failure `usage` for a flag, `configuration` with its place for an entry of the configuration.
 */
export function refuseExplicit({ refused }: MatchedFiles, explicit: readonly ExplicitSample[]): void {
  const [first] = refused;
  const named = explicit[first?.explicit ?? -1];
  if (first !== undefined && named !== undefined) throw unknownPart(named, first.reason);
  refuseTwice(explicit);
}

const reasons = {
  'no-file': ['is no data file among the paths', '不是所给路径中的数据文件'],
  'no-record': [
    'is neither the identifier nor the title of a record that declares data',
    '不是任何声明数据的记录的代码或名称',
  ],
  'several-records': ['is the name of several records; give the identifier', '对应多条记录，请改用代码'],
} as const;

function unknownPart({ file, record, at }: ExplicitSample, reason: keyof typeof reasons): Failure {
  const part = reason === 'no-file' ? 'file' : 'record';
  const what = JSON.stringify({ file, record }[part]);
  const [en, zh] = reasons[reason];
  return at === undefined
    ? failure([`--sample ${file}=${record}: ${what} ${en}.`, `--sample ${file}=${record}：${what} ${zh}。`])
    : failure([`\`samples\`: ${what} ${en}.`, `\`samples\`：${what} ${zh}。`], at[part]);
}

/** A file has one record. */
function refuseTwice(explicit: readonly ExplicitSample[]): void {
  const records = new Map<string, string>();
  for (const { file, record, at } of explicit) {
    const before = records.get(file) ?? record;
    records.set(file, before);
    if (before === record) continue;
    const [one, other] = [JSON.stringify(before), JSON.stringify(record)];
    const source = at === undefined ? '--sample' : '`samples`';
    throw failure(
      [
        `${source} gives ${file} to two records: ${one} and ${other}.`,
        `${source} 将 ${file} 对应到两条记录：${one} 和 ${other}。`,
      ],
      at?.record,
    );
  }
}

function failure([en, zh]: TextPair, place?: FailurePlace): Failure {
  return place === undefined
    ? new Failure('usage', en, { zh: { message: zh } })
    : new Failure('configuration', en, { place, zh: { message: zh } });
}
