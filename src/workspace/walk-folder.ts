import type { Dirent, Stats } from 'node:fs';
import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { byCodeUnit } from '../model/code-unit-order.ts';
import type { ReadReason } from './read-problem.ts';
import { reasonOf } from './read-problem.ts';

/** What a walk came upon. Paths are relative to the folder, with `/`. */
export type WalkEntry =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'problem'; readonly path: string; readonly problem: ReadReason };

export interface WalkOptions {
  /** Whether a file (relative path) is asked for. */
  wants(path: string): boolean;
  /** Whether to go into a sub-folder (relative path). */
  enters(path: string): boolean;
}

/** Deeper trees are links in disguise or attacks. */
const maxDepth = 64;

/** What one walk carries along. */
interface Walk {
  readonly root: string;
  readonly realRoot: string;
  readonly options: WalkOptions;
  readonly entries: WalkEntry[];
  /** Real paths of the files found, so that a link to one of them adds nothing. */
  readonly found: Set<string>;
  /** Device and inode of the folders entered, so that no folder is walked twice. */
  readonly visited: Set<string>;
  readonly links: string[];
}

/**
 * Every regular file below a folder that `options` asks for, and everything that kept the walk from looking:
 * unreadable folders, dangling links, links that lead outside, names that are not UTF-8, pipes and devices.
 * Links are followed only inside the folder, and only to what the walk has not met on its own.
 */
export function walkFolder(root: string, options: WalkOptions): WalkEntry[] {
  const walk: Walk = {
    root,
    realRoot: realpathSync(root),
    options,
    entries: [],
    found: new Set(),
    visited: new Set(),
    links: [],
  };
  walkFrom(walk, '');
  while (walk.links.length > 0) {
    const links = walk.links.splice(0).sort(byCodeUnit);
    for (const link of links) followLink(walk, link);
  }
  return walk.entries;
}

function walkFrom(walk: Walk, start: string): void {
  const open = [start];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const { name, kind } of namesIn(walk, folder)) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (kind !== 'folder') takeNote(walk, kind, path);
      else if (walk.options.enters(path)) open.push(path);
    }
  }
}

/** Books an entry that is not a folder. */
function takeNote(walk: Walk, kind: Exclude<Name['kind'], 'folder'>, path: string): void {
  if (kind === 'link') walk.links.push(path);
  else if (kind === 'bad-name') problem(walk, path, 'bad-name');
  else if (!walk.options.wants(path)) return;
  else if (kind === 'file') addFile(walk, path);
  else problem(walk, path, 'not-regular');
}

interface Name {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'special' | 'bad-name';
}

function namesIn(walk: Walk, folder: string): Name[] {
  const absolute = join(walk.root, folder);
  try {
    const stats = statSync(absolute, { bigint: true });
    const identity = `${stats.dev}:${stats.ino}`;
    if (walk.visited.has(identity)) return [];
    walk.visited.add(identity);
    if (folder.split('/').length > maxDepth) {
      problem(walk, folder, 'outside');
      return [];
    }
    return readdirSync(absolute, { withFileTypes: true, encoding: 'buffer' })
      .map((entry) => nameOf(absolute, entry))
      .sort((one, other) => byCodeUnit(one.name, other.name));
  } catch (error) {
    problem(walk, folder === '' ? '.' : folder, reasonOf(error));
    return [];
  }
}

function nameOf(folder: string, entry: Dirent<Buffer>): Name {
  const name = entry.name.toString('utf8');
  if (!Buffer.from(name, 'utf8').equals(entry.name))
    return { name: printableName(entry.name), kind: 'bad-name' };
  return { name, kind: kindOf(entry) ?? kindOf(lstatSync(join(folder, name))) ?? 'special' };
}

/** `undefined` where the file system does not tell without asking again. */
function kindOf(entry: Dirent<Buffer> | Stats): Exclude<Name['kind'], 'bad-name'> | undefined {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isFIFO() || entry.isSocket() || entry.isBlockDevice() || entry.isCharacterDevice())
    return 'special';
  return undefined;
}

/** Bytes that are not UTF-8, shown as `\xff`. */
function printableName(name: Buffer): string {
  return [...name]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`))
    .join('');
}

function followLink(walk: Walk, path: string): void {
  try {
    const target = realpathSync(join(walk.root, path));
    followTarget(walk, path, { target, isFolder: statSync(target).isDirectory() });
  } catch (error) {
    const reason = reasonOf(error);
    if (walk.options.wants(path)) problem(walk, path, reason === 'vanished' ? 'broken-link' : reason);
  }
}

function followTarget(walk: Walk, path: string, link: { target: string; isFolder: boolean }): void {
  const isAsked = link.isFolder ? walk.options.enters(path) : walk.options.wants(path);
  if (!isAsked || walk.found.has(link.target)) return;
  if (!isInside(walk.realRoot, link.target)) problem(walk, path, 'outside');
  else if (link.isFolder) walkFrom(walk, path);
  else if (statSync(link.target).isFile()) addFile(walk, path);
  else problem(walk, path, 'not-regular');
}

function addFile(walk: Walk, path: string): void {
  walk.entries.push({ kind: 'file', path });
  walk.found.add(join(walk.realRoot, path));
}

function problem(walk: Walk, path: string, reason: ReadReason): void {
  walk.entries.push({ kind: 'problem', path, problem: reason });
}

/** Whether a real path is the folder itself or below it. */
export function isInside(realFolder: string, realPath: string): boolean {
  return (
    realPath === realFolder || realPath.startsWith(realFolder.endsWith(sep) ? realFolder : realFolder + sep)
  );
}
