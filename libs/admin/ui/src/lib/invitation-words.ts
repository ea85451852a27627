import type { InvitationState } from '@reihe/shared-contracts';
import type { StateTone } from '@reihe/web-ui';

export function invitationWords(state: InvitationState): string {
  switch (state) {
    case 'none':
      return $localize`:@@invitations.state.none:Not invited`;
    case 'invited':
      return $localize`:@@invitations.state.invited:Invited`;
    case 'confirmed':
      return $localize`:@@invitations.state.confirmed:Confirmed`;
    case 'declined':
      return $localize`:@@invitations.state.declined:Declined`;
  }
}

export function invitationTone(state: InvitationState): StateTone {
  const tones = { none: 'quiet', invited: 'wait', confirmed: 'go', declined: 'stop' } as const;
  return tones[state];
}
