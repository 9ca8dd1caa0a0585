/** Runs the built command line on one hostile input, with a time limit, and watches how much memory it takes. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const bin = resolve(import.meta.dirname, '../../bin/concordat.js');

/**
 * @typedef {object} Run
 * @property {number | string} code the exit code, or the signal that ended it, or `time` when it took too long
 * @property {string} out
 * @property {string} err
 * @property {number} seconds of processor time, which does not depend on what else the machine does; else of the clock
 * @property {number} megabytes the largest resident set seen; 0 where the system does not tell
 */

/**
 * @param {object} request
 * @param {readonly string[]} request.args
 * @param {string} request.cwd
 * @param {Record<string, string>} [request.env]
 * @param {(stdin: import('node:stream').Writable) => void} [request.stdin] feeds standard input; else it is empty
 * @param {readonly string[]} [request.shell] a command that runs the tool instead: `"$@"` stands for it
 * @param {(child: import('node:child_process').ChildProcess) => void} [request.onStart]
 * @param {number} [request.limit] seconds by the clock, after which it is stopped
 * @returns {Promise<Run>}
 */
export function runTool({ args, cwd, env = {}, stdin, shell, onStart, limit = 20 }) {
  const tool = [process.execPath, bin, ...args];
  const [command, ...rest] = shell === undefined ? tool : [...shell, ...tool];
  const started = performance.now();
  const child = spawn(command, rest, {
    cwd,
    env: {
      PATH: process.env.PATH,
      HOME: cwd,
      LANG: 'C.UTF-8',
      XDG_CACHE_HOME: join(cwd, '.cache'),
      ...env,
    },
    stdio: [stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  onStart?.(child);
  if (stdin !== undefined) {
    // The tool may stop reading early: that is its right.
    child.stdin.on('error', () => {});
    stdin(child.stdin);
  }
  return watch(child, { started, limit });
}

function watch(child, { started, limit }) {
  const text = { out: [], err: [] };
  child.stdout.on('data', (chunk) => text.out.push(chunk));
  child.stderr.on('data', (chunk) => text.err.push(chunk));
  let peak = 0;
  let worked = 0;
  let isLate = false;
  const look = setInterval(() => {
    peak = Math.max(peak, residentPeak(child.pid));
    worked = Math.max(worked, processorSeconds(child.pid));
  }, 10);
  const alarm = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, limit * 1000);
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearInterval(look);
      clearTimeout(alarm);
      settle({
        code: isLate ? 'time' : (code ?? signal),
        out: Buffer.concat(text.out).toString('utf8'),
        err: Buffer.concat(text.err).toString('utf8'),
        seconds: worked || (performance.now() - started) / 1000,
        megabytes: Math.round(peak / 1024),
      });
    });
  });
}

/** In kB; the kernel keeps the highest value, so that looking now and then is enough. */
function residentPeak(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function processorSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}
