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
/** Of looks at what is there, of which nothing is received. */
const LONGEST_LOOK_MS = 10_000;
const LOOKS_AT_ONCE = 8;

export type FetchFailure = 'address-not-allowed' | 'unreachable' | 'too-large';

export class FetchFailed extends Error {
  constructor(readonly failure: FetchFailure) {
    super(failure);
  }
}

/**
 * Asks other hosts for files, at an editor's wish: of the public net alone, whatever names and redirects say, never more than
 * asked for, a few at once. The address that was looked at is the one that is connected to.
 */
@Injectable()
export class PublicFetcher {
  private readonly isReachable: Reachable;
  private readonly files = new Turns(AT_ONCE);
  private readonly looks = new Turns(LOOKS_AT_ONCE);

  constructor(@Optional() @Inject(REACHABLE) reachable?: Reachable) {
    this.isReachable = reachable ?? ((address, port) => isPublicAddress(address) && PORTS.includes(port));
  }

  /** @param most bytes; more end it @throws FetchFailed */
  get(address: string, most: number): Promise<Uint8Array> {
    return this.files.take(async () => {
      const response = await this.arrive(address, 'GET', AbortSignal.timeout(LONGEST_MS));
      if (response.statusCode === 200) return receive(response, most);
      response.destroy();
      throw new FetchFailed('unreachable');
    });
  }

  /**
   * What the host answers, in the end, where somebody asks for the address: by HEAD, and by GET where that says no, for some hosts know
   * no HEAD. Eight at once. @returns an HTTP status @throws FetchFailed
   */
  look(address: string): Promise<number> {
    return this.looks.take(async () => {
      const signal = AbortSignal.timeout(LONGEST_LOOK_MS);
      const status = async (method: 'HEAD' | 'GET') => {
        const response = await this.arrive(address, method, signal);
        response.destroy();
        return response.statusCode ?? 0;
      };
      const head = await status('HEAD').catch((error: unknown) => {
        if (error instanceof FetchFailed && error.failure === 'address-not-allowed') throw error;
        return null;
      });
      return head !== null && head < 400 ? head : status('GET');
    });
  }

  /** The answer behind all redirects, each of which is looked at anew. */
  private async arrive(
    address: string,
    method: 'HEAD' | 'GET',
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    let next = address;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const url = allowedUrl(next);
      const response = await this.ask(url, await this.pinned(url, signal), method, signal);
      const { statusCode = 0, headers } = response;
      const isRedirect = statusCode >= 300 && statusCode < 400;
      if (!isRedirect || !headers.location || !URL.canParse(headers.location, url.href)) return response;
      response.destroy();
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

  private ask(
    url: URL,
    address: string,
    method: 'HEAD' | 'GET',
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    const family = isIPv6(address) ? 6 : 4;
    const pin: LookupFunction = (_host, options, answer) => {
      if (options.all) answer(null, [{ address, family }]);
      else answer(null, address, family);
    };
    const options: RequestOptions = {
      method,
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

/** So many at once; who comes later waits. */
class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly most: number) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    while (this.running >= this.most) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
    try {
      return await work();
    } catch (error) {
      throw error instanceof FetchFailed ? error : new FetchFailed('unreachable');
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
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
