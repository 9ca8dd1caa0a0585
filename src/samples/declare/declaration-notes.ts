import type { SampleDeclaration } from '../../model/data-item.ts';
import type { FailurePlace, FailureText } from '../../model/failure.ts';
import { Failure } from '../../model/failure.ts';
import type { TextPair } from '../../model/fault.ts';
import type { Pointer } from '../../model/pointer.ts';

/** Where a pointer into a file sits in its text. */
export type PlaceOf = (pointer: Pointer) => FailurePlace;

/** A part of a declaration that makes no sense. */
export interface BrokenPart extends FailureText {
  readonly pointer: Pointer;
  /** What is therefore not checked: `type of the field “a”`. */
  readonly what: TextPair;
  readonly zh: FailureText;
}

/** Why a count is not compared. */
export const noWholeNumber: TextPair = ['it is no whole number', '不是整数'];

/** Takes down what of a declaration is not checked. */
export class DeclarationNotes {
  readonly notChecked: SampleDeclaration['notChecked'][number][] = [];
  readonly #placeOf: PlaceOf | undefined;

  /** With `placeOf` the declaration is the user's own schema, and what is broken of it a `Failure`. */
  constructor(placeOf?: PlaceOf) {
    this.#placeOf = placeOf;
  }

  /** Something that cannot be checked, whoever wrote it. */
  skip(what: TextPair, pointer: Pointer, reason: TextPair): void {
    this.notChecked.push({
      what: what[0],
      pointer,
      reason: reason[0],
      zh: { what: what[1], reason: reason[1] },
    });
  }

  /** Something that makes no sense: the user's own is refused, that of a department is not checked. */
  broken({ what, pointer, message, hint, zh }: BrokenPart): void {
    if (this.#placeOf === undefined) {
      this.skip(what, pointer, [message, zh.message]);
      return;
    }
    throw new Failure('standard', message, {
      place: this.#placeOf(pointer),
      zh,
      ...(hint === undefined ? {} : { hint }),
    });
  }
}
