import {
  Catch,
  HttpException,
  Injectable,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { Problem, ProblemCode } from '@reihe/shared-contracts';
import type { Request, Response } from 'express';
import { DomainError } from './domain-error';

const CODES_BY_STATUS: Partial<Record<number, ProblemCode>> = {
  400: 'request.invalid',
  401: 'auth.required',
  403: 'auth.forbidden',
  404: 'request.not-found',
  405: 'request.not-found',
  413: 'request.too-large',
  415: 'media.unsupported',
  429: 'request.too-many',
  503: 'server.busy',
};

/** The one place where errors become answers: `application/problem+json`, never a stack, always a correlation id. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    const problem = problemOf(error, correlationIdOf(http.getRequest<Request>()));
    if (problem.status >= 500)
      this.logger.error({ err: error, correlationId: problem.correlationId }, problem.code);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    tellWhenToRetry(error, response);
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

/** pg-pool's words, as it gives no code: none became free, or no new one came about. Nothing was done yet then. */
const NO_CONNECTION = [
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
];
const BUSY_SECONDS = 5;

function isOutOfConnections(error: unknown): boolean {
  return error instanceof Error && NO_CONNECTION.includes(error.message);
}

/** Where a refusal says so: the same request may go through then. */
export function tellWhenToRetry(error: unknown, response: Response): void {
  if (isOutOfConnections(error)) response.setHeader('Retry-After', BUSY_SECONDS);
  if (error instanceof DomainError && error.extras.retryAfterSeconds !== undefined) {
    response.setHeader('Retry-After', error.extras.retryAfterSeconds);
  }
}

/** What an error is to the caller; unexpected ones tell nothing but where to look them up. */
export function problemOf(error: unknown, correlationId: string): Problem {
  if (error instanceof DomainError) {
    const { details, fields } = error.extras;
    return {
      ...describe(error.code, error.status, correlationId),
      ...(details && { details }),
      ...(fields && { fields }),
    };
  }
  const status = isOutOfConnections(error) ? 503 : statusOf(error);
  const code = CODES_BY_STATUS[status];
  if (!code) return describe('server.error', 500, correlationId);
  return describe(code, status, correlationId);
}

/** Express' own errors (body parser, multer) carry `status`; Nest's carry getStatus(). */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status: unknown =
    typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : 500;
}

function describe(code: ProblemCode, status: number, correlationId: string): Problem {
  return { type: `urn:reihe:problem:${code}`, title: code, status, code, correlationId };
}

export function correlationIdOf(request: Request): string {
  const { id } = request as Request & { id?: unknown };
  return typeof id === 'string' ? id : '';
}
