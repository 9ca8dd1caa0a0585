import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../src/documents/xlsx/xlsx-trouble.ts';
import { nameCode } from '../../../src/documents/xlsx/xml-attributes.ts';
import { token, XmlScanner } from '../../../src/documents/xlsx/xml-scan.ts';
import { TextCollector, trimBlanks, unescapeUnits } from '../../../src/documents/xlsx/xml-text.ts';

const names = new Map(['a', 'b', 'c', 'row', 'r', 't'].map((name) => [nameCode(name), name]));

/** The tokens in words, texts joined: `<a r=1>`, `</>`, `text`. The bytes come cut at the given places. */
function scan(xml: string, cuts: readonly number[] = []): string[] {
  const bytes = Buffer.from(xml);
  const scanner = new XmlScanner();
  const found: string[] = [];
  const gathered = new TextCollector(1 << 20);
  const flush = (): void => {
    if (gathered.length > 0) found.push(gathered.text());
    gathered.clear();
  };
  const take = (kind: number): void => {
    const { buffer, textFrom, textTo } = scanner;
    if (kind === token.text) gathered.append(buffer, textFrom, textTo);
    else if (kind === token.cdata) gathered.appendCdata(buffer, textFrom, textTo);
    else {
      flush();
      found.push(kind === token.open ? opened(scanner) : `</> ${scanner.depth}`);
    }
  };
  const drain = (): void => {
    let kind = scanner.next();
    for (; kind !== token.more && kind !== token.end; kind = scanner.next()) take(kind);
  };
  let at = 0;
  for (const cut of [...cuts, bytes.length]) {
    scanner.push(Buffer.from(bytes.subarray(at, cut)));
    drain();
    at = cut;
  }
  scanner.finish();
  drain();
  return found;
}

function opened(scanner: XmlScanner): string {
  const attributes = [...names.values()]
    .flatMap((name) => [
      `${name}=${scanner.attribute(nameCode(name))}`,
      `:${name}=${scanner.attribute(nameCode(name), true)}`,
    ])
    .filter((pair) => !pair.endsWith('=undefined'));
  return `<${[names.get(scanner.name) ?? '?', ...attributes].join(' ')}> ${scanner.depth}`;
}

function refusal(xml: string): string | undefined {
  try {
    scan(xml);
  } catch (error) {
    const { reason, facts } = faultOf(error);
    return facts?.['what'] === undefined ? reason : `${reason} ${facts['what']}`;
  }
  return undefined;
}

const sample =
  `<?xml version="1.0"?>\r\n<!-- <a> -- ]]> --><x:a  r = '1&amp;2' x:t=">"><b/>文 &lt;<![CDATA[<c>&amp;]]]]>y<!----><c\tt="'"  ></c >` +
  `${'long text '.repeat(20)}</x:a>\n<?pi ?>`;

it('tells elements, attributes, texts and depths apart', () => {
  expect(scan(sample)).toEqual([
    '<a r=1&2 :t=>> 1',
    '<b> 2',
    '</> 1',
    '文 <<c>&amp;]]y',
    `<c t='> 2`,
    '</> 1',
    'long text '.repeat(20),
    '</> 0',
  ]);
});

it('finds the same however the bytes are cut', () => {
  const whole = scan(sample);
  const length = Buffer.byteLength(sample);
  for (let cut = 0; cut <= length; cut += 1) expect(scan(sample, [cut])).toEqual(whole);
  fc.assert(
    fc.property(fc.array(fc.nat(length), { maxLength: 40 }), (cuts) => {
      expect(
        scan(
          sample,
          cuts.sort((one, other) => one - other),
        ),
      ).toEqual(whole);
    }),
  );
});

describe('what is refused', () => {
  it.each([
    ['<!DOCTYPE a><a/>', 'doctype'],
    ['<!doctype a><a/>', 'doctype'],
    ['<a><!ELEMENT a></a>', 'malformed-xml declaration'],
    ['<![CDATA[x]]><a/>', 'malformed-xml declaration'],
    ['<a></b>', 'malformed-xml mismatched-tag'],
    ['<x:a></y:a>', 'malformed-xml mismatched-tag'],
    ['</a>', 'malformed-xml mismatched-tag'],
    ['<a/></a>', 'malformed-xml mismatched-tag'],
    ['<a/><b/>', 'malformed-xml second-root'],
    ['x<a/>', 'malformed-xml text-outside-root'],
    ['<a/>x', 'malformed-xml text-outside-root'],
    ['< a/>', 'malformed-xml tag-without-name'],
    ['<a b></a>', 'malformed-xml attribute'],
    ['<a b=1></a>', 'malformed-xml attribute'],
    ['<a b="1"c="2"></a>', 'malformed-xml attribute'],
    ['<a b="<"></a>', 'malformed-xml attribute'],
    ['<a b="1" b="2"></a>', 'malformed-xml attribute'],
    ['<a / b="1">', 'malformed-xml attribute'],
    ['<a ="1"/>', 'malformed-xml attribute'],
    [
      `<a ${Array.from({ length: 257 }, (_, index) => `x${index}="1"`).join(' ')}/>`,
      'malformed-xml attribute',
    ],
    ['', 'truncated-xml'],
    ['<a>', 'truncated-xml'],
    ['<a b="1', 'truncated-xml'],
    ['<a><!-- ', 'truncated-xml'],
    ['<a/><!-- ', 'truncated-xml'],
    ['<a><![CDATA[x', 'truncated-xml'],
    ['<a></a', 'truncated-xml'],
    ['<a>'.repeat(65), 'malformed-xml too-deep'],
  ])('%s', (xml, reason) => {
    expect(refusal(xml)).toBe(reason);
  });

  it('throws nothing unforeseen on any bytes', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '!',
      '--',
      '[CDATA[',
      ']]>',
      '?',
      '"',
      "'",
      '=',
      'a',
      ':',
      ' ',
      '&',
      'x="1"',
      '<a>',
      '</a>',
      'DOCTYPE',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        refusal(pieces.join(''));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('texts', () => {
  it('decodes the units that XML cannot hold', () => {
    expect(unescapeUnits('_x000D__x005F_x0041_ _x004_ _xZZZZ_ _xD83D__xDE00_')).toBe(
      '\r_x0041_ _x004_ _xZZZZ_ 😀',
    );
  });

  it('trims only the blanks of XML', () => {
    expect(trimBlanks(' \t\r\n\u3000a\u00a0 \n')).toBe('\u3000a\u00a0');
    expect(trimBlanks(' \n ')).toBe('');
  });

  it('reports an entity it does not know and leaves it as written', () => {
    const collector = new TextCollector(100);
    const bytes = Buffer.from('a&nbsp;b & c');
    collector.append(bytes, 0, bytes.length);
    expect(collector.text()).toBe('a&nbsp;b & c');
    expect(collector.problem?.reason).toBe('unknown-entity');
    collector.clear();
    expect(collector.problem).toBeUndefined();
  });
});
