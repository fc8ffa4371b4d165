import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin';

const own = 'https://gongbao.example';

describe('isSameOrigin', () => {
  it.each([
    [
      'our own page',
      { origin: own, host: 'gongbao.example', 'sec-fetch-site': 'same-origin' },
      true,
    ],
    ['an older browser of our own page', { origin: own, host: 'gongbao.example' }, true],
    ['behind a proxy that changes Host', { origin: own, host: '10.0.0.4:3000' }, true],
    ['no Origin', { host: 'gongbao.example' }, false],
    [
      'another name of the same server, though Host says it too',
      { origin: 'http://10.0.0.4:3000', host: '10.0.0.4:3000' },
      false,
    ],
    ['a page elsewhere', { origin: 'https://elsewhere.example', host: 'gongbao.example' }, false],
    ['a sandboxed page', { origin: 'null', host: 'gongbao.example' }, false],
    [
      'a neighbour under the same name',
      { origin: own, host: 'gongbao.example', 'sec-fetch-site': 'same-site' },
      false,
    ],
    [
      'a forged site',
      { origin: own, host: 'gongbao.example', 'sec-fetch-site': 'cross-site' },
      false,
    ],
  ])('%s', (_case, headers, expected) => {
    expect(isSameOrigin(new Headers(headers), own)).toBe(expected);
  });
});
