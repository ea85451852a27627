import type { Me, RecapState } from '@reihe/shared-contracts';

/**
 * The only ways from one state to another; a trigger of the database refuses all others (`recap_moves`). What is published keeps
 * its state when it is published again.
 */
export const RECAP_MOVES: Readonly<Record<RecapState, readonly RecapState[]>> = {
  draft: ['in-review'],
  'in-review': ['draft', 'approved'],
  approved: ['draft', 'in-review', 'scheduled', 'published'],
  scheduled: ['draft', 'in-review', 'approved', 'published'],
  published: ['archived'],
  archived: [],
};

/** What was approved is what readers get: to change it, it is taken back into review. An archived recap is history. */
export function canEditRecap(state: RecapState): boolean {
  return state === 'draft' || state === 'in-review' || state === 'published';
}

export function canSubmitRecap(state: RecapState): boolean {
  return state === 'draft';
}

export function canApproveRecap(state: RecapState): boolean {
  return state === 'in-review';
}

/**
 * Four eyes: whoever wrote last does not approve alone, unless they answer for everything here.
 * @param lastWriterId null: nobody of the staff, a draft that nobody has touched yet
 */
export function mayApproveRecap(
  lastWriterId: string | null,
  { id, roles }: Pick<Me, 'id' | 'roles'>,
): boolean {
  return lastWriterId !== id || roles.includes('administrator');
}

export function canSendBackRecap(state: RecapState): boolean {
  return state === 'in-review' || state === 'approved' || state === 'scheduled';
}

/** Takes the approval back, so that the text can be changed. */
export function canReopenRecap(state: RecapState): boolean {
  return state === 'approved' || state === 'scheduled';
}

/** Also for another minute than before. */
export function canScheduleRecap(state: RecapState): boolean {
  return state === 'approved' || state === 'scheduled';
}

export function canUnscheduleRecap(state: RecapState): boolean {
  return state === 'scheduled';
}

/** Also once published: that makes a new revision, without another review. Whether it is complete enough is `recapGaps`. */
export function canPublishRecap(state: RecapState): boolean {
  return state === 'approved' || state === 'scheduled' || state === 'published';
}

export function canArchiveRecap(state: RecapState): boolean {
  return state === 'published';
}
