import type { CST, Document } from 'yaml';
import type { Limits } from '../../model/document.ts';
import type { Stretch } from '../whole-text.ts';
import type { coreSchema, Yaml } from './yaml-composer.ts';
import { EarlyComposer, remarkOf } from './yaml-composer.ts';
import { leanParser } from './yaml-lean-parser.ts';
import { nestedOnOneLine, syntaxFault, warningFault } from './yaml-syntax.ts';

/** One document of a YAML stream: composed, or refused. A refused one has a fault that says why. */
export interface Composed {
  readonly document?: Document.Parsed;
  readonly faults: readonly Stretch[];
  readonly refused: boolean;
}

interface Notes {
  readonly faults: Stretch[];
  versions: number;
  directives: number;
  refused: boolean;
}

const scalarMarker = '\u001f';
/** Lexemes that the lexer adds: they stand for no text. */
const emptyLexemes: ReadonlySet<string> = new Set(['\u0002', '\u0018', scalarMarker]);
/** A value in block style takes up to nine lexemes: indentation, key, colon, space, text, line end … */
const lexemesPerNode = 10;
const lexemeSlack = 1000;

/** What is read, with what. */
export interface StreamSource {
  readonly yaml: Yaml;
  readonly text: string;
  readonly limits: Limits;
  readonly schema: ReturnType<typeof coreSchema>;
}

/**
 * Documents out of lexemes. Depth and size are watched on the way in, lexeme by lexeme: the library composes by recursion and must
 * never see a deep tree (it can take the whole process down). Behind a document that is refused, reading goes on at the
 * next `---` or `...`.
 */
export class DocumentStream {
  readonly ready: Composed[] = [];
  readonly #yaml: Yaml;
  readonly #text: string;
  readonly #limits: Limits;
  readonly #schema: ReturnType<typeof coreSchema>;
  #parser: InstanceType<Yaml['Parser']>;
  #composer: EarlyComposer;
  /** What is to be said of the document that the composer holds back. */
  #held: Notes | undefined;
  /** What is to be said of the document that is being read. */
  #notes = freshNotes();
  #offset = 0;
  #lexemes = 0;
  #starts = 0;
  #afterMarker = false;
  #skipping = false;

  constructor({ yaml, text, limits, schema }: StreamSource, from: number) {
    this.#yaml = yaml;
    this.#text = text;
    this.#limits = limits;
    this.#schema = schema;
    this.#parser = leanParser(yaml, from);
    this.#offset = from;
    this.#composer = new EarlyComposer(yaml, schema);
  }

  get offset(): number {
    return this.#offset;
  }

  /** Whether the lexeme starts a document that has no directives, behind `enough` others. */
  startsAnother(lexeme: string, enough: number): boolean {
    if (this.#afterMarker || lexeme !== '---') return false;
    this.#starts += 1;
    return this.#starts > enough && (this.#skipping || this.#notes.directives === 0);
  }

  feed(lexeme: string): void {
    const structural = !this.#afterMarker;
    this.#afterMarker = structural && lexeme === scalarMarker;
    const start = this.#offset;
    if (!structural || !emptyLexemes.has(lexeme)) this.#offset += lexeme.length;
    if (this.#skipping && !(structural && this.#resumes(lexeme, start))) return;
    this.#parse(lexeme, start);
    // What is wrong may show only at the end of a document, where the next one begins already.
    if (this.#skipping && structural && this.#resumes(lexeme, start)) this.#parse(lexeme, start);
  }

  #parse(lexeme: string, start: number): void {
    for (const token of this.#parser.next(lexeme)) {
      if (!this.#skipping) this.#take(token);
    }
    const limit = this.#limitPassed();
    if (limit === undefined) return;
    const end = Math.max(start + 1, this.#offset);
    this.#skip(nestedOnOneLine(this.#parser.stack) ?? { ...limit, start, end });
  }

  end(): void {
    if (!this.#skipping) {
      for (const token of this.#parser.end()) this.#take(token);
    }
    this.#release();
    const stray = this.#composer.stray();
    const { faults, directives } = this.#notes;
    if (stray !== undefined) this.#refused([...faults, syntaxFault(stray, this.#text)]);
    else if (directives > 0) this.#refused([...faults, this.#directivesAlone()]);
  }

  #take(token: CST.Token): void {
    if (token.type === 'error') {
      const { offset: start, message, source } = token;
      this.#syntaxError({ code: '', message, start, end: start + Math.max(1, source.length) });
      return;
    }
    const { documents, error, warnings } = this.#composer.next(
      token.type === 'directive' ? this.#directive(token) : token,
    );
    for (const warning of warnings) {
      const fault = warningFault(warning, this.#text);
      if (fault !== undefined) this.#notes.faults.push(fault);
    }
    for (const document of documents) this.#deliver(document);
    if (error !== undefined) this.#composeError(token, syntaxFault(error, this.#text));
    else if (token.type === 'document') this.#hold();
  }

  /** The document that was read waits in the composer: what follows may still belong to it. */
  #hold(): void {
    this.#held = this.#notes;
    this.#notes = freshNotes();
    this.#lexemes = 0;
  }

  #deliver(document: Document.Parsed): void {
    const { faults, refused } = this.#held ?? freshNotes();
    this.#held = undefined;
    const [error] = document.errors;
    if (error === undefined) this.ready.push({ document, faults, refused });
    else this.#refused([...faults, syntaxFault(remarkOf(error), this.#text)]);
  }

  /** An error that the parser found, between or inside documents. */
  #syntaxError(error: Parameters<typeof syntaxFault>[0]): void {
    const fault = syntaxFault(error, this.#text);
    const inside = this.#parser.stack.length > 0 || this.#notes.directives > 0;
    if (inside || this.#held === undefined) {
      this.#skip(fault);
      return;
    }
    this.#held.faults.push(fault);
    this.#held.refused = true;
    this.#release();
    this.#restart();
  }

  /** An error that the composer found in a whole document, behind its `...`, or in a directive. */
  #composeError(token: CST.Token, fault: Stretch): void {
    const owner = token.type === 'doc-end' ? this.#held : this.#notes;
    owner?.faults.push(fault);
    if (owner !== undefined) owner.refused = true;
    if (token.type === 'directive') return;
    this.#release();
    if (token.type === 'document') this.#refused(this.#notes.faults);
    this.#restart();
  }

  /** YAML 1.1 is read as 1.2, so that `no` and `012` mean the same in every document; it is said. */
  #directive(token: CST.Directive): CST.Directive {
    const notes = this.#notes;
    const stretch = { start: token.offset, end: token.offset + token.source.length };
    notes.directives += 1;
    if (!/^%YAML\b/.test(token.source)) return token;
    notes.versions += 1;
    if (notes.versions > 1) {
      notes.faults.push({ reason: 'not-yaml', ...stretch, facts: { detail: 'A second %YAML directive' } });
      notes.refused = true;
    }
    if (!/^%YAML[ \t]+1\.1(?![\d.])/.test(token.source)) return token;
    notes.faults.push({ reason: 'yaml-1.1', ...stretch });
    return { ...token, source: token.source.replace('1.1', '1.2') };
  }

  #directivesAlone(): Stretch {
    const end = this.#text.length;
    const facts = { detail: 'Directives stand for a document, but none follows' };
    return { reason: 'not-yaml', start: Math.max(0, end - 1), end, facts };
  }

  #limitPassed(): Pick<Stretch, 'reason' | 'facts'> | undefined {
    if (this.#skipping) return undefined;
    const { depth, nodes } = this.#limits;
    this.#lexemes += 1;
    // The document and an open scalar stand on the stack beside the collections.
    if (this.#parser.stack.length > depth.yaml + 2)
      return { reason: 'too-deep', facts: { limit: depth.yaml } };
    if (this.#lexemes <= nodes * lexemesPerNode + lexemeSlack) return undefined;
    return { reason: 'too-many-nodes', facts: { limit: nodes } };
  }

  #skip(fault: Stretch): void {
    this.#release();
    this.#refused([...this.#notes.faults, fault]);
    this.#restart();
  }

  #release(): void {
    for (const document of this.#composer.end()) this.#deliver(document);
  }

  #refused(faults: readonly Stretch[]): void {
    this.ready.push({ faults, refused: true });
  }

  #restart(): void {
    this.#composer = new EarlyComposer(this.#yaml, this.#schema);
    this.#held = undefined;
    this.#notes = freshNotes();
    this.#lexemes = 0;
    this.#skipping = true;
  }

  /** After a refused document: reads on, with a fresh parser, at the next `---` or behind the next `...`. */
  #resumes(lexeme: string, start: number): boolean {
    if (lexeme !== '---' && lexeme !== '...') return false;
    this.#skipping = false;
    this.#parser = leanParser(this.#yaml, lexeme === '---' ? start : this.#offset);
    return lexeme === '---';
  }
}

function freshNotes(): Notes {
  return { faults: [], versions: 0, directives: 0, refused: false };
}
