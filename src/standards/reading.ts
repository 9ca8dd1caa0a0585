import type { Localized } from '../model/locale.ts';
import type { Pointer } from '../model/pointer.ts';
import { child, tokensOf } from '../model/pointer.ts';
import { didYouMean, fail } from './broken-standard.ts';
import type { PlacedText } from './package-files.ts';

/** A value in a package file that is being read, with its place. What is not as it should be is a `Failure` there. */
export class Reading {
  readonly text: PlacedText;
  readonly pointer: Pointer;
  readonly value: unknown;
  /** What it is called in sentences. */
  readonly label: string;

  constructor(text: PlacedText, pointer: Pointer = '', value: unknown = text.value) {
    this.text = text;
    this.pointer = pointer;
    this.value = value;
    this.label = labelOf(text.path, tokensOf(pointer));
  }

  refuse(message: string, hint?: string): never {
    return fail(message, this.text.at(this.pointer), hint);
  }

  refuseName(message: string, hint?: string): never {
    return fail(message, this.text.at(this.pointer, 'key'), hint);
  }

  /** The members of a mapping; a name that is not among `known` is refused. */
  members(known?: readonly string[]): ReadonlyMap<string, Reading> {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return this.refuse(`${this.label} must be a mapping.`);
    }
    const members = new Map<string, Reading>();
    for (const [name, inner] of Object.entries(value)) {
      const member = new Reading(this.text, child(this.pointer, name), inner);
      if (known !== undefined && !known.includes(name)) {
        member.refuseName(`\`${name}\` is not a key of ${this.label}.`, didYouMean(name, known));
      }
      members.set(name, member);
    }
    return members;
  }

  items(): Reading[] {
    const { value } = this;
    if (!Array.isArray(value)) return this.refuse(`${this.label} must be a list.`);
    return value.map((inner: unknown, index) => new Reading(this.text, child(this.pointer, index), inner));
  }

  string(): string {
    const { value } = this;
    if (typeof value !== 'string') return this.refuse(`${this.label} must be a text.`, quoteHint(value));
    if (value.trim() === '') return this.refuse(`${this.label} is blank.`);
    return value;
  }

  strings(): string[] {
    return this.items().map((item) => (item.value === '' ? '' : item.string()));
  }

  boolean(): boolean {
    const { value } = this;
    return typeof value === 'boolean' ? value : this.refuse(`${this.label} must be true or false.`);
  }

  /** A whole number above 0. */
  wholeNumber(): number {
    const { value } = this;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value;
    return this.refuse(`${this.label} must be a whole number above 0.`);
  }

  oneOf<T extends string | number>(choices: readonly T[]): T {
    const found = choices.find((choice) => choice === this.value);
    if (found !== undefined) return found;
    return this.refuse(
      `${this.label} must be one of ${choices.join(', ')}.`,
      typeof this.value === 'string' ? didYouMean(this.value, choices.map(String), false) : undefined,
    );
  }

  /** A field of which a record has one at most. */
  singleField(): Pointer {
    const pointer = this.field();
    if (!tokensOf(pointer).includes('*')) return pointer;
    return this.refuse(`${this.label} must be one field of the record, not one of each element of a list.`);
  }

  /** A field pattern such as `/信息项/*` + `/数据长度`. */
  field(): Pointer {
    const pointer = this.string();
    if (!isPattern(pointer)) {
      return this.refuse(`${this.label} must be a pointer such as /title or /distribution/*/format.`);
    }
    return pointer;
  }

  /** A text in both languages; a bare text is taken for both. */
  localized(): Localized {
    if (typeof this.value === 'string') {
      const text = this.string();
      return { en: text, 'zh-CN': text };
    }
    const members = this.members(['en', 'zh-CN']);
    const en = members.get('en')?.string();
    const chinese = members.get('zh-CN')?.string();
    const either = en ?? chinese ?? this.refuse(`${this.label} has no text.`);
    return { en: en ?? either, 'zh-CN': chinese ?? either };
  }
}

/** `records.at`, or `item 2 of rules.yaml`: names without the indices on the way. */
function labelOf(path: string, tokens: readonly string[]): string {
  const names = tokens.filter((token) => !/^\d+$/.test(token));
  const whole = names.length === 0 ? path : `\`${names.join('.')}\``;
  const last = tokens.at(-1) ?? '';
  return /^\d+$/.test(last) ? `item ${Number(last) + 1} of ${whole}` : whole;
}

/** Whether a text is a field pattern: it starts with a slash, and `~` only escapes. */
export function isPattern(text: string): boolean {
  return text.length <= 1000 && /^(?:\/(?:[^/~]|~[01])+)+$/u.test(text);
}

function quoteHint(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? 'Put it in quotes.' : undefined;
}
