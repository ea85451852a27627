import { deepEqual } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultsOfPromotion, faultsOfQueue, faultsOfRound, type Answered, type Written } from './faults.ts';

const seat = (email: string, decided: number): Written => ({
  session: 's',
  email,
  hasSeat: true,
  isWaiting: false,
  decided,
  queueNumber: null,
});
const waiting = (email: string, decided: number, queueNumber: number): Written => ({
  ...seat(email, decided),
  hasSeat: false,
  isWaiting: true,
  queueNumber,
});
const taken = (email: string): Answered => ({ session: 's', email, status: 202, retryAfter: undefined });
const busy = (email: string, retryAfter?: string): Answered => ({ ...taken(email), status: 503, retryAfter });

describe('the checks after a round', () => {
  it('find nothing wrong where everybody was served or refused honestly', () => {
    const written = [seat('a', 1), seat('b', 2), waiting('c', 3, 1)];
    deepEqual(faultsOfRound([taken('a'), taken('b'), taken('c'), busy('d', '5')], written, 2), []);
    deepEqual(faultsOfQueue(written, 2), []);
  });

  it('find a seat sold twice, and one that nobody got', () => {
    deepEqual(faultsOfRound([taken('a'), taken('b')], [seat('a', 1), seat('b', 2)], 1), [
      's has 2 seats taken, not 1',
    ]);
    deepEqual(faultsOfRound([taken('a'), taken('b')], [seat('a', 1), waiting('b', 2, 1)], 2), [
      's has 1 seats taken, not 2',
    ]);
  });

  it('find who was lost, doubled, or came from nowhere', () => {
    const faults = faultsOfRound([taken('a'), taken('b')], [seat('a', 1), seat('a', 2), seat('x', 3)], 3);
    deepEqual(faults, [
      '2 registrations of s a',
      'b was told to be taken in and has no registration',
      'a registration nobody asked for: s x',
    ]);
  });

  it('find a refusal that was none, and one that does not say when to come again', () => {
    deepEqual(faultsOfRound([busy('a', '5'), busy('b')], [seat('a', 1)], 1), [
      'a was told to come again and has a registration',
      'b was not told when to come again',
    ]);
    deepEqual(faultsOfRound([{ ...taken('a'), status: 500 }], [], 1), ['a was answered 500']);
  });

  it('find a queue in another order than that of coming, and who is in no state', () => {
    deepEqual(faultsOfQueue([seat('a', 1), waiting('b', 2, 9), waiting('c', 3, 8)], 1), [
      's: the queue is not in the order of coming',
    ]);
    deepEqual(faultsOfQueue([seat('a', 1), { ...waiting('b', 2, 1), isWaiting: false }], 1), [
      's: 1 neither have a seat nor wait',
    ]);
  });

  it('find others promoted than those who waited longest, or in another order', () => {
    const before = [seat('a', 1), waiting('b', 2, 1), waiting('c', 3, 2), waiting('d', 4, 3)];
    const promoted = (...emails: string[]) => emails.map((email) => ({ session: 's', email }));
    deepEqual(faultsOfPromotion(before, promoted('b', 'c'), 2), []);
    const fault = ['s: not the 2 who waited longest were promoted in their order'];
    deepEqual(faultsOfPromotion(before, promoted('c', 'b'), 2), fault);
    deepEqual(faultsOfPromotion(before, promoted('b', 'd'), 2), fault);
    deepEqual(faultsOfPromotion(before, promoted('b'), 2), fault);
  });
});
