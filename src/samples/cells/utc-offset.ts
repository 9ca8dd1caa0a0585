/** Minutes east of UTC, of an offset as ISO 8601 writes it: `Z`, `+08:00`, `-0330`. */
export function utcOffset(text: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)$/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
