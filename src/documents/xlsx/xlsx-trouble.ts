import type { DocumentCheck, DocumentFault } from '../../model/document.ts';
import type { Place } from '../../model/place.ts';

type Facts = Readonly<Record<string, string | number>>;

/**
 * Thrown inside the workbook reader where a part cannot be read any further; caught at its edges and handed out as a
 * `DocumentFault`. Nothing outside the reader ever sees it.
 */
export class Trouble extends Error {
  override readonly name = 'Trouble';
  readonly fault: DocumentFault;

  constructor(fault: DocumentFault) {
    super(fault.reason);
    this.fault = fault;
  }
}

/** The container, or a part of it, cannot be opened: `zip-bomb`, `crc`, `truncated`, `missing-part` … */
export function unreadable(reason: string, facts: Facts = {}): Trouble {
  return trouble('document/unreadable', reason, facts);
}

/** A part was opened, but its XML or what it says is broken: `malformed-xml`, `unknown-entity` … */
export function syntax(reason: string, facts: Facts = {}): Trouble {
  return trouble('document/syntax', reason, facts);
}

/** The bytes of a part are not text in the encoding they claim. */
export function misencoded(reason: string, facts: Facts = {}): Trouble {
  return trouble('document/encoding', reason, facts);
}

function trouble(check: DocumentCheck, reason: string, facts: Facts): Trouble {
  return new Trouble({ check, reason, facts });
}

/** The fault behind an error, with what is known about where it happened. Anything unforeseen is thrown on, never hidden. */
export function faultOf(error: unknown, at: { part?: string; place?: Place } = {}): DocumentFault {
  if (!(error instanceof Trouble)) throw error;
  const { fault } = error;
  const facts = at.part === undefined ? fault.facts : { part: at.part, ...fault.facts };
  return {
    ...fault,
    ...(facts === undefined ? {} : { facts }),
    ...(at.place === undefined ? {} : { place: at.place }),
  };
}
