import { QueryFailedError } from 'typeorm';

/** Of the network, of connecting (class 08), of a server that ends (57P01 to 57P03) or takes nobody more (53300). */
const LOST =
  /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|08\w{3}|57P0[123]|53300)$/;
/** Of the driver, which gives these no code. */
const LOST_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client (has encountered a connection error|was closed))/;

/** Whether something failed for want of a connection, not by what was asked: asking otherwise would not help. */
export function isConnectionLost(error: unknown): boolean {
  const { code, message } = causeOf(error);
  return (
    (typeof code === 'string' && LOST.test(code)) || (typeof message === 'string' && LOST_WORDS.test(message))
  );
}

/** Whether somebody else was first: what was seen before a lock holds no more (40001), or another wrote the same (23505). */
export function isOvertaken(error: unknown): boolean {
  const { code } = causeOf(error);
  return code === '40001' || code === '23505';
}

function causeOf(error: unknown): { code?: unknown; message?: unknown } {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return typeof cause === 'object' && cause !== null ? cause : {};
}
