import { expect, test } from 'vitest';
import { isPrivate } from './webhook';

test.each([
  ['this network', '0.0.0.0', '0.255.255.255'],
  ['private, class A', '10.0.0.0', '10.255.255.255'],
  ['shared by a carrier', '100.64.0.0', '100.127.255.255'],
  ['loopback', '127.0.0.0', '127.255.255.255'],
  ['link-local', '169.254.0.0', '169.254.255.255'],
  ['private, class B', '172.16.0.0', '172.31.255.255'],
  ['protocol assignments', '192.0.0.0', '192.0.0.255'],
  ['private, class C', '192.168.0.0', '192.168.255.255'],
  ['benchmarks', '198.18.0.0', '198.19.255.255'],
  ['multicast', '224.0.0.0', '239.255.255.255'],
  ['reserved and broadcast', '240.0.0.0', '255.255.255.255'],
  ['unspecified and loopback of IPv6', '::', '::1'],
  ['IPv4 by translation', '64:ff9b::', '64:ff9b::ffff:ffff'],
  ['unique local', 'fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['link-local of IPv6', 'fe80::', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['multicast of IPv6', 'ff00::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['private, written as IPv6', '::ffff:172.16.0.0', '::ffff:172.31.255.255'],
])('%s is refused from its first address to its last', (_, first, last) => {
  expect([first, last].map(isPrivate)).toEqual([true, true]);
});

test.each([
  ['1.0.0.0'],
  ['9.255.255.255'],
  ['11.0.0.0'],
  ['100.63.255.255'],
  ['100.128.0.0'],
  ['126.255.255.255'],
  ['128.0.0.0'],
  ['169.253.255.255'],
  ['169.255.0.0'],
  ['172.15.255.255'],
  ['172.32.0.0'],
  ['191.255.255.255'],
  ['192.0.1.0'],
  ['192.167.255.255'],
  ['192.169.0.0'],
  ['198.17.255.255'],
  ['198.20.0.0'],
  ['223.255.255.255'],
  ['::2'],
  ['64:ff9a:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['64:ff9b::1:0:0'],
  ['fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['fe00::'],
  ['fe7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['fec0::'],
  ['feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['::ffff:172.32.0.0'],
])('%s beside such a range is not', (address) => {
  expect(isPrivate(address)).toBe(false);
});
