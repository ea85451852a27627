import { FIELD_ERROR_CODES, PROBLEM_CODES, type Problem } from '@reihe/shared-contracts';
import { fieldErrorWords } from './field-words';
import { participantFailureWords } from './participant-problem-words';
import { staffFailureWords, staffProblemWords } from './staff-problem-words';

const problem: Problem = {
  type: 'about:blank',
  title: 'Gone',
  status: 410,
  code: 'registration.link-expired',
  correlationId: 'c-1',
};

it('participants are told what happened to their link, and in general words what is only for staff', () => {
  const told = (code: Problem['code']) =>
    participantFailureWords({ kind: 'problem', problem: { ...problem, code } });
  expect(told('registration.link-expired')).toMatch(/expired/);
  expect(told('import.empty')).toBe(told('server.error'));
});

it('a code that only a newer server knows is told in general words', () => {
  const newer = { ...problem, code: 'newer.code' } as unknown as Problem;
  for (const words of [participantFailureWords, staffFailureWords])
    expect(words({ kind: 'problem', problem: newer })).toMatch(/our side/);
});

it.each(PROBLEM_CODES)('%s has words', (code) => {
  expect(staffProblemWords(code)).toMatch(/\.$/);
});

it.each(FIELD_ERROR_CODES)('the field error %s has words', (code) => {
  expect(fieldErrorWords(code, 3)).toMatch(/\.$/);
});

it('a field error names the bound that was missed', () => {
  expect(fieldErrorWords('too-short', 3)).toContain('3');
});
