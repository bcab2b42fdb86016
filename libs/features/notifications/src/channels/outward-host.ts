/**
 * Allowed targets of webhooks. An administrator of a town enters the address, and the worker is inside the network:
 * without this check the address could be used to reach internal services (SSRF).
 */
import { lookup as systemLookup } from 'node:dns/promises';
import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { SendError } from './send-error.ts';

export interface Resolved {
  readonly address: string;
  readonly family: number;
}
export type Lookup = (host: string) => Promise<readonly Resolved[]>;

export const lookupAll: Lookup = (host) => systemLookup(host, { all: true });

const inside = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  inside.addSubnet(network, bits, 'ipv4');
}
/**
 * The one block that is allocated for public use; all other IPv6 addresses are local, mapped, tunnelled or reserved.
 */
const publicIpv6 = new BlockList();
publicIpv6.addSubnet('2000::', 3, 'ipv6');
/** Parts of it that embed an IPv4 address (Teredo, 6to4), or that are not routed. */
const wrapped = new BlockList();
wrapped.addSubnet('2001::', 23, 'ipv6');
wrapped.addSubnet('2001:db8::', 32, 'ipv6');
wrapped.addSubnet('2002::', 16, 'ipv6');

export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !inside.check(address, 'ipv4');
  return isIPv6(address) && publicIpv6.check(address, 'ipv6') && !wrapped.check(address, 'ipv6');
}

/**
 * Whether the form of the address is allowed: https, or http to a host on the list.
 *
 * @param allow `host` or `host:port`, as in LAWGATE_WEBHOOK_ALLOW: these may be inside, and without TLS
 */
export function isAllowedForm(url: URL, allow: readonly string[]): boolean {
  if (url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isListed(url, allow));
}

function isListed(url: URL, allow: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return allow.some((entry) => entry === url.hostname || entry === `${url.hostname}:${port}`);
}

/**
 * Resolves the one address to connect to. The connection must use exactly this address, because a second look-up of the
 * name may give another one.
 *
 * @throws SendError `channel.forbidden-target`, `channel.unreachable`
 */
export async function resolveOutward(url: URL, allow: readonly string[], lookup: Lookup): Promise<Resolved> {
  if (!isAllowedForm(url, allow)) throw new SendError('channel.forbidden-target', '');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = await lookup(host).catch((error: NodeJS.ErrnoException) => {
    throw new SendError('channel.unreachable', error.code ?? '');
  });
  // One internal address is enough to refuse: a name with both kinds is suspicious.
  if (!isListed(url, allow) && !found.every(({ address }) => isPublicAddress(address))) {
    throw new SendError('channel.forbidden-target', '');
  }
  const [first] = found;
  if (first === undefined) throw new SendError('channel.unreachable', 'ENOTFOUND');
  return first;
}
