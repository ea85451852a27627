import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '@reihe/shared-contracts';
import { failureOf, problemCodeOf } from './problems';
import { failureWords } from './problem-words';

const problem: Problem = {
  type: 'about:blank',
  title: 'Not found',
  status: 404,
  code: 'recap.not-found',
  correlationId: 'c-1',
};

describe('a failure', () => {
  it('carries the problem the API answered with, also when a resource wrapped it', () => {
    const error = new HttpErrorResponse({ status: 404, error: problem });
    expect(failureOf(error)).toEqual({ kind: 'problem', problem });
    expect(problemCodeOf(new Error('wrapped', { cause: error }))).toBe('recap.not-found');
  });

  it('is being offline where nothing answered', () => {
    expect(failureOf(new HttpErrorResponse({ status: 0 }))).toEqual({ kind: 'offline' });
  });

  it.each([
    new Error('x'),
    new HttpErrorResponse({ status: 502, error: '<html>' }),
    { code: 'recap.not-found' },
  ])('is unknown for anything else (%#)', (error) => expect(failureOf(error)).toEqual({ kind: 'unknown' }));

  it('says what to do in words', () => {
    expect(failureWords({ kind: 'offline' })).toMatch(/connection/);
  });
});

it('readers are told in general words what is only for participants and staff', () => {
  const told = (code: Problem['code']) => failureWords({ kind: 'problem', problem: { ...problem, code } });
  expect(told('import.empty')).toBe(told('server.error'));
  expect(told('registration.link-expired')).toBe(told('server.error'));
});

it('a code that only a newer server knows is told to readers in general words', () => {
  const newer = { ...problem, code: 'newer.code' } as unknown as Problem;
  expect(failureWords({ kind: 'problem', problem: newer })).toMatch(/our side/);
});
