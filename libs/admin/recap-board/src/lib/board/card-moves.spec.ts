import type { Me, Permission } from '@reihe/shared-contracts';
import { may } from '@reihe/shared-policies';
import { cardMoves, nearestMove } from './card-moves';

const me = (role: Me['roles'][number]): Me => ({
  id: 'me',
  email: 'me@example.org',
  name: 'Me',
  roles: [role],
  language: 'en',
});
const movesOf = (card: Partial<Parameters<typeof cardMoves>[0]>, role: Me['roles'][number] = 'editor') =>
  cardMoves(
    { state: 'draft', lastWriter: null, hasUnpublishedChanges: false, ...card },
    me(role),
    (permission: Permission) => may([role], permission),
  );
const kinds = (...args: Parameters<typeof movesOf>) => movesOf(...args).map(({ kind }) => kind);

describe('where a card can go', () => {
  it('is one step on, or back', () => {
    expect(kinds({ state: 'draft' })).toEqual(['submit']);
    expect(kinds({ state: 'in-review' })).toEqual(['approve', 'sendBack']);
    expect(kinds({ state: 'approved' })).toEqual(['schedule', 'publish', 'reopen', 'sendBack']);
    expect(kinds({ state: 'scheduled' })).toEqual(['publish', 'unschedule', 'reopen', 'sendBack']);
    expect(kinds({ state: 'published' })).toEqual([]);
    expect(kinds({ state: 'published', hasUnpublishedChanges: true })).toEqual(['publish']);
  });

  it('is not to be approved by who wrote last, administrators apart', () => {
    const own = { state: 'in-review', lastWriter: { id: 'me', name: 'Me' } } as const;
    expect(kinds(own)).toEqual(['sendBack']);
    expect(kinds(own, 'administrator')).toEqual(['approve', 'sendBack']);
  });

  it('is nowhere for an organiser', () => {
    expect(kinds({ state: 'in-review' }, 'organiser')).toEqual([]);
  });

  it('is the next column where an arrow key points', () => {
    const approved = movesOf({ state: 'approved' });
    expect(nearestMove('approved', approved, 'right')?.kind).toBe('schedule');
    expect(nearestMove('approved', approved, 'left')?.kind).toBe('reopen');
    expect(nearestMove('draft', movesOf({ state: 'draft' }), 'left')).toBeNull();
    expect(nearestMove('scheduled', movesOf({ state: 'scheduled' }), 'left')?.kind).toBe('unschedule');
  });
});
