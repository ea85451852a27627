import type { SessionState } from '@reihe/shared-contracts';

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
