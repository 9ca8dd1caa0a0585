/** Text in GB18030, for characters that take one or two bytes there. Node decodes the encoding but does not write it. */
export function gb18030(text) {
  return Buffer.concat([...text].map((char) => bytesOf(char)));
}

const table = new Map();

function bytesOf(char) {
  if (char.codePointAt(0) < 0x80) return Buffer.from(char);
  if (table.size === 0) fill();
  const bytes = table.get(char);
  if (bytes === undefined) throw new RangeError(`${char} takes four bytes in GB18030`);
  return bytes;
}

function fill() {
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = Buffer.from([lead, trail]);
      const char = decoder.decode(bytes);
      if ([...char].length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, bytes);
    }
  }
}
