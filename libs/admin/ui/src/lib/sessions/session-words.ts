import type { SessionState } from '@reihe/shared-contracts';
import type { StateTone } from '@reihe/web-ui';

export function sessionStateWords(state: SessionState): string {
  switch (state) {
    case 'draft':
      return $localize`:@@programme.session-state.draft:Draft`;
    case 'published':
      return $localize`:@@programme.session-state.published:Published`;
    case 'held':
      return $localize`:@@programme.session-state.held:Held`;
    case 'cancelled':
      return $localize`:@@programme.session-state.cancelled:Cancelled`;
  }
}

export function sessionStateTone(state: SessionState): StateTone {
  const tones = { draft: 'wait', published: 'go', held: 'quiet', cancelled: 'stop' } as const;
  return tones[state];
}
