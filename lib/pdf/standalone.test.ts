import { expect, test } from 'vitest';
import { standalone, stylesOf } from './standalone';

const page = `<html lang="zh-CN"><head><meta charset="utf-8"><title>表</title><link rel="stylesheet" href="/_next/static/a.css?x=1&amp;y=2" data-precedence="next"><link rel="preload" href="/b.js" as="script"><script src="/b.js" nonce="n"></script></head><body><h1>表</h1><script>alert("</h1>")</script><svg><rect/></svg></body></html>`;

test('the style sheets of a page are found', () => {
  expect(stylesOf(page)).toEqual(['/_next/static/a.css?x=1&y=2']);
});

test('a page for paper asks for nothing and runs nothing', () => {
  const made = standalone(page, ['h1 { color: red }', 'p::after { content: "</style><script>" }']);
  expect(made).toContain('<h1>表</h1>');
  expect(made).toContain('<svg><rect/></svg>');
  expect(made).toContain('h1 { color: red }');
  expect(made).toContain(`default-src 'none'`);
  expect(made).not.toMatch(/<link|<script src|nonce=|\/_next\/|alert/);
  expect(made.match(/<\/style>/g)).toHaveLength(1);
});
