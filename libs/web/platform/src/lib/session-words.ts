import type { AgendaKind, ContributionRole, PublicContribution, SessionKind } from '@reihe/shared-contracts';
import type { Formats } from '@reihe/web-platform';

export function sessionKindWords(kind: SessionKind): string {
  switch (kind) {
    case 'opening':
      return $localize`:@@programme.kind.opening:Opening`;
    case 'exchange':
      return $localize`:@@programme.kind.exchange:Exchange`;
    case 'peer-advice':
      return $localize`:@@programme.kind.peer-advice:Peer advice`;
    case 'closing':
      return $localize`:@@programme.kind.closing:Closing`;
    case 'extra':
      return $localize`:@@programme.kind.extra:Extra session`;
    case 'course':
      return $localize`:@@programme.kind.course:Course`;
  }
}

export function agendaKindWords(kind: AgendaKind): string {
  switch (kind) {
    case 'talk':
      return $localize`:@@programme.agenda.talk:Talk`;
    case 'experience':
      return $localize`:@@programme.agenda.experience:Experience report`;
    case 'discussion':
      return $localize`:@@programme.agenda.discussion:Discussion`;
    case 'peer-advice':
      return $localize`:@@programme.agenda.peer-advice:Peer advice`;
    case 'break':
      return $localize`:@@programme.agenda.break:Break`;
    case 'other':
      return '';
  }
}

export function roleWords(role: ContributionRole): string {
  switch (role) {
    case 'opening-speaker':
      return $localize`:@@programme.role.opening-speaker:Opening`;
    case 'speaker':
      return $localize`:@@programme.role.speaker:Speaker`;
    case 'moderator':
      return $localize`:@@programme.role.moderator:Moderation`;
    case 'panellist':
      return $localize`:@@programme.role.panellist:Panel`;
    case 'interpreter':
      return $localize`:@@programme.role.interpreter:Interpretation`;
  }
}

/** "Durban, South Africa"; as much of it as is known. */
export function placeWords({ city, country }: PublicContribution, formats: Formats): string {
  return [city, country === null ? '' : formats.countryName(country)].filter(Boolean).join(', ');
}

/** Who it is: a person, or the city, country or organisation that speaks without naming one. */
export function contributorWords(part: PublicContribution, formats: Formats): string {
  return part.name ?? (part.organisation || placeWords(part, formats));
}

/** What stands beside the name: position and organisation, then the place, without what the name says already. */
export function contributorDetails(part: PublicContribution, formats: Formats): string {
  const place = placeWords(part, formats);
  const details =
    part.name === null ? (part.organisation ? [place] : []) : [part.position, part.organisation, place];
  return details.filter(Boolean).join(', ');
}

/** Languages first letter upper case, as in a list of their own. */
export function languageList(tags: readonly string[], formats: Formats): string {
  const words = formats.list(tags.map((tag) => formats.languageName(tag)));
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
