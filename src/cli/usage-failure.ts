import type { CommanderError } from 'commander';
import { Failure } from '../model/failure.ts';

interface Sentence {
  /** What in commander's message the sentence is made of. */
  readonly pattern: RegExp;
  en(...parts: string[]): string;
  zh(...parts: string[]): string;
}

/** What commander says of wrong arguments, by its error codes, as sentences of ours. */
const sentences: Readonly<Record<string, Sentence>> = {
  'commander.unknownOption': {
    pattern: /unknown option '(.*)'/,
    en: (flag) => `There is no flag ${flag}.`,
    zh: (flag) => `没有 ${flag} 这个参数。`,
  },
  'commander.optionMissingArgument': {
    pattern: /option '(?:-\w, )?(--[\w-]+) (<.*>)' argument missing/,
    en: (flag, value) => `${flag} needs a value: ${flag} ${value}.`,
    zh: (flag, value) => `${flag} 后面缺少取值：${flag} ${value}。`,
  },
  'commander.invalidArgument': {
    pattern: /option '(?:-\w, )?(--[\w-]+) <.*>' argument '(.*)' is invalid\. Allowed choices are (.*)\./s,
    en: (flag, value, choices) =>
      `${flag} does not take ${JSON.stringify(value)}. Choose one of: ${choices}.`,
    zh: (flag, value, choices) =>
      `${flag} 不接受 ${JSON.stringify(value)}。可选：${choices?.replaceAll(', ', '、')}。`,
  },
  'commander.missingArgument': {
    pattern: /missing required argument '(.*)'/,
    en: (name) => `The argument <${name}> is missing.`,
    zh: (name) => `缺少参数 <${name}>。`,
  },
  'commander.excessArguments': {
    pattern: /Expected (\d+) arguments? but got (\d+)/,
    en: (expected, got) => `Too many arguments: ${got} were given, the command takes ${expected}.`,
    zh: (expected, got) => `给出了 ${got} 个参数，该命令只接受 ${expected} 个。`,
  },
};

/** `error: unknown option '--formt'\n(Did you mean --format?)` → a sentence and a hint, in both languages. */
export function usageFailure({ code, message }: CommanderError, words: readonly string[]): Failure {
  const [said = '', suggestion = ''] = message.replace(/^error: /, '').split('\n(');
  const near = /Did you mean (?:one of )?(.*)\?\)?/.exec(suggestion)?.[1];
  const help = `concordat ${words.join(' ')} --help`;
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  const parts = sentence?.pattern.exec(said)?.slice(1);
  const isKnown = sentence !== undefined && parts !== undefined;
  return new Failure('usage', isKnown ? sentence.en(...parts) : said, {
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}${help} lists the flags.`,
    zh: {
      message: isKnown ? sentence.zh(...parts) : said,
      hint: `${near === undefined ? '' : `是否想用 ${near}？`}${help} 列出全部参数。`,
    },
  });
}
