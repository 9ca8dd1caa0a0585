/** Text in GB18030, for characters that take one or two bytes there. Node decodes the encoding but does not write it. */
export function gb18030(text) {
  if (table === undefined) table = tableOfCodes();
  const bytes = Buffer.alloc(2 * text.length);
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const pair = table[code];
    if (code < 0x80) at = bytes.writeUInt8(code, at);
    else if (pair === 0) throw new RangeError(`${text[index]} takes four bytes in GB18030`);
    else at = bytes.writeUInt16BE(pair, at);
  }
  return bytes.subarray(0, at);
}

/** By UTF-16 unit: its two bytes; 0 where it has not got two. */
let table;

function tableOfCodes() {
  const decoder = new TextDecoder('gb18030');
  const codes = new Uint16Array(0x10000);
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(Buffer.from([lead, trail]));
      const code = char.charCodeAt(0);
      if (char.length === 1 && char !== '\ufffd' && codes[code] === 0) codes[code] = lead * 256 + trail;
    }
  }
  return codes;
}
