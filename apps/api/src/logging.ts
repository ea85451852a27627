import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';

/**
 * Tokens of mailed links stand in paths, searched words in queries: neither reaches a log. Nor does whose page after a session it was:
 * with the time beside it, it would say who gave an anonymous feedback.
 */
export function loggablePath(url: string): string {
  const path = url.split('?')[0] ?? url;
  return path
    .replace(/\/(confirm|manage|join|unsubscribe|release|email|calendar\/mine|after\/files)\/[^/]+/g, '/$1/…')
    .replace(/^(\/\w\w\/after)\/[^/]+(?:\/[^/]+)?/, '$1/…/…')
    .replace(/(\/api\/v\d+\/after)\/(?!files\/)[^/]+/, '$1/…')
    .replace(/^(\/\w\w\/feedback)\/[^/]+/, '$1/…')
    .replace(/^(\/\w\w\/speakers)\/[^/]+/, '$1/…')
    .replace(/\/(recap-previews?)\/[^/]+/, '/$1/…');
}

const CORRELATION_ID = /^[\w-]{8,64}$/;

/**
 * Of an error only what it is and where: a driver hangs the row that failed and the statement's parameters on it, and those are
 * people's data and meeting links.
 */
export function loggableError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, driverError } = error as Error &
    Record<'code' | 'constraint', unknown> & {
      driverError?: { code?: unknown; constraint?: unknown };
    };
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    code: code ?? driverError?.code,
    constraint: constraint ?? driverError?.constraint,
    ...(error.cause !== undefined && { cause: loggableError(error.cause) }),
  };
}

/** Express takes the prefix of a mounted router off the `url` and keeps what was asked for. */
type LoggedRequest = IncomingMessage & { originalUrl?: string };

/** JSON lines: method, path without secrets, status, time, correlation id. No address, header or body. */
export function loggingOptions(level: string): Params {
  return {
    pinoHttp: {
      level,
      genReqId: (request: IncomingMessage, response: ServerResponse) => {
        const given = request.headers['x-request-id'];
        const id = typeof given === 'string' && CORRELATION_ID.test(given) ? given : randomUUID();
        response.setHeader('X-Request-Id', id);
        return id;
      },
      autoLogging: { ignore: (request: IncomingMessage) => request.url?.startsWith('/health/') ?? false },
      customLogLevel: (_request, response, error) =>
        error || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'warn' : 'info',
      serializers: {
        err: loggableError,
        req: ({ id, method, url = '', originalUrl = url }: LoggedRequest) => ({
          id,
          method,
          path: loggablePath(originalUrl),
        }),
        res: ({ statusCode }: ServerResponse) => ({ status: statusCode }),
      },
      // Otherwise all headers are copied first, for each request, to be thrown away.
      wrapSerializers: false,
    },
  };
}
