import { Failure } from '../model/failure.ts';
import type { Standard } from '../model/standard.ts';
import type { FoundFile } from '../workspace/find-files.ts';
import { findFiles } from '../workspace/find-files.ts';
import type { CheckFlags } from './check-flags.ts';
import { dataExtensions, inputExtensions } from './file-document.ts';

/**
 * The files behind the paths. `-` stands for standard input, which `--stdin-filepath` gives a name; it takes the place
 * of a file of that name.
 */
export function findRequested(
  requests: readonly string[],
  { flags, standard, cwd }: { readonly flags: CheckFlags; readonly standard: Standard; readonly cwd: string },
): FoundFile[] {
  const { stdinFilepath } = flags;
  const { tableSchema } = standard;
  if (requests.includes('-') !== (stdinFilepath !== undefined)) {
    throw new Failure('usage', 'Standard input (-) and --stdin-filepath go together.', {
      hint: 'concordat check - --stdin-filepath health/catalogue.json',
      zh: {
        message: '标准输入（-）须与 --stdin-filepath 同时使用。',
        hint: 'concordat check - --stdin-filepath 卫生/目录.json',
      },
    });
  }
  if (requests.includes('')) {
    throw new Failure('usage', 'One of the paths is empty.', {
      hint: 'Is a variable of your script without a value? The current folder is written as a dot.',
      zh: { message: '有一个路径为空。', hint: '是否脚本中的变量没有取值？当前目录写作 “.”。' },
    });
  }
  const paths = requests.filter((request) => request !== '-');
  const files = findFiles(paths, {
    cwd,
    extensions:
      standard.samples === undefined && tableSchema === undefined ? inputExtensions : dataExtensions,
    // What a data package names and is not there is missing: that is said of the package.
    allowUnmatched: !flags.errorOnUnmatchedPattern || tableSchema?.namesFiles === true,
  });
  const data = files.filter(({ path }) => path !== stdinFilepath && path !== tableSchema?.path);
  if (data.length === 0 && files.some(({ path }) => path === tableSchema?.path)) throw onlySchema();
  return data;
}

function onlySchema(): Failure {
  return new Failure('path', 'The paths hold no data, only the schema itself.', {
    hint: 'concordat check beds.csv --schema beds.schema.json',
    zh: {
      message: '所给路径中没有数据，只有结构定义本身。',
      hint: 'concordat check 床位.csv --schema 床位.schema.json',
    },
  });
}
