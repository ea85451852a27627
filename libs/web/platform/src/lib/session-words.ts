import type { AgendaKind, ContributionRole, PublicContribution, SessionKind } from '@reihe/shared-contracts';
import type { Formats } from './formats';

export function sessionKindWords(kind: SessionKind): string {
  switch (kind) {
    case 'opening':
      return $localize`:@@web.kind.opening:Opening`;
    case 'exchange':
      return $localize`:@@web.kind.exchange:Exchange`;
    case 'peer-advice':
      return $localize`:@@web.kind.peer-advice:Peer advice`;
    case 'closing':
      return $localize`:@@web.kind.closing:Closing`;
    case 'extra':
      return $localize`:@@web.kind.extra:Extra session`;
    case 'course':
      return $localize`:@@web.kind.course:Course`;
  }
}

export function agendaKindWords(kind: AgendaKind): string {
  switch (kind) {
    case 'talk':
      return $localize`:@@web.agenda.talk:Talk`;
    case 'experience':
      return $localize`:@@web.agenda.experience:Experience report`;
    case 'discussion':
      return $localize`:@@web.agenda.discussion:Discussion`;
    case 'peer-advice':
      return $localize`:@@web.agenda.peer-advice:Peer advice`;
    case 'break':
      return $localize`:@@web.agenda.break:Break`;
    case 'other':
      return '';
  }
}

export function roleWords(role: ContributionRole): string {
  switch (role) {
    case 'opening-speaker':
      return $localize`:@@web.role.opening-speaker:Opening`;
    case 'speaker':
      return $localize`:@@web.role.speaker:Speaker`;
    case 'moderator':
      return $localize`:@@web.role.moderator:Moderation`;
    case 'panellist':
      return $localize`:@@web.role.panellist:Panel`;
    case 'interpreter':
      return $localize`:@@web.role.interpreter:Interpretation`;
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
