import { lookup } from 'node:dns/promises';
import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, isIPv6, type LookupFunction } from 'node:net';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { isPublicAddress } from './public-address';

/** Whether a host may be asked for something; given by specs alone, whose hosts are on the same machine. */
export type Reachable = (address: string, port: number) => boolean;
export const REACHABLE = Symbol('REACHABLE');

const PORTS: readonly number[] = [80, 443];
const MOST_REDIRECTS = 5;
const LONGEST_MS = 20_000;
const AT_ONCE = 2;

export type FetchFailure = 'address-not-allowed' | 'unreachable' | 'too-large';

export class FetchFailed extends Error {
  constructor(readonly failure: FetchFailure) {
    super(failure);
  }
}

/**
 * Asks other hosts for files, at an editor's wish: of the public net alone, whatever names and redirects say, never more than
 * asked for, two at once. The address that was looked at is the one that is connected to.
 */
@Injectable()
export class PublicFetcher {
  private readonly isReachable: Reachable;
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(@Optional() @Inject(REACHABLE) reachable?: Reachable) {
    this.isReachable = reachable ?? ((address, port) => isPublicAddress(address) && PORTS.includes(port));
  }

  /** @param most bytes; more end it @throws FetchFailed */
  async get(address: string, most: number): Promise<Uint8Array> {
    await this.turn();
    try {
      return await this.follow(address, most, AbortSignal.timeout(LONGEST_MS));
    } catch (error) {
      throw error instanceof FetchFailed ? error : new FetchFailed('unreachable');
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    while (this.running >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
  }

  private async follow(address: string, most: number, signal: AbortSignal): Promise<Uint8Array> {
    let next = address;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const url = allowedUrl(next);
      const response = await this.ask(url, await this.pinned(url, signal), signal);
      const { statusCode = 0, headers } = response;
      if (statusCode === 200) return receive(response, most);
      response.destroy();
      if (statusCode < 300 || statusCode >= 400 || !headers.location) break;
      if (!URL.canParse(headers.location, url.href)) break;
      next = new URL(headers.location, url.href).href;
    }
    throw new FetchFailed('unreachable');
  }

  /** The one address that is connected to. Where a name has several, each must be allowed: none is tried to see. */
  private async pinned(url: URL, signal: AbortSignal): Promise<string> {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const found = isIP(host)
      ? [host]
      : (await ended(lookup(host, { all: true }), signal)).map((one) => one.address);
    const port = portOf(url);
    if (found.length === 0 || !found.every((one) => this.isReachable(one, port)))
      throw new FetchFailed('address-not-allowed');
    return found[0] ?? '';
  }

  private ask(url: URL, address: string, signal: AbortSignal): Promise<IncomingMessage> {
    const family = isIPv6(address) ? 6 : 4;
    const pin: LookupFunction = (_host, options, answer) => {
      if (options.all) answer(null, [{ address, family }]);
      else answer(null, address, family);
    };
    const options: RequestOptions = {
      method: 'GET',
      agent: false,
      lookup: pin,
      signal,
      headers: { 'User-Agent': 'Reihe', Accept: '*/*', 'Accept-Encoding': 'identity' },
    };
    return new Promise((resolve, reject) => {
      const request = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, options, resolve);
      request.on('error', reject);
      request.end();
    });
  }
}

function allowedUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new FetchFailed('address-not-allowed');
  return url;
}

function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

/** Looking up a name cannot be stopped, but need not be waited for. */
function ended<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(new FetchFailed('unreachable'));
      });
    }),
  ]);
}

async function receive(response: IncomingMessage, most: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > most) throw new FetchFailed('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
