import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/documents/decode.ts';
import { cutExcerpt, LineIndex } from '../../src/documents/excerpt.ts';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
/** 目录名称 in GB18030. */
const gbk = Buffer.from([0xc4, 0xbf, 0xc2, 0xbc, 0xc3, 0xfb, 0xb3, 0xc6]);

describe('decodeText', () => {
  it('reads UTF-8 without a word and takes its byte order mark off', () => {
    expect(decodeText(Buffer.from('资源'))).toEqual({
      text: '资源',
      encoding: 'utf-8',
      bom: false,
      faults: [],
    });
    expect(decodeText(Buffer.from('\ufeff资源'))).toMatchObject({ text: '资源', bom: true, faults: [] });
  });

  it('keeps a second byte order mark as text', () => {
    expect(decodeText(Buffer.from('\ufeff\ufeffa')).text).toBe('\ufeffa');
  });

  it.each([
    ['UTF-16LE with mark', utf16('\ufeff{"名称": 1}'), 'utf-16le'],
    ['UTF-16BE with mark', utf16('\ufeff{"名称": 1}').swap16(), 'utf-16be'],
    ['UTF-16LE', utf16('{"名称": 1}'), 'utf-16le'],
    ['UTF-16BE', utf16('{"名称": 1}').swap16(), 'utf-16be'],
  ])('recognises %s', (_, bytes, encoding) => {
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ text: '{"名称": 1}', encoding });
    expect(decoded.faults).toMatchObject([
      { check: 'document/encoding', reason: 'not-utf-8', facts: { encoding }, place: { line: 1, column: 3 } },
    ]);
  });

  it('recognises GB18030 and points at the first character that is not ASCII', () => {
    const decoded = decodeText(Buffer.concat([Buffer.from('id,\n'), gbk]));
    expect(decoded).toMatchObject({ text: 'id,\n目录名称', encoding: 'gb18030', bom: false });
    expect(decoded.faults).toMatchObject([
      { reason: 'not-utf-8', place: { line: 2, column: 1 }, excerpt: { text: '目录名称' } },
    ]);
  });

  it('keeps a damaged UTF-8 text UTF-8 although it would pass as GB18030', () => {
    const bytes = Buffer.concat([
      Buffer.from('政务数据\n共享'),
      Buffer.from([0xe4, 0xb8]),
      Buffer.from('目录'),
    ]);
    expect(() => new TextDecoder('gb18030', { fatal: true }).decode(bytes)).not.toThrow();
    const decoded = decodeText(bytes);
    expect(decoded.text).toBe('政务数据\n共享\ufffd目录');
    expect(decoded.faults).toMatchObject([
      {
        check: 'document/encoding',
        reason: 'broken-bytes',
        place: { line: 2, column: 3 },
        offset: 19,
        facts: { count: 1, encoding: 'utf-8', hex: 'E4 B8' },
        excerpt: { text: '共享\ufffd目录', from: 2, length: 1 },
      },
    ]);
  });

  it('counts every broken stretch like the decoder does', () => {
    const bytes = Buffer.from([0x61, 0xff, 0x62, 0xed, 0xa0, 0x80, 0xf5, 0xc0, 0xaf]);
    const decoded = decodeText(bytes);
    expect(decoded.faults[0]?.facts).toMatchObject({ count: decoded.text.match(/\ufffd/g)?.length });
    expect(decoded.faults[0]?.offset).toBe(1);
  });

  it('finds an unpaired surrogate in UTF-16', () => {
    const bytes = Buffer.concat([utf16('\ufeffab\n'), Buffer.from([0x00, 0xd8]), utf16('c😀')]);
    const decoded = decodeText(bytes);
    expect(decoded.text).toBe('ab\n\ufffdc😀');
    expect(decoded.faults).toMatchObject([
      { reason: 'not-utf-8' },
      { reason: 'broken-bytes', offset: 8, place: { line: 2, column: 1 }, facts: { count: 1 } },
    ]);
  });

  it('does not take a NUL in a UTF-8 text for UTF-16', () => {
    expect(decodeText(Buffer.from('[\0]')).encoding).toBe('utf-8');
    expect(decodeText(Buffer.from('"a\0"')).encoding).toBe('utf-8');
    expect(decodeText(Buffer.from(`${'数据'.repeat(50)}\0`)).encoding).toBe('utf-8');
  });
});

describe('LineIndex', () => {
  const text = 'ab\r\ncd\re😀f\n\nlast';
  it('counts LF, CRLF and CR, and columns in UTF-16 units', () => {
    const lines = new LineIndex(text);
    expect(lines.place(text.indexOf('cd'))).toEqual({ line: 2, column: 1 });
    expect(lines.place(text.indexOf('f\n'))).toEqual({ line: 3, column: 4 });
    expect(lines.place(text.indexOf('last'), text.length)).toEqual({
      line: 5,
      column: 1,
      endLine: 5,
      endColumn: 5,
    });
    expect(lines.place(999)).toEqual({ line: 5, column: 5 });
  });

  it('shows the line without its end and marks at least one unit', () => {
    const lines = new LineIndex(text);
    expect(lines.excerpt(1, 2)).toEqual({ text: 'ab', from: 1, length: 1 });
    expect(lines.excerpt(2, 2)).toEqual({ text: 'ab', from: 2, length: 1 });
    expect(lines.excerpt(0, text.length)).toEqual({ text: 'ab', from: 0, length: 2 });
  });

  it('cuts a long line around the place without splitting a character', () => {
    const line = '😀'.repeat(300);
    for (let at = 0; at < line.length; at += 2) {
      const { text: shown, from, length } = cutExcerpt(line, at, at + 2);
      expect(shown.length).toBeLessThanOrEqual(161);
      expect(shown.slice(from, from + length)).toBe('😀');
      expect(shown).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
    }
  });

  it('shows the start of a stretch that is longer than the excerpt', () => {
    const { text: shown, from, length } = cutExcerpt('x'.repeat(50) + 'y'.repeat(500), 50, 550);
    expect(shown.charAt(from)).toBe('y');
    expect(from + length).toBeLessThanOrEqual(shown.length);
  });
});
