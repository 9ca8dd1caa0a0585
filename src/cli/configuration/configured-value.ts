import type { PackageText } from '../../documents/package-text.ts';
import type { FailurePlace } from '../../model/failure.ts';
import { Failure } from '../../model/failure.ts';
import type { TextPair } from '../../model/fault.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { Pointer } from '../../model/pointer.ts';
import { child } from '../../model/pointer.ts';

/** The text of a configuration that was read, and the path that failures name it by. */
export interface ConfigurationText {
  readonly text: PackageText;
  readonly path: string;
}

/** A value of the configuration that can be asked to be of a kind. Whatever is not of it is a `Failure` with its place. */
export class ConfiguredValue {
  readonly value: unknown;
  readonly #source: ConfigurationText;
  readonly #pointer: Pointer;
  readonly #label: TextPair;

  /** `label` is how sentences call it, in English and Chinese. */
  constructor(
    source: ConfigurationText,
    {
      value,
      pointer,
      label,
    }: { readonly value: unknown; readonly pointer: Pointer; readonly label: TextPair },
  ) {
    this.#source = source;
    this.value = value;
    this.#pointer = pointer;
    this.#label = label;
  }

  get place(): FailurePlace {
    return { path: this.#source.path, ...this.#source.text.placeOf(this.#pointer) };
  }

  /** Where the name stands under which it is found. */
  get keyPlace(): FailurePlace {
    return { path: this.#source.path, ...this.#source.text.keyPlaceOf(this.#pointer) };
  }

  /** The members of a mapping, in their order. Where `known` is given, any other name is refused. */
  members(known?: readonly string[]): ReadonlyMap<string, ConfiguredValue> {
    const { value } = this;
    const [en, zh] = this.#label;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw this.#refusal([`${en} must be a mapping (name: value).`, `${zh}应为映射（名称: 值）。`]);
    return new Map(
      Object.entries(value).map(([name, inner]: [string, unknown]) => {
        const member = new ConfiguredValue(this.#source, {
          value: inner,
          pointer: child(this.#pointer, name),
          label: [`\`${name}\``, ` \`${name}\` `],
        });
        if (known !== undefined && !known.includes(name))
          throw new Failure('configuration', `\`${name}\` is not a key of ${en}.`, {
            place: member.keyPlace,
            ...nearHints(name, known, `${zh.trim()}没有 \`${name}\` 这个键。`),
          });
        return [name, member];
      }),
    );
  }

  /** A text that is not blank, without the blanks around it. */
  string(): string {
    const { value } = this;
    const [en, zh] = this.#label;
    if (typeof value !== 'string') {
      const isPlain = typeof value === 'number' || typeof value === 'boolean';
      const hint: TextPair | undefined = isPlain ? ['Put it in quotes.', '请加引号。'] : undefined;
      throw this.#refusal([`${en} must be a text.`, `${zh}应为文本。`], hint);
    }
    if (value.trim() === '') throw this.#refusal([`${en} is blank.`, `${zh}为空。`]);
    return value.trim();
  }

  #refusal([en, zh]: TextPair, hint?: TextPair): Failure {
    return new Failure('configuration', en, {
      place: this.place,
      ...(hint === undefined ? {} : { hint: hint[0] }),
      zh: { message: zh.trim(), ...(hint === undefined ? {} : { hint: hint[1] }) },
    });
  }
}

/** The key that was probably meant, else all that there are. */
function nearHints(
  name: string,
  known: readonly string[],
  message: string,
): { hint: string; zh: { message: string; hint: string } } {
  const near = nearestName(name, known);
  return near === undefined
    ? {
        hint: `Known here: ${known.join(', ')}.`,
        zh: { message, hint: `可用的键：${known.join('、')}。` },
      }
    : { hint: `Did you mean ${near}?`, zh: { message, hint: `是否想用 ${near}？` } };
}
