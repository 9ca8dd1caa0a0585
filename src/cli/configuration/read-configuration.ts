import { readFileSync, statSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import type { PackageText } from '../../documents/package-text.ts';
import { parsePackageYaml } from '../../documents/package-yaml.ts';
import { Failure } from '../../model/failure.ts';
import { reasonOf } from '../../workspace/read-problem.ts';
import type { Configuration, ConfiguredSample } from './configuration.ts';
import { ConfiguredValue } from './configured-value.ts';

/** Far more than anybody writes by hand. */
const maxBytes = 2 ** 20;

/** What each key says; a key that does not stand here is refused. */
const keys: {
  readonly [K in keyof Omit<Configuration, 'folder'>]: (value: ConfiguredValue) => Configuration[K];
} = {
  samples: readSamples,
};

/**
 * Reads `concordat.yaml`; `schemas/tool/concordat.schema.json` describes it for editors.
 * @throws Failure `configuration` with its place, when it cannot be read or says what is not understood.
 */
export async function readConfiguration(absolute: string, cwd: string): Promise<Configuration> {
  const path = relative(cwd, absolute).split(sep).join('/');
  const text = await parsed(textOf(absolute, path), path);
  const root = new ConfiguredValue(
    { text, path },
    { value: text.value, pointer: '', label: ['the configuration', '配置文件'] },
  );
  const members = root.members(Object.keys(keys));
  const samples = members.get('samples');
  return { folder: dirname(absolute), samples: samples === undefined ? [] : keys.samples(samples) };
}

function readSamples(value: ConfiguredValue): ConfiguredSample[] {
  return [...value.members()].map(([file, record]) => {
    if (file.trim() === '')
      throw new Failure('configuration', 'The name of a data file is blank.', {
        place: record.keyPlace,
        zh: { message: '数据文件的名称为空。' },
      });
    return { file, record: record.string(), at: { file: record.keyPlace, record: record.place } };
  });
}

async function parsed(source: string, path: string): Promise<PackageText> {
  const text = await parsePackageYaml(source);
  const [error] = text.errors;
  if (error === undefined) return text;
  const { message, line, column } = error;
  throw new Failure('configuration', message[0], {
    place: { path, line, column },
    zh: { message: message[1] },
  });
}

function textOf(absolute: string, path: string): string {
  const bytes = bytesOf(absolute, path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure('configuration', 'The configuration is not UTF-8.', {
      place: { path },
      hint: 'Save it as UTF-8.',
      zh: { message: '配置文件不是 UTF-8 编码。', hint: '请以 UTF-8 编码保存。' },
    });
  }
}

function bytesOf(absolute: string, path: string): Uint8Array {
  try {
    if (statSync(absolute).size <= maxBytes) return readFileSync(absolute);
  } catch (error) {
    const reason = reasonOf(error);
    throw new Failure('configuration', `The configuration cannot be read (${reason}).`, {
      place: { path },
      zh: { message: `无法读取配置文件（${reason}）。` },
    });
  }
  throw new Failure('configuration', 'The configuration is larger than 1 MiB.', {
    place: { path },
    zh: { message: '配置文件超过 1 MiB。' },
  });
}
