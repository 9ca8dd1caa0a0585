import { byteAutomaton } from '../cells/byte-automaton.ts';
import type { ByteAutomaton } from '../engine/column-test.ts';
import { maskedPatterns } from './masked-value.ts';
import { namePatterns } from './person-name.ts';
import { nothingPattern, perhapsOfficePattern } from './value-tests.ts';

/** Cells whose classes are certain by their bytes, all like the example. */
export interface ClassSight {
  readonly automaton: ByteAutomaton;
  /** Bytes of the longest such cell. */
  readonly longest: number;
  /** One of them: what holds for it holds for all. */
  readonly example: string;
}

/** The sights of a column that is said to hold some classes. */
export interface ColumnSights {
  readonly sights: readonly ClassSight[];
  /** Whether eleven digits in a row are part of what the sights tell; otherwise cells with such are none of theirs. */
  readonly knowsDigits: boolean;
}

const none: ColumnSights = { sights: [], knowsDigits: false };

/** What is common to the shapes: text without a sign that stands for hidden characters. */
interface Shape {
  readonly source: string;
  readonly except: readonly string[];
  readonly longest: number;
  readonly example: string;
}

const masked = maskedPatterns.map(({ source }) => source);
const address = '^[A-Za-z\\d]+(?:[._-][A-Za-z\\d]+)*@[A-Za-z\\d]+(?:[.-][A-Za-z\\d]+)*$';

/** Stricter than the tests of the classes: what they refuse is looked at, what they accept is certain. */
const shapes = {
  /** Anything that says something, in plain characters. */
  anything: {
    source: '^[ -~\\u3400-\\u9FFF]+$',
    except: [...masked, nothingPattern.source],
    longest: 300,
    example: 'E11.9',
  },
  name: {
    source: namePatterns.certain.source,
    except: [...masked, namePatterns.compound.source, namePatterns.notNames.source],
    longest: 9,
    example: '张伟',
  },
  /** Plain text in which there is no name of any kind: not two words with capital letters. */
  noName: {
    source: '^[ -~]+$',
    except: [...masked, nothingPattern.source, "^[A-Z][A-Za-z'-]*(?:[ ,]{1,2}[A-Z][A-Za-z'.-]*)+$"],
    longest: 300,
    example: 'ward 7',
  },
  // An address of at most 64 bytes has no part that is too long. Of the signs for hidden characters only runs of X are letters.
  email: {
    source: address,
    except: ['[Xx]{4}', perhapsOfficePattern.source],
    longest: 64,
    example: 'zhang.wei@example.com',
  },
  mobile: { source: '^1[3-9]\\d{9}$', except: [], longest: 11, example: '13812345678' },
  landline: { source: '^0\\d{2,3}-[2-8]\\d{6,7}$', except: [], longest: 13, example: '023-67890123' },
} as const satisfies Readonly<Record<string, Shape>>;

/** Sights for the classes that a heading tells of, where there are any. `classes` in the order of the registry. */
export function classSights(
  classes: readonly { readonly id: string; readonly anyValue: boolean }[],
): ColumnSights {
  const particular = classes.filter(({ anyValue }) => !anyValue).map(({ id }) => id);
  const isPure = particular.length === classes.length;
  if (classes.length === 0) return none;
  if (particular.length === 0) return sightsOf(['anything']);
  if (particular.join() === 'name') return sightsOf(['name', 'noName']);
  if (isPure && particular.join() === 'email,office-email') return sightsOf(['email']);
  if (isPure && particular.join() === 'phone,landline') return sightsOf(['mobile', 'landline'], true);
  return none;
}

function sightsOf(names: readonly (keyof typeof shapes)[], knowsDigits = false): ColumnSights {
  const sights = names.flatMap((name) => {
    const automaton = automatonOf(name);
    return automaton === undefined
      ? []
      : [{ automaton, longest: shapes[name].longest, example: shapes[name].example }];
  });
  return { sights, knowsDigits };
}

const made = new Map<keyof typeof shapes, ByteAutomaton | undefined>();

/** Made once a thread, and only where a column asks for it. */
function automatonOf(name: keyof typeof shapes): ByteAutomaton | undefined {
  const { source, except } = shapes[name];
  if (!made.has(name)) made.set(name, byteAutomaton(source, claims, except));
  return made.get(name);
}

const claims = {
  cleanEdges: true,
  min: 0,
  max: Number.POSITIVE_INFINITY,
  unit: 'characters',
  encoding: 'utf-8',
} as const;
