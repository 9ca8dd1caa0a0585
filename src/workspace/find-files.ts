import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import { byCodeUnit } from '../model/code-unit-order.ts';
import { Failure } from '../model/failure.ts';
import { compileGlob, isGlob } from './glob.ts';
import { nearestPath } from './nearest-path.ts';
import type { ReadReason } from './read-problem.ts';
import { ReadProblem, reasonOf } from './read-problem.ts';
import type { WalkEntry } from './walk-folder.ts';
import { walkFolder } from './walk-folder.ts';

/** A path to be assessed, or one that was asked for and cannot be read. */
export interface FoundFile {
  /** As shown in reports: relative to the folder of the run, with `/`. */
  readonly path: string;
  readonly absolute: string;
  /** Relative to the folder or pattern that was named: what departments are taken from. */
  readonly under: string;
  /** The name of the folder that `under` starts in. */
  readonly root: string;
  /** Named as such (then it counts even when its format is unknown), in a named folder, or matched by a pattern. */
  readonly from: 'path' | 'folder' | 'pattern';
  readonly problem?: ReadReason;
}

export interface FindOptions {
  /** Absolute path of the folder where the run started. */
  readonly cwd: string;
  /** Endings of supported files, with the dot, lower case; `.gz` after them is understood. */
  readonly extensions: readonly string[];
  /** Paths and patterns that match nothing are let pass. */
  readonly allowUnmatched: boolean;
}

const skippedFolders = new Set(['node_modules', '__MACOSX']);
const skippedFiles = new Set(['concordat.yaml', 'concordat.yml', 'Thumbs.db']);

/**
 * The files that paths, folders and patterns stand for, each once, in code-unit order of their path.
 * What was asked for and cannot be read stands in the list with its `problem`: nothing is dropped.
 * @throws Failure `path` for a path that does not exist or a pattern that matches nothing.
 */
export function findFiles(requests: readonly string[], options: FindOptions): FoundFile[] {
  const byPath = new Map<string, FoundFile>();
  for (const request of requests) {
    const found = findRequest(request, options);
    if (found.length === 0 && !options.allowUnmatched) throw unmatched(request, options);
    for (const file of found) {
      const known = byPath.get(file.path);
      if (known === undefined || (file.from === 'path' && known.from !== 'path')) byPath.set(file.path, file);
    }
  }
  return [...byPath.values()].sort((one, other) => byCodeUnit(one.path, other.path));
}

function findRequest(request: string, options: FindOptions): FoundFile[] {
  const absolute = resolve(options.cwd, request);
  const kind = kindAt(absolute);
  if (kind === 'absent') return isGlob(request) ? findPattern(request, options) : [];
  if (kind === 'folder') return findInFolder(absolute, options);
  const file: FoundFile = {
    path: shownPath(absolute, options.cwd),
    absolute,
    under: basename(absolute),
    root: basename(resolve(absolute, '..')),
    from: 'path',
  };
  return [kind === 'file' ? file : { ...file, problem: kind }];
}

function kindAt(absolute: string): 'file' | 'folder' | 'absent' | ReadReason {
  try {
    const stats = statSync(absolute);
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? 'file' : 'not-regular';
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== 'vanished') return reason;
    return isLink(absolute) ? 'broken-link' : 'absent';
  }
}

function isLink(absolute: string): boolean {
  try {
    return lstatSync(absolute).isSymbolicLink();
  } catch {
    return false;
  }
}

function findPattern(pattern: string, options: FindOptions): FoundFile[] {
  const text = pattern.startsWith('./') ? pattern.slice(2) : pattern;
  const glob = compileGlob(text);
  const folder = resolve(options.cwd, glob.base);
  if (kindAt(folder) !== 'folder') return [];
  const prefix = glob.base === '' || glob.base.endsWith('/') ? glob.base : `${glob.base}/`;
  return findInFolder(folder, options, (path) => glob.matches(prefix + path));
}

function findInFolder(
  folder: string,
  options: FindOptions,
  matches?: (path: string) => boolean,
): FoundFile[] {
  const entries = walkOrProblem(folder, {
    enters: (path) => !isSkippedFolder(basename(path)),
    wants: (path) =>
      !isSkippedFile(basename(path)) && hasExtension(path, options.extensions) && (matches?.(path) ?? true),
  });
  return entries.map((entry) => {
    const absolute = resolve(folder, entry.path);
    const file: FoundFile = {
      path: shownPath(absolute, options.cwd),
      absolute,
      under: entry.path,
      root: basename(folder),
      from: matches === undefined ? 'folder' : 'pattern',
    };
    return entry.kind === 'problem' ? { ...file, problem: entry.problem } : file;
  });
}

function walkOrProblem(folder: string, options: Parameters<typeof walkFolder>[1]): WalkEntry[] {
  try {
    realpathSync(folder);
    return walkFolder(folder, options);
  } catch (error) {
    return [
      { kind: 'problem', path: '.', problem: error instanceof ReadProblem ? error.reason : reasonOf(error) },
    ];
  }
}

function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || skippedFolders.has(name);
}

/** Dot files are other tools' settings; `~$…` are locks of an open spreadsheet. */
function isSkippedFile(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || skippedFiles.has(name);
}

/** Whether a path ends in one of the extensions, `.gz` set aside. */
export function hasExtension(path: string, extensions: readonly string[]): boolean {
  const name = path.toLowerCase().replace(/\.gz$/, '');
  return extensions.some((extension) => name.endsWith(extension));
}

function shownPath(absolute: string, cwd: string): string {
  const path = relative(cwd, absolute);
  return path === '' ? '.' : path.split(sep).join('/');
}

function unmatched(request: string, options: FindOptions): Failure {
  const shown = JSON.stringify(request);
  const kind = kindAt(resolve(options.cwd, request));
  const formats = options.extensions.join(', ');
  if (kind === 'folder') {
    return new Failure('path', `The folder ${shown} holds no file in a supported format.`, {
      hint: `Looked for files ending in ${formats}.`,
      zh: { message: `目录 ${shown} 中没有可识别格式的文件。`, hint: `查找的扩展名：${formats}。` },
    });
  }
  if (isGlob(request)) {
    return new Failure('path', `The pattern ${shown} matches no file in a supported format.`, {
      hint: `Looked for files ending in ${formats}. Put patterns in quotes, or use --no-error-on-unmatched-pattern.`,
      zh: {
        message: `通配符 ${shown} 没有匹配到可识别格式的文件。`,
        hint: `查找的扩展名：${formats}。通配符请加引号；允许无匹配时用 --no-error-on-unmatched-pattern。`,
      },
    });
  }
  const near = nearestPath(request, options.cwd);
  return new Failure('path', `There is no file or folder ${shown}.`, {
    hint: `${near === undefined ? '' : `Did you mean ${JSON.stringify(near)}? `}Paths are relative to the current folder.`,
    zh: {
      message: `没有 ${shown} 这个文件或目录。`,
      hint: `${near === undefined ? '' : `是否想用 ${JSON.stringify(near)}？`}路径相对于当前目录。`,
    },
  });
}
