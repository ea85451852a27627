import type { AgendaKind, ContributionRole, SessionState } from '@reihe/shared-contracts';
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

export function agendaKindWords(kind: AgendaKind): string {
  switch (kind) {
    case 'talk':
      return $localize`:@@programme.agenda-kind.talk:Talk`;
    case 'experience':
      return $localize`:@@programme.agenda-kind.experience:Experience report`;
    case 'discussion':
      return $localize`:@@programme.agenda-kind.discussion:Discussion`;
    case 'peer-advice':
      return $localize`:@@programme.agenda-kind.peer-advice:Peer advice`;
    case 'break':
      return $localize`:@@programme.agenda-kind.break:Break`;
    case 'other':
      return $localize`:@@programme.agenda-kind.other:Other`;
  }
}

export function roleWords(role: ContributionRole): string {
  switch (role) {
    case 'opening-speaker':
      return $localize`:@@programme.role.opening-speaker:Opening speaker`;
    case 'speaker':
      return $localize`:@@programme.role.speaker:Speaker`;
    case 'moderator':
      return $localize`:@@programme.role.moderator:Moderator`;
    case 'panellist':
      return $localize`:@@programme.role.panellist:Panellist`;
    case 'interpreter':
      return $localize`:@@programme.role.interpreter:Interpreter`;
  }
}
