import { Failure } from '../model/failure.ts';

/** Braces multiply; beyond this a pattern is an attack or a mistake. */
const maxAlternatives = 256;

/**
 * `a{b,c{d,e}}` → `ab`, `acd`, `ace`. Braces without a comma or a partner stay as they are.
 * @throws Failure `path` for more than 256 alternatives.
 */
export function expandBraces(pattern: string): string[] {
  const done: string[] = [];
  const open = [pattern];
  for (let text = open.pop(); text !== undefined; text = open.pop()) {
    const alternatives = expandFirst(text);
    if (alternatives === undefined) done.push(text);
    else open.push(...alternatives);
    if (done.length + open.length > maxAlternatives) throw tooMany(pattern);
  }
  return done;
}

function tooMany(pattern: string): Failure {
  const shown = JSON.stringify(pattern.slice(0, 80));
  return new Failure('path', `The pattern ${shown} stands for more than ${maxAlternatives} patterns.`, {
    hint: 'Name the folder instead.',
    zh: { message: `通配符 ${shown} 展开后超过 ${maxAlternatives} 个。`, hint: '请改为指定目录。' },
  });
}

/** One text per alternative of the first complete pair of braces. */
function expandFirst(text: string): string[] | undefined {
  for (let start = text.indexOf('{'); start !== -1; start = text.indexOf('{', start + 1)) {
    const cuts = cutsAfter(text, start);
    const end = cuts.at(-1);
    if (end === undefined || cuts.length < 2) continue;
    return cuts.map((cut, index) => {
      const from = (cuts[index - 1] ?? start) + 1;
      return text.slice(0, start) + text.slice(from, cut) + text.slice(end + 1);
    });
  }
  return undefined;
}

/** Where the commas of a pair of braces stand, and last where it closes; nothing when it does not close. */
function cutsAfter(text: string, start: number): number[] {
  const cuts: number[] = [];
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    const character = text[index];
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if ((character === ',' && depth === 1) || depth === 0) cuts.push(index);
    if (depth === 0) return cuts;
  }
  return [];
}
