import { Failure } from '../model/failure.ts';
import type { Locale } from '../model/locale.ts';
import { printable } from './printable.ts';

/** What a person reads on standard error when a run could not do its job. */
export function failureText(
  error: unknown,
  env: Readonly<Record<string, string | undefined>>,
  locale: Locale = 'en',
): string {
  const stack = env['CONCORDAT_DEBUG'] !== undefined && error instanceof Error ? `${error.stack}\n` : '';
  if (error instanceof Failure) {
    const { message, hint } = locale === 'en' ? error : (error.zh ?? error);
    const advice = hint === undefined ? '' : `${printable(hint)}\n`;
    return `concordat: ${placed(error)}${printable(message)}\n${advice}${stack}`;
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const { what, advice } = internal[locale];
  return `concordat: ${what}${printable(message.slice(0, 500))}\n${stack === '' ? advice : stack}`;
}

const internal: Readonly<Record<Locale, { readonly what: string; readonly advice: string }>> = {
  en: {
    what: 'internal failure: ',
    advice: 'This is a fault of concordat, not of your files. CONCORDAT_DEBUG=1 shows where it happened.\n',
  },
  'zh-CN': {
    what: '内部错误：',
    advice: '这是 concordat 自身的问题，与您的文件无关。设置 CONCORDAT_DEBUG=1 可查看出错位置。\n',
  },
};

function placed({ place }: Failure): string {
  if (place === undefined) return '';
  const line = place.line === undefined ? '' : `:${place.line}`;
  const column = place.column === undefined || line === '' ? '' : `:${place.column}`;
  return `${printable(place.path)}${line}${column}: `;
}
