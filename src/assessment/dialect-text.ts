/** How a delimited file is written, in a few words: `comma " LF`. */
export function dialectText({
  delimiter,
  quote,
  lineEnd,
}: {
  delimiter: string;
  quote: string;
  lineEnd: string;
}): string {
  const names: Readonly<Record<string, string>> = {
    ',': 'comma',
    ';': 'semicolon',
    '\t': 'tab',
    '|': 'pipe',
  };
  return [names[delimiter] ?? delimiter, quote, lineEnd].join(' ');
}
