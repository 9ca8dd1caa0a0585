import { parseArgs } from 'node:util';

/** A flag of a command: what commander needs to explain it, and what it takes to read it without commander. */
export interface Flag {
  /** Without the dashes; `no-x` switches `x` off. */
  readonly name: string;
  readonly short?: string;
  /** What follows it, as the help text has it; a switch where nothing does. */
  readonly takes?: string;
  readonly choices?: readonly string[];
  readonly initial?: unknown;
  /** How the help text shows `initial`. */
  readonly initialText?: string;
  /** @throws Failure `usage` for a value that is none. */
  readonly parse?: (value: string, previous: unknown) => unknown;
}

/** Arguments that were read. */
export interface ReadArguments {
  readonly operands: readonly string[];
  /** By name in camel case, as commander names them. */
  readonly flags: Readonly<Record<string, unknown>>;
}

/**
 * Reads arguments in which everything is in order. Undefined where somebody asks for help or something is wrong: that is for
 * commander to explain, whose loading takes longer than the rest of the command line.
 */
export function readPlainFlags(
  args: readonly string[],
  table: readonly Flag[] | undefined,
): ReadArguments | undefined {
  if (table === undefined) return undefined;
  try {
    return read(args, table);
  } catch {
    return undefined;
  }
}

function read(args: readonly string[], table: readonly Flag[]): ReadArguments {
  const options = Object.fromEntries(
    table.map(({ name, short, takes }) => [
      name,
      {
        type: takes === undefined ? 'boolean' : 'string',
        ...(short === undefined ? {} : { short }),
      } as const,
    ]),
  );
  const { positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    tokens: true,
  });
  const byName = new Map(table.map((flag) => [flag.name, flag]));
  const flags = new Map(table.map(({ name, initial }) => [name, initial]));
  for (const token of tokens) {
    const flag = token.kind === 'option' ? byName.get(token.name) : undefined;
    if (token.kind === 'option' && flag !== undefined)
      flags.set(flag.name, readValue(flag, token.value, flags.get(flag.name)));
  }
  const said = [...flags].filter(([, value]) => value !== undefined);
  return {
    operands: positionals,
    flags: Object.fromEntries(said.map(([name, value]) => [attributeOf(name), value])),
  };
}

function readValue({ name, choices, parse }: Flag, text: string | undefined, previous: unknown): unknown {
  if (text === undefined) return !name.startsWith('no-');
  if (choices?.includes(text) === false) throw new RangeError(`${name} is none of its choices`);
  return parse === undefined ? text : parse(text, previous);
}

/** `no-error-on-x` → `errorOnX` */
function attributeOf(name: string): string {
  return name.replace(/^no-/, '').replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
