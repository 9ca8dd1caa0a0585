import type { Fault, NotChecked } from '../model/fault.ts';
import type { Pointer } from '../model/pointer.ts';
import type { Validator } from '../model/standard.ts';

/** A validator that is compiled when it meets its first value. What it does not check is known beforehand. */
export class LazyValidator implements Validator {
  readonly #compile: () => Validator;
  readonly #notChecked: readonly NotChecked[] | undefined;
  #compiled: Validator | undefined;

  constructor(compile: () => Validator, notChecked?: readonly NotChecked[]) {
    this.#compile = compile;
    this.#notChecked = notChecked;
  }

  get notChecked(): readonly NotChecked[] {
    return this.#notChecked ?? this.#validator().notChecked;
  }

  faults(value: unknown): Fault[] {
    return this.#validator().faults(value);
  }

  conforms(value: unknown): boolean {
    return this.#validator().conforms(value);
  }

  fits(field: Pointer, value: unknown): boolean | undefined {
    return this.#validator().fits(field, value);
  }

  prepareBulk(): Promise<void> {
    return this.#validator().prepareBulk();
  }

  #validator(): Validator {
    this.#compiled ??= this.#compile();
    return this.#compiled;
  }
}
