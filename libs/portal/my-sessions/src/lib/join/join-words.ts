import type { JoinPage } from '@reihe/shared-contracts';

export function situationHeading({ situation, holder }: Pick<JoinPage, 'situation' | 'holder'>): string {
  switch (situation) {
    case 'early':
      return $localize`:@@register.join.heading-early:The door is still closed`;
    case 'open':
      return $localize`:@@register.join.heading-open:Come in`;
    case 'over':
      return $localize`:@@register.join.heading-over:This session is over`;
    case 'cancelled':
      return $localize`:@@register.join.heading-cancelled:This session does not take place`;
    case 'waiting-list':
      return $localize`:@@register.join.heading-waiting:You are on the waiting list`;
    case 'awaiting-approval':
      return $localize`:@@register.join.heading-approval:Your registration is not decided yet`;
    case 'no-place':
      return holder === 'speaker'
        ? $localize`:@@register.join.heading-no-part:You have no part in this session`
        : $localize`:@@register.join.heading-no-place:You are no longer registered`;
  }
}
