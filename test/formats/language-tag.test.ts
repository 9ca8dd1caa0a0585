import { describe, expect, it } from 'vitest';
import { languageTagFormat } from '../../src/formats/language-tag.ts';

describe('language-tag', () => {
  it.each([
    'en',
    'en-US',
    'zh-Hans',
    'zh-Hans-CN',
    'es-419',
    'sl-rozaj-biske',
    'de-CH-1901',
    'x-local',
    'en-a-bbb-x-a',
    'i-klingon',
  ])('takes %s', (text) => expect(languageTagFormat.check(text)).toBe(true));

  it.each([
    ['', 'empty'],
    ['en_US', 'underscore'],
    ['en, es', 'several'],
    ['English (US)', 'white-space'],
    ['e', 'shape'],
    ['en-', 'shape'],
    ['-en', 'shape'],
    ['语言', 'shape'],
  ])('%j: %s', (text, reason) => expect(languageTagFormat.check(text)).toBe(reason));

  it('judges long texts at once', () => {
    expect(languageTagFormat.check(`en${'-a-bb'.repeat(1600)}-`)).toBe('shape');
  });
});
