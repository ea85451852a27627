import { Client } from 'pg';
import { QueryFailedError } from 'typeorm';
import { isConnectionLost, isOvertaken } from './database-failures';

const withCode = (code: string) => Object.assign(new Error('from the driver'), { code });

describe('a lost connection', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', '08006', '57P01', '53300'])('is told by the code %s', (code) => {
    expect(isConnectionLost(withCode(code))).toBe(true);
    expect(isConnectionLost(new QueryFailedError('SELECT 1', [], withCode(code)))).toBe(true);
  });

  it.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])(
    'is told by the words “%s”',
    (words) => {
      expect(isConnectionLost(new Error(words))).toBe(true);
    },
  );

  it('is what a server that is not there leaves', async () => {
    const client = new Client({ host: '127.0.0.1', port: 1 });
    const refused = await client.connect().catch((error: unknown) => error);
    expect(isConnectionLost(refused)).toBe(true);
  });

  it.each([
    ['a statement that failed', new QueryFailedError('SELECT 1', [], withCode('23514'))],
    ['a deadlock', new QueryFailedError('SELECT 1', [], withCode('40P01'))],
    ['a fault of the program', new TypeError('no such property')],
    ['nothing at all', undefined],
  ])('is not %s', (_what, error) => {
    expect(isConnectionLost(error)).toBe(false);
  });
});

describe('somebody who was first', () => {
  it.each(['40001', '23505'])('is told by the code %s', (code) => {
    expect(isOvertaken(new QueryFailedError('SELECT 1', [], withCode(code)))).toBe(true);
  });

  it.each([withCode('23514'), new Error('no code'), undefined])(
    'is not told by anything else: %s',
    (error) => {
      expect(isOvertaken(error)).toBe(false);
    },
  );
});
