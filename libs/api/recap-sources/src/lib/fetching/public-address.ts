import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Of IPv4 what is nobody's on the public net: IANA's special-purpose registry. */
const SPECIAL: readonly [address: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** Of the global part of IPv6 what is not public, or leads to an IPv4 address of whatever kind. */
const SPECIAL_6: readonly [address: string, prefix: number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const special = new BlockList();
for (const [address, prefix] of SPECIAL) special.addSubnet(address, prefix, 'ipv4');
for (const [address, prefix] of SPECIAL_6) special.addSubnet(address, prefix, 'ipv6');
/** Everything that is routed publicly; mapped, translated, local and private addresses lie outside. */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, 'ipv4');
  return isIPv6(address) && global6.check(address, 'ipv6') && !special.check(address, 'ipv6');
}
