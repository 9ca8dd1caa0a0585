/** A regular expression, as far as the matcher and the judgement of its cost need to know it. */
export type Tree =
  | { readonly kind: 'empty' }
  /** One character: source text of an atom or class, such as `a`, `\d`, `[^x]`, `.`. */
  | { readonly kind: 'one'; readonly source: string }
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end' | 'word' | 'notWord' }
  | { readonly kind: 'sequence'; readonly parts: readonly Tree[] }
  | { readonly kind: 'choice'; readonly options: readonly Tree[] }
  | { readonly kind: 'repeat'; readonly body: Tree; readonly min: number; readonly max: number }
  /** A look-around; not regular. */
  | { readonly kind: 'look'; readonly body: Tree }
  /** A back-reference; not regular. */
  | { readonly kind: 'back' };

/** How deep groups may nest. */
const maxGroupNesting = 100;

/** Thrown inside the parser; never leaves it. */
class NotUnderstood extends Error {}

const singleEscapes =
  /^\\(?:u\{[0-9a-fA-F]+\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|0(?![0-9])|[^1-9kbBpPuxc])/su;
const looseEscapes = /^\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|0[0-7]{0,2}|[^1-9bBkc])/s;

/**
 * Reads a pattern that `RegExp` accepts. `undefined` where it holds syntax that is not known here (modifiers, Annex B oddities):
 * such a pattern is left to `RegExp` alone.
 */
export function parsePattern(source: string, unicode: boolean): Tree | undefined {
  try {
    const reader = new Reader(source, unicode);
    const tree = reader.choice(0);
    return reader.atEnd() ? tree : undefined;
  } catch (trouble) {
    if (trouble instanceof NotUnderstood) return undefined;
    throw trouble;
  }
}

class Reader {
  readonly #source: string;
  readonly #unicode: boolean;
  #at = 0;

  constructor(source: string, unicode: boolean) {
    this.#source = source;
    this.#unicode = unicode;
  }

  atEnd(): boolean {
    return this.#at >= this.#source.length;
  }

  choice(depth: number): Tree {
    if (depth > maxGroupNesting) throw new NotUnderstood();
    const options = [this.#sequence(depth)];
    while (this.#eat('|')) options.push(this.#sequence(depth));
    return options.length === 1 && options[0] !== undefined ? options[0] : { kind: 'choice', options };
  }

  #sequence(depth: number): Tree {
    const parts: Tree[] = [];
    while (!this.atEnd() && !this.#sees('|') && !this.#sees(')')) {
      parts.push(this.#quantified(this.#term(depth)));
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'sequence', parts };
  }

  #term(depth: number): Tree {
    if (this.#eat('^')) return { kind: 'edge', edge: 'start' };
    if (this.#eat('$')) return { kind: 'edge', edge: 'end' };
    if (this.#eat('\\b')) return { kind: 'edge', edge: 'word' };
    if (this.#eat('\\B')) return { kind: 'edge', edge: 'notWord' };
    if (this.#sees('(')) return this.#group(depth);
    if (this.#sees('[')) return { kind: 'one', source: this.#take(/^\[(?:[^\]\\]|\\.)*\]/su) };
    if (/^\\(?:[1-9]\d*|k<[^>]*>)/.test(this.#rest(60))) {
      this.#take(/^\\(?:[1-9]\d*|k<[^>]*>)/);
      return { kind: 'back' };
    }
    if (this.#sees('\\'))
      return { kind: 'one', source: this.#take(this.#unicode ? singleEscapes : looseEscapes) };
    return { kind: 'one', source: this.#take(this.#unicode ? /^[^*+?]/su : /^[^*+?]/s) };
  }

  #group(depth: number): Tree {
    const [opening = ''] = /^\((?:\?(?::|<?[=!]|<[^>=!]*>))?/u.exec(this.#rest(200)) ?? [];
    this.#at += opening.length;
    if (opening === '(' && this.#sees('?')) throw new NotUnderstood();
    const body = this.choice(depth + 1);
    if (!this.#eat(')')) throw new NotUnderstood();
    return /^\(\?<?[=!]$/.test(opening) ? { kind: 'look', body } : body;
  }

  #quantified(body: Tree): Tree {
    const [text, star, least, comma, most] = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(this.#rest(40)) ?? [];
    if (text === undefined) return body;
    this.#at += text.length;
    if (star !== undefined) {
      return { kind: 'repeat', body, min: star === '+' ? 1 : 0, max: star === '?' ? 1 : Infinity };
    }
    const min = Number(least);
    if (comma === '') return { kind: 'repeat', body, min, max: min };
    return { kind: 'repeat', body, min, max: most === '' ? Infinity : Number(most) };
  }

  #rest(length: number): string {
    return this.#source.slice(this.#at, this.#at + length);
  }

  #sees(text: string): boolean {
    return this.#source.startsWith(text, this.#at);
  }

  #eat(text: string): boolean {
    if (!this.#sees(text)) return false;
    this.#at += text.length;
    return true;
  }

  #take(shape: RegExp): string {
    const [text] = shape.exec(this.#source.slice(this.#at)) ?? [];
    if (text === undefined) throw new NotUnderstood();
    this.#at += text.length;
    return text;
  }
}
