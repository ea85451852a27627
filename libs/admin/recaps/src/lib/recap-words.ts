import type { RecapGap, RecapState } from '@reihe/shared-contracts';
import type { StateTone } from '@reihe/web-ui';

export function recapStateWords(state: RecapState): string {
  switch (state) {
    case 'draft':
      return $localize`:@@recap-desk.state.draft:Draft`;
    case 'in-review':
      return $localize`:@@recap-desk.state.in-review:In review`;
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
    case 'scheduled':
      return 'wait';
    case 'draft':
    case 'archived':
      return 'quiet';
  }
}

/** What is missing before a recap can be published, and how to mend it. */
export function gapWords(gap: RecapGap): string {
  switch (gap.code) {
    case 'no-session':
      return $localize`:@@recap-desk.gap.session:Choose at least one session it looks back on`;
    case 'no-default-language':
      return $localize`:@@recap-desk.gap.language:Write it in the series’ main language`;
    case 'no-title':
      return $localize`:@@recap-desk.gap.title:Give it a title`;
    case 'no-lead':
      return $localize`:@@recap-desk.gap.lead:Write a lead`;
    case 'no-body':
      return $localize`:@@recap-desk.gap.body:Write the text`;
    case 'no-lead-image':
      return $localize`:@@recap-desk.gap.image:Choose a lead picture`;
    case 'no-alt-text':
      return $localize`:@@recap-desk.gap.alt:Describe a picture in words (alt text)`;
    case 'no-credit':
      return $localize`:@@recap-desk.gap.credit:Name who made a picture (credit)`;
    case 'no-byline':
      return $localize`:@@recap-desk.gap.byline:Name who wrote it`;
  }
}
