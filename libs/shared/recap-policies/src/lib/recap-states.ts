import type { RecapState } from '@reihe/shared-contracts';

/** An archived recap is history: readable for good, changed no more. */
export function canEditRecap(state: RecapState): boolean {
  return state !== 'archived';
}

export function canSubmitRecap(state: RecapState): boolean {
  return state === 'draft';
}

export function canSendBackRecap(state: RecapState): boolean {
  return state === 'in-review';
}

/** Also once published: that makes a new revision. Whether it is complete enough is `recapGaps`. */
export function canPublishRecap(state: RecapState): boolean {
  return state === 'in-review' || state === 'scheduled' || state === 'published';
}

export function canArchiveRecap(state: RecapState): boolean {
  return state === 'published';
}
