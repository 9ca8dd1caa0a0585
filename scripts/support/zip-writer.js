import { crc32, deflateRawSync } from 'node:zlib';

/**
 * @typedef {object} ZipInput
 * @property {string} name
 * @property {string | Uint8Array} data
 * @property {boolean} [stored] keep unpacked (method 0)
 * @property {Partial<{size: number, packed: number, crc: number, method: number, flags: number, localName: string}>} [lie]
 *   what the headers say instead of the truth
 */

/** 1980-01-01, the first date a zip can hold: the same input gives the same bytes. */
const dosDate = 0x21;

/**
 * A zip archive with the entries in the given order.
 * @param {readonly ZipInput[]} inputs
 * @returns {Buffer}
 */
export function packZip(inputs) {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const input of inputs) {
    const data = Buffer.from(input.data);
    const method = input.stored ? 0 : 8;
    const packed = input.stored ? data : deflateRawSync(data, { level: 9 });
    const told = {
      size: data.length,
      packed: packed.length,
      crc: crc32(data),
      method,
      flags: 0x800,
      ...input.lie,
    };
    const name = Buffer.from(input.name);
    const localName = Buffer.from(told.localName ?? input.name);
    const body = Buffer.concat([header(0x04034b50, told, localName), localName, packed]);
    directory.push(header(0x02014b50, told, name, offset), name);
    bodies.push(body);
    offset += body.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(inputs.length, 8);
  end.writeUInt16LE(inputs.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listing, end]);
}

/** A local header, or with an offset the one of the central directory. */
function header(signature, told, name, offset) {
  const central = offset !== undefined;
  const bytes = Buffer.alloc(central ? 46 : 30);
  const shift = central ? 2 : 0;
  bytes.writeUInt32LE(signature, 0);
  if (central) bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(20, 4 + shift);
  bytes.writeUInt16LE(told.flags, 6 + shift);
  bytes.writeUInt16LE(told.method, 8 + shift);
  bytes.writeUInt16LE(dosDate, 12 + shift);
  bytes.writeUInt32LE(told.crc, 14 + shift);
  bytes.writeUInt32LE(told.packed, 18 + shift);
  bytes.writeUInt32LE(told.size, 22 + shift);
  bytes.writeUInt16LE(name.length, 26 + shift);
  if (central) bytes.writeUInt32LE(offset, 42);
  return bytes;
}
