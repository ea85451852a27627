import type { Session } from '@reihe/shared-contracts';

/** Whether a change may be news to anybody: of a draft only speakers who were asked know, and where there are none nobody does. */
export function isKnown({ state, agenda, contributions }: Session): boolean {
  const parts = [...contributions, ...agenda.flatMap((item) => item.contributions)];
  return state !== 'draft' || parts.some(({ speakerId }) => speakerId !== null);
}
