import { Failure } from '../model/failure.ts';
import { printable } from './printable.ts';

/** What a person reads on standard error when a run could not do its job. */
export function failureText(error: unknown, env: Readonly<Record<string, string | undefined>>): string {
  const stack = env['CONCORDAT_DEBUG'] !== undefined && error instanceof Error ? `${error.stack}\n` : '';
  if (error instanceof Failure) {
    const hint = error.hint === undefined ? '' : `${printable(error.hint)}\n`;
    return `concordat: ${placed(error)}${printable(error.message)}\n${hint}${stack}`;
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const advice =
    'This is a fault of concordat, not of your files. CONCORDAT_DEBUG=1 shows where it happened.\n';
  return `concordat: internal failure: ${printable(message.slice(0, 500))}\n${stack === '' ? advice : stack}`;
}

function placed({ place }: Failure): string {
  if (place === undefined) return '';
  const line = place.line === undefined ? '' : `:${place.line}`;
  const column = place.column === undefined || line === '' ? '' : `:${place.column}`;
  return `${printable(place.path)}${line}${column}: `;
}
