import type { Contribution, SaveContribution, SaveSession, Session } from '@reihe/shared-contracts';

/** What a form sends to save a session as it was read. */
export function saveSessionOf({ agenda, contributions, ...session }: Session): SaveSession {
  return {
    version: session.version,
    seriesId: session.seriesId,
    slug: session.slug,
    kind: session.kind,
    startsLocal: session.startsLocal,
    endsLocal: session.endsLocal,
    timeZone: session.timeZone,
    languages: session.languages,
    interpretation: session.interpretation,
    regionIds: session.regionIds,
    categoryIds: session.categoryIds,
    capacity: session.capacity,
    registrationOpensAt: session.registrationOpensAt,
    registrationClosesAt: session.registrationClosesAt,
    meeting: session.meeting,
    translations: session.translations,
    agenda: agenda.map(({ kind, startsAfter, durationMinutes, translations, contributions: parts }) => ({
      kind,
      startsAfter,
      durationMinutes,
      translations,
      contributions: parts.map(withoutId),
    })),
    contributions: contributions.map(withoutId),
  };
}

function withoutId({ speakerId, role, city, country, translations }: Contribution): SaveContribution {
  return { speakerId, role, city, country, translations };
}
