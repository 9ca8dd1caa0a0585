import type { Pointer } from '../model/pointer.ts';
import { lastToken } from '../model/pointer.ts';

/** What to call the object at a field pattern: its own name, that of its list for a member, `''` for the record itself. */
export function ownerName(pattern: Pointer): string {
  return lastToken(pattern.replace(/(?:\/\*)+$/, ''));
}
