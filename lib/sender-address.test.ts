import { expect, test } from 'vitest';
import { readProxies, senderOf } from './sender-address';

const proxies = readProxies('10.0.0.4, 10.1.0.0/16 ,::1');

test.each([
  [
    'nobody but the connection says where a request comes from',
    '198.51.100.7',
    'signed-in',
    '198.51.100.7',
  ],
  ['also not by an address', '198.51.100.7', '203.0.113.9', '198.51.100.7'],
  ['our proxy names the sender', '10.0.0.4', '203.0.113.9', '203.0.113.9'],
  [
    'what the sender claims before that is not looked at',
    '10.0.0.4',
    '1.1.1.1, 203.0.113.9',
    '203.0.113.9',
  ],
  ['through two proxies', '10.0.0.4', '1.1.1.1, 203.0.113.9, 10.1.7.7', '203.0.113.9'],
  ['a proxy that says nothing is the sender', '10.0.0.4', undefined, '10.0.0.4'],
  ['or says what is no address', '10.0.0.4', 'unknown', '10.0.0.4'],
  ['an IPv4 address in the form of IPv6', '::ffff:10.0.0.4', '203.0.113.9', '203.0.113.9'],
  ['IPv6', '::1', '2001:db8::7', '2001:db8::7'],
  ['a chain of proxies alone', '10.0.0.4', '10.1.0.1', '10.1.0.1'],
])('%s', (_, connected, forwarded, sender) => {
  expect(senderOf(connected, forwarded, proxies)).toBe(sender);
});

test('without a proxy nothing is believed', () => {
  expect(senderOf('127.0.0.1', '203.0.113.9', readProxies(undefined))).toBe('127.0.0.1');
});

test.each(['proxy.example', '10.0.0.0/33', '10.0.0.0/x', '10.0.0.0/8/8', '10.0.0'])(
  '%s is no proxy',
  (list) => {
    expect(() => readProxies(list)).toThrow(list);
  },
);
