import { Agent, request as send } from 'node:http';
import type { RenderContext } from '@reihe/web-platform';

const connections = new Agent({ keepAlive: true });

/** Reads the API over loopback; by `node:http`, which takes half of what `fetch` takes, and every page waits for it. */
export function apiAt(origin: string): RenderContext['fetchApi'] {
  return async (path, request) => {
    try {
      return await ask(origin + path, request);
    } catch (error) {
      // The API had closed the connection just before it was used again; nothing was done yet, so it may be asked anew.
      if (error instanceof StaleConnection) return ask(origin + path, request);
      throw error;
    }
  };
}

class StaleConnection extends Error {}

type Ask = Parameters<RenderContext['fetchApi']>[1];

function ask(address: string, { method, headers, body }: Ask): ReturnType<RenderContext['fetchApi']> {
  return new Promise((resolve, reject) => {
    const asked = send(address, {
      agent: connections,
      method,
      // An answer that stays on the machine is not worth compressing.
      headers: { ...headers, 'accept-encoding': 'identity' },
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      reject(asked.reusedSocket && error.code === 'ECONNRESET' ? new StaleConnection() : error);
    });
    asked.on('response', (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        resolve({
          status: answer.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
          ),
          text: Buffer.concat(parts).toString(),
        });
      });
    });
    asked.end(body ?? undefined);
  });
}
