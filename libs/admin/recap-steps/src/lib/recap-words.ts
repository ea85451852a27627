import type { RecapState } from '@reihe/shared-contracts';
import type { StateTone } from '@reihe/web-ui';

export function recapStateWords(state: RecapState): string {
  switch (state) {
    case 'draft':
      return $localize`:@@recap-desk.state.draft:Draft`;
    case 'in-review':
      return $localize`:@@recap-desk.state.in-review:In review`;
    case 'approved':
      return $localize`:@@recap-desk.state.approved:Approved`;
    case 'scheduled':
      return $localize`:@@recap-desk.state.scheduled:Scheduled`;
    case 'published':
      return $localize`:@@recap-desk.state.published:Published`;
    case 'archived':
      return $localize`:@@recap-desk.state.archived:Archived`;
  }
}

export function recapStateTone(state: RecapState): StateTone {
  switch (state) {
    case 'published':
      return 'go';
    case 'in-review':
    case 'approved':
    case 'scheduled':
      return 'wait';
    case 'draft':
    case 'archived':
      return 'quiet';
  }
}
