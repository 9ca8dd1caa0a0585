import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Runs a command to its end and measures it from outside: wall seconds, and the peak memory that the kernel noted (Linux; the last
 * look is at most 10 ms before the end).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: Record<string, string>, timeout?: number}} [options] timeout in seconds
 * @returns {Promise<{seconds: number, megabytes: number | undefined, code: number | null, out: string}>}
 */
export async function measure(command, args, { cwd, env, timeout = 600 } = {}) {
  const start = process.hrtime.bigint();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let peak;
  let out = '';
  const keep = (chunk) => {
    if (out.length < 20_000) out += chunk;
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const poll = setInterval(() => {
    peak = peakOf(child.pid) ?? peak;
  }, 10);
  const kill = setTimeout(() => child.kill('SIGKILL'), timeout * 1000);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(poll);
  clearTimeout(kill);
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, megabytes: peak, code, out };
}

function peakOf(pid) {
  try {
    const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return match === null ? undefined : Math.round(Number(match[1]) / 1000);
  } catch {
    return undefined;
  }
}

/**
 * Measures several commands in turn, A B C A B C …, so that a drifting machine is fair to all, and gives each one's median run.
 * @param {readonly {name: string, command: string, args: readonly string[], cwd?: string, env?: Record<string, string>}[]} contestants
 * @param {number} rounds
 */
export async function inTurn(contestants, rounds) {
  const runs = new Map(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, command, args, ...options } of contestants) {
      runs.get(name).push(await measure(command, args, options));
    }
  }
  return [...runs].map(([name, list]) => {
    const sorted = [...list].sort((a, b) => a.seconds - b.seconds);
    return {
      name,
      ...sorted[Math.floor(sorted.length / 2)],
      megabytes: Math.max(...list.map(({ megabytes }) => megabytes ?? 0)),
    };
  });
}

/** Prints medians and ratios to the first row. */
export function printTable(rows) {
  const base = rows[0].seconds;
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const { name, seconds, megabytes, code } of rows) {
    console.log(
      `${name.padEnd(width)}  ${seconds.toFixed(2).padStart(8)} s  ${(seconds / base).toFixed(2).padStart(7)} ×  ${String(megabytes).padStart(6)} MB  ${code === null ? 'stopped' : `exit ${code}`}`,
    );
  }
}
