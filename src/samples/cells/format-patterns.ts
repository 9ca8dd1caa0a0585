const provinces = '1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12]';
const label = '[a-z0-9](?:[a-z0-9-]{0,20}[a-z0-9])?';
const path = String.raw`(?:/[A-Za-z0-9._~/-]*)?(?:\?[A-Za-z0-9._~=&-]*)?(?:#[A-Za-z0-9._~-]*)?`;

/**
 * Regular expressions for texts that certainly keep a format: each passes nothing that the format refuses, but not all that it allows. Formats
 * with check digits have none.
 */
export const formatPatterns: ReadonlyMap<string, string> = new Map([
  ['cn-postcode', String.raw`^\d{6}$`],
  ['division-code', String.raw`^(?:${provinces})(?:0000|(?:0[1-9]|[1-9]\d)\d\d)$`],
  ['uuid', '^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$'],
  ['cn-phone', String.raw`^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$`],
  [
    'email',
    String.raw`^[A-Za-z0-9_]{1,30}(?:[.-][A-Za-z0-9_]{1,30})?@${label}(?:\.${label}){0,2}\.[a-z]{2,10}$`,
  ],
  ['uri', String.raw`^https?://${label}(?:\.${label}){0,3}\.[a-z]{2,10}${path}$`],
]);
