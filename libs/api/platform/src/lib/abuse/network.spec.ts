import { hostOf, networkOf } from './network';

describe('where a request comes from', () => {
  it.each([
    ['192.0.2.17', '192.0.2.17', '192.0.2'],
    ['::ffff:192.0.2.17', '192.0.2.17', '192.0.2'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', '2001:db8:1'],
    ['2001:db8:1:2::9', '2001:db8:1:2', '2001:db8:1'],
    ['2001:db8::9', '2001:db8:0:0', '2001:db8:0'],
    ['2001:DB8::9', '2001:db8:0:0', '2001:db8:0'],
    ['::1', '0:0:0:0', '0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0', 'fe80:0:0'],
    ['', '', ''],
  ])('of %s is host %s in network %s', (ip, host, network) => {
    expect(hostOf(ip)).toBe(host);
    expect(networkOf(ip)).toBe(network);
  });

  it('is one host though its address changes within a /64', () => {
    expect(hostOf('2001:db8:1:2::1')).toBe(hostOf('2001:db8:1:2:ffff::9'));
  });
});
