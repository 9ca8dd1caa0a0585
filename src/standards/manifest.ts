import type { Pointer } from '../model/pointer.ts';
import type { Severity } from '../model/severity.ts';
import { severities } from '../model/severity.ts';
import type { SheetBinding } from '../model/standard.ts';
import { drafts } from '../schema/dialect.ts';
import { didYouMean } from './broken-standard.ts';
import type { Manifest, RecordData } from './package-data.ts';
import type { PlacedText } from './package-files.ts';
import { isPattern, Reading } from './reading.ts';
import { readSamples } from './sample-binding.ts';

const [start = '', target = ''] = 'from to'.split(' ');

/** The field of the record itself that a reference starts at. */
export function referenceStart(reference: Reading): Reading | undefined {
  return reference.members([start, target]).get(start);
}

/** What keeps a document from being read. */
const ownFaults: ReadonlySet<string> = new Set(['document/unreadable', 'document/syntax']);

/** What a profile may leave out, because its base has it. */
export type PartialManifest = Partial<Manifest> & Pick<Manifest, 'id' | 'version' | 'codelists' | 'severity'>;

const manifestKeys =
  'id version title source licence draft records departments sheets samples formats codelists nullWords severity extends'.split(
    ' ',
  );
const recordKeys =
  'kind schema at identity title department envelope unknown references consistent uncounted date'.split(' ');

/** Reads `standard.yaml`. Keys that are not known are refused, with the one that was probably meant. */
export function readManifest(text: PlacedText): PartialManifest {
  const root = new Reading(text);
  const keys = root.members(manifestKeys);
  const need = (name: string): Reading => keys.get(name) ?? root.refuse(`${text.path} has no \`${name}\`.`);
  const id = need('id');
  if (!/^[a-z0-9][a-z0-9.-]{0,99}$/.test(id.string())) {
    id.refuse('`id` must be made of small letters, digits, dots and hyphens.');
  }
  const part = <K extends keyof Manifest>(name: K, read: (reading: Reading) => Manifest[K]) => {
    const reading = keys.get(name);
    return reading === undefined ? {} : { [name]: read(reading) };
  };
  return {
    id: id.string(),
    version: versionOf(need('version')),
    ...part('title', (reading) => reading.localized()),
    ...part('source', readSource),
    ...part('licence', (reading) => reading.string()),
    ...part('draft', readDraft),
    ...part('records', readRecords),
    ...part('departments', (reading) => reading.oneOf(['file', 'folder'] as const)),
    ...part('sheets', readSheets),
    ...part('samples', (reading) => readSamples(reading, keys.get('records'))),
    ...part('nullWords', (reading) => reading.strings()),
    ...readFormats(keys.get('formats')),
    codelists: readOpenness(keys.get('codelists')),
    severity: readSeverity(keys.get('severity')),
  };
}

/** What `extends` names: `{id, version}`, or a path or `id@version` as text. */
export function readBase(text: PlacedText): { id: string; version?: string; reading: Reading } | undefined {
  const reading = new Reading(text).members().get('extends');
  if (reading === undefined) return undefined;
  if (typeof reading.value === 'string') return { id: reading.string(), reading };
  const keys = reading.members(['id', 'version']);
  const id = keys.get('id')?.string() ?? reading.refuse('`extends` has no `id`.');
  const version = keys.get('version');
  return { id, reading, ...(version === undefined ? {} : { version: versionOf(version) }) };
}

function versionOf(reading: Reading): string {
  const version = reading.string();
  if (/^[\w.+-]{1,50}$/.test(version)) return version;
  return reading.refuse('`version` must be made of letters, digits, dots, plus signs and hyphens.');
}

function readSource(reading: Reading): NonNullable<Manifest['source']> {
  const keys = reading.members(['title', 'url', 'note']);
  const title = keys.get('title')?.string() ?? reading.refuse('`source` has no `title`.');
  const url = keys.get('url')?.string();
  const note = keys.get('note')?.string();
  return { title, ...(url === undefined ? {} : { url }), ...(note === undefined ? {} : { note }) };
}

function readDraft(reading: Reading): string {
  const draft = reading
    .string()
    .replace(/^draft-0?/, '')
    .replace(/^([467])$/, '0$1');
  const known: readonly string[] = drafts;
  if (known.includes(draft)) return draft;
  return reading.refuse(
    `The draft \`${draft}\` of JSON Schema is not supported.`,
    `Supported: ${drafts.join(', ')}.`,
  );
}

function readRecords(reading: Reading): RecordData[] {
  const records = reading.items().map(readRecord);
  if (records.length === 0) reading.refuse('`records` is empty: a standard has at least one kind of record.');
  const kinds = new Set<string>();
  for (const [index, { kind }] of records.entries()) {
    if (kinds.has(kind)) reading.items()[index]?.refuse(`The kind \`${kind}\` stands twice.`);
    kinds.add(kind);
  }
  for (const item of reading.items()) checkTargets(item, kinds);
  return records;
}

function checkTargets(record: Reading, kinds: ReadonlySet<string>): void {
  for (const reference of record.members().get('references')?.items() ?? []) {
    const to = reference.members().get('to');
    if (to !== undefined && to.value !== 'file' && !kinds.has(to.string())) {
      to.refuse(
        `\`${to.string()}\` is neither a kind of record nor \`file\`.`,
        didYouMean(to.string(), [...kinds, 'file']),
      );
    }
  }
}

function readRecord(reading: Reading): RecordData {
  const keys = reading.members(recordKeys);
  const need = (name: string): Reading => keys.get(name) ?? reading.refuse(`The record has no \`${name}\`.`);
  const field = (name: 'identity' | 'title' | 'department' | 'date') => {
    const found = keys.get(name);
    return found === undefined ? {} : { [name]: found.singleField() };
  };
  const consistent = keys
    .get('consistent')
    ?.items()
    .map((item) => pair(item, ['field', 'within']));
  const uncounted = keys
    .get('uncounted')
    ?.items()
    .map((item) => item.singleField());
  return {
    kind: need('kind').string(),
    schema: need('schema').string(),
    at: keys.get('at')?.items().map(readAt) ?? ['', '/*'],
    envelope: keys.get('envelope')?.boolean() ?? false,
    unknown: keys.get('unknown')?.oneOf(['report', 'ignore']) ?? 'ignore',
    references: (keys.get('references')?.items() ?? []).map((item) => readReference(item)),
    ...field('identity'),
    ...field('title'),
    ...field('department'),
    ...field('date'),
    ...(consistent === undefined ? {} : { consistent }),
    ...(uncounted === undefined ? {} : { uncounted }),
  };
}

/** `/` is the whole document, `/*` each element of a top-level array. */
function readAt(reading: Reading): Pointer {
  const at = reading.string();
  if (at === '/') return '';
  return isPattern(at)
    ? at
    : reading.refuse(`${reading.label} must be \`/\`, \`/*\` or a pointer such as /dataset/*.`);
}

function readReference(reading: Reading): { from: Pointer; to: string } {
  const from = referenceStart(reading) ?? reading.refuse('The reference does not say `from` which field.');
  const to = reading.members().get(target) ?? reading.refuse('The reference does not say `to` what.');
  return { from: from.field(), to: to.string() };
}

function pair<A extends string, B extends string>(
  reading: Reading,
  [one, other]: readonly [A, B],
): Record<A | B, Pointer> {
  const keys = reading.members([one, other]);
  const need = (name: string): Pointer =>
    (keys.get(name) ?? reading.refuse(`${reading.label} has no \`${name}\`.`)).singleField();
  return { [one]: need(one), [other]: need(other) } as Record<A | B, Pointer>;
}

function readSheets(reading: Reading): SheetBinding {
  const keys = reading.members(['kind', 'headerRows', 'groupBy', 'items', 'listSeparator']);
  const kind = keys.get('kind')?.string() ?? reading.refuse('`sheets` has no `kind`.');
  const groupBy = keys.get('groupBy')?.singleField();
  const items = keys.get('items')?.singleField();
  return {
    kind,
    headerRows: keys.get('headerRows')?.oneOf(['auto', 1, 2, 3] as const) ?? 'auto',
    listSeparator: keys.get('listSeparator')?.items().map(readSeparator) ?? [';'],
    ...(groupBy === undefined ? {} : { groupBy }),
    ...(items === undefined ? {} : { items }),
  };
}

function readSeparator(reading: Reading): string {
  if (reading.value === '') reading.refuse(`${reading.label} is empty.`);
  return typeof reading.value === 'string' ? reading.value : reading.string();
}

function readFormats(reading: Reading | undefined): Pick<Manifest, 'dateTimeOffset'> {
  const dateTime = reading?.members(['date-time']).get('date-time');
  const offset = dateTime?.members(['offset']).get('offset');
  return offset === undefined
    ? {}
    : { dateTimeOffset: offset.oneOf(['required', 'recommended', 'optional']) };
}

function readOpenness(reading: Reading | undefined): Record<string, 'open' | 'closed'> {
  const entries = [...(reading?.members() ?? [])].map(
    ([name, value]) => [name, value.oneOf(['open', 'closed'])] as const,
  );
  return Object.fromEntries(entries);
}

function readSeverity(reading: Reading | undefined): Record<string, Severity | 'off'> {
  const severity: Record<string, Severity | 'off'> = {};
  for (const [check, value] of reading?.members() ?? []) {
    severity[check] = value.oneOf([...severities, 'off']);
    if (severity[check] === 'off' && ownFaults.has(check)) {
      value.refuse(`\`${check}\` cannot be switched off: what cannot be read is never passed over.`);
    }
  }
  return severity;
}
