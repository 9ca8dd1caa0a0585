import type { SampleDeclaration } from '../../model/data-item.ts';

/** A declaration that says nothing, to be filled in. */
export const emptyDeclaration: SampleDeclaration = {
  name: '',
  items: [],
  reportsUnknown: true,
  isOrdered: false,
  emptyWords: [],
  nullWords: [],
  keys: [],
  references: [],
  claims: {},
  dialect: {},
  access: 'unknown',
  notChecked: [],
};
