import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { locales } from './locales';
import { messages } from './messages';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'messages');

describe('messages', () => {
  it.each(locales)('every file of %s is registered, and nothing else', (locale) => {
    const files = readdirSync(join(folder, locale)).map((name) => name.replace(/\.json$/, ''));
    expect(Object.keys(messages[locale]).sort()).toEqual(files.sort());
  });

  it('both languages have the same keys', () => {
    expect(keysOf(messages.en)).toEqual(keysOf(messages['zh-CN']));
  });

  it('both languages take the same parameters', () => {
    const chinese = textsOf(messages['zh-CN']);
    const english = textsOf(messages.en);
    const differing = Object.keys(chinese).filter(
      (key) => parameters(chinese[key]) !== parameters(english[key]),
    );
    expect(differing).toEqual([]);
  });

  it('no text is empty', () => {
    for (const locale of locales) {
      expect(
        Object.entries(textsOf(messages[locale])).filter(([, text]) => text.trim() === ''),
      ).toEqual([]);
    }
  });
});

function keysOf(tree: object): string[] {
  return Object.keys(textsOf(tree)).sort();
}

function textsOf(tree: object, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value]]
        : Object.entries(textsOf(value as object, `${prefix}${key}.`)),
    ),
  );
}

function parameters(text: string | undefined): string {
  const names = [...(text ?? '').matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name);
  return [...new Set(names)].sort().join(' ');
}
