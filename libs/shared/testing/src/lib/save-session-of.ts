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
    agenda: agenda.map(({ id, kind, startsAfter, durationMinutes, translations, contributions: parts }) => ({
      id,
      kind,
      startsAfter,
      durationMinutes,
      translations,
      contributions: parts.map(asSaved),
    })),
    contributions: contributions.map(asSaved),
  };
}

function asSaved({ id, speakerId, role, city, country, translations }: Contribution): SaveContribution {
  return { id, speakerId, role, city, country, translations };
}
