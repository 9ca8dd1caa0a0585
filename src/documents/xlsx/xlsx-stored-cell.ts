import type { Cell } from '../../model/document.ts';
import type { CellContext } from './xlsx-cells.ts';
import { cellType, cellTypeOf, readCell } from './xlsx-cells.ts';
import type { PlainNumbers } from './xlsx-plain-numbers.ts';
import { digits } from './xlsx-plain-numbers.ts';
import type { RowBuilder } from './xlsx-row.ts';
import { nameCode } from './xml-attributes.ts';
import type { XmlScanner } from './xml-scan.ts';
import { TextCollector, trimBlanks } from './xml-text.ts';

const code = {
  value: nameCode('v'),
  formula: nameCode('f'),
  inline: nameCode('is'),
  text: nameCode('t'),
  run: nameCode('r'),
  style: nameCode('s'),
  type: nameCode('t'),
  space: nameCode('space'),
};

/** Depths inside a worksheet: `c` is 4, `v`, `f` and `is` are 5, a text in `is` 6, one in a rich-text run 7. */
const depth = { value: 5, inlineText: 6, runText: 7 } as const;

/** The `<c>` element that is open: what was seen of it so far. One object serves all cells of a sheet. */
export class StoredCell {
  /** Whether character data is part of the value now. */
  collecting = false;
  readonly text: TextCollector;
  readonly #context: CellContext;
  readonly #numbers: PlainNumbers;
  #type: number = cellType.number;
  #style = 0;
  #formula = false;
  #values = 0;
  #textDepth = 0;
  #preserve = false;
  #inlineText: string | undefined;

  constructor(context: CellContext, numbers: PlainNumbers, textLimit: number) {
    this.#numbers = numbers;
    this.#context = context;
    this.text = new TextCollector(textLimit);
  }

  /** Starts with the attributes of the `<c>` just opened. */
  begin({ buffer, attributes }: XmlScanner): void {
    this.#type = cellType.number;
    this.#style = 0;
    for (let index = 0; index < attributes.count; index += 1) {
      if (attributes.prefixed[index] === 1) continue;
      const from = attributes.from[index] as number;
      const to = attributes.to[index] as number;
      if (attributes.names[index] === code.type) this.#type = cellTypeOf(buffer, from, to);
      else if (attributes.names[index] === code.style) this.#style = digits(buffer, from, to);
    }
    this.#formula = false;
    this.#values = 0;
    this.#inlineText = undefined;
  }

  openInside(scanner: XmlScanner): void {
    const { name, depth: at } = scanner;
    if (at === depth.value) {
      if (name === code.formula) this.#formula = true;
      else if (name === code.value) this.#collect(at);
      return;
    }
    if (name !== code.text || scanner.nameAt(depth.value) !== code.inline) return;
    const inRun = at === depth.runText && scanner.nameAt(depth.inlineText) === code.run;
    if (at !== depth.inlineText && !inRun) return;
    this.#preserve = scanner.attribute(code.space, true) === 'preserve';
    this.#collect(at);
  }

  #collect(at: number): void {
    if (at === depth.value) this.#values += 1;
    this.#textDepth = at;
    this.collecting = true;
    this.text.clear();
  }

  /** `around`: depth of the element around the one just closed. */
  closeInside(around: number, rows: RowBuilder): void {
    if (!this.collecting || around !== this.#textDepth - 1) return;
    this.collecting = false;
    if (this.#textDepth === depth.value) return;
    const text = this.#decoded(rows);
    this.#inlineText = (this.#inlineText ?? '') + (this.#preserve ? text : trimBlanks(text));
  }

  /** Puts the cell, if it holds anything, and its problems into the row. */
  end(rows: RowBuilder): void {
    const inline = this.#inlineText !== undefined;
    if (this.#values + (inline ? 1 : 0) > 1) rows.problem('cell-value');
    else if (inline || (this.#values === 1 && !this.#endQuickly(rows))) this.#endExactly(rows);
    else if (this.#values === 0 && this.#formula) rows.problem('formula-without-value');
  }

  /** The bulk of all cells: shared strings and short plain numbers. What is anything else goes the exact way. */
  #endQuickly(rows: RowBuilder): boolean {
    if (this.#formula || !this.text.plain) return false;
    const { bytes, length } = this.text;
    let cell: Cell | undefined;
    if (this.#type === cellType.shared) cell = this.#context.strings.cell(digits(bytes, 0, length));
    else if (this.#type === cellType.number)
      cell = this.#numbers.cell(bytes, { from: 0, to: length, style: this.#style });
    if (cell === undefined) return false;
    rows.put(cell);
    return true;
  }

  #endExactly(rows: RowBuilder): void {
    const inline = this.#inlineText;
    const type = inline === undefined ? this.#type : cellType.inline;
    const text = inline ?? this.#decoded(rows);
    const { cell, problem } = readCell(this.#context, { type, style: this.#style, text });
    if (problem !== undefined) rows.problem(problem);
    if (cell !== undefined) rows.put(this.#formula ? { ...cell, formula: true } : cell);
  }

  #decoded(rows: RowBuilder): string {
    const text = this.text.text();
    const reason = this.text.problem?.reason;
    if (reason !== undefined)
      rows.problem(reason, reason === 'not-utf-8' ? 'document/encoding' : 'document/syntax');
    return text;
  }
}
