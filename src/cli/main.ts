import { Failure } from '../model/failure.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { CommandEntry } from './command.ts';
import { commands } from './commands/index.ts';
import type { ExitCode } from './exit-code.ts';
import { failureText } from './failure-text.ts';
import { localeFor } from './locale.ts';
import { processStreams } from './process-streams.ts';
import type { Streams } from './streams.ts';

/**
 * Runs the command that `args` (without `node` and the script) name and gives the exit code. Never throws, never exits:
 * whatever goes wrong is said on standard error and gives 2.
 */
export async function main(args: readonly string[], streams: Streams = processStreams()): Promise<ExitCode> {
  try {
    return await dispatch(args, streams);
  } catch (error) {
    try {
      streams.err(failureText(error, streams.env, localeFor(args, streams.env)));
    } catch {
      // Nobody listens any more; the exit code still tells.
    }
    return 2;
  }
}

async function dispatch(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const [first, ...rest] = args;
  const locale = localeFor(args, streams.env);
  if (first === '--version' || first === '-V') {
    const { toolFiles } = await import('../workspace/tool-files.ts');
    streams.out(`${toolFiles().version}\n`);
    return 0;
  }
  if (first === '--help' || first === '-h' || (first === 'help' && rest.length === 0)) {
    const { overview } = await import('./overview.ts');
    streams.out(overview(locale));
    return 0;
  }
  const words = first === 'help' ? [...rest, '--help'] : args;
  const members = groupMembers(words);
  if (members.length > 0 && ['--help', '-h'].includes(words[1] ?? '')) {
    const { groupOverview } = await import('./overview.ts');
    streams.out(groupOverview(members, locale));
    return 0;
  }
  const entry = namedCommand(words);
  const { runCommand } = await import('./run-command.ts');
  if (entry !== undefined) return runCommand(entry, words.slice(entry.words.length), { streams, locale });
  assertNotMisspelt(words);
  return runCommand(commands[0], words, { streams, locale });
}

function namedCommand(args: readonly string[]): CommandEntry | undefined {
  return commands.find(({ words }) => words.every((word, index) => word === args[index]));
}

/** The commands that begin with the same word as these arguments, of which more are needed: `standard list`, `standard show`. */
function groupMembers([first]: readonly string[]): CommandEntry[] {
  return commands.filter(({ words }) => words[0] === first && words.length > 1);
}

/** A first word that is nearly a command is taken for one, unless it looks like a path. */
function assertNotMisspelt(args: readonly string[]): void {
  const [first = '', second = ''] = args;
  const members = groupMembers(args).map(({ words }) => words[1] ?? '');
  if (members.length > 0) throw memberFailure(first, second, members);
  if (first.startsWith('-') || /[./\\*?]/.test(first) || first.length < 4) return;
  const near = nearestName(first, new Set(commands.map(({ words }) => words[0] ?? '')));
  if (near === undefined) return;
  throw new Failure('usage', `There is no command \`${first}\`.`, {
    hint: `Did you mean \`${near}\`? A folder of that name is written ./${first}.`,
    zh: {
      message: `没有“${first}”命令。`,
      hint: `是否想用“${near}”？如果是同名目录，请写作 ./${first}。`,
    },
  });
}

function memberFailure(first: string, second: string, members: readonly string[]): Failure {
  const near = nearestName(second, members);
  const names = members.map((member) => `${first} ${member}`);
  const isBare = second === '' || second.startsWith('-');
  return new Failure(
    'usage',
    isBare ? `\`${first}\` needs to know what to do.` : `There is no command \`${first} ${second}\`.`,
    {
      hint: `${near === undefined ? '' : `Did you mean \`${first} ${near}\`? `}Commands: ${names.join(', ')}.`,
      zh: {
        message: isBare ? `“${first}”后面还需要子命令。` : `没有“${first} ${second}”命令。`,
        hint: `${near === undefined ? '' : `是否想用“${first} ${near}”？`}可用命令：${names.join('、')}。`,
      },
    },
  );
}
