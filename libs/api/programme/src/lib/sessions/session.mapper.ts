import { randomUUID } from 'node:crypto';
import type {
  AgendaItemRow,
  AgendaItemTranslationRow,
  ContributionRow,
  ContributionTranslationRow,
  SessionCategoryRow,
  SessionRegionRow,
  SessionRow,
  SessionTranslationRow,
} from '@reihe/api-persistence';
import { orEmpty, textsOf } from '@reihe/api-platform';
import {
  NO_MEETING,
  type Contribution,
  type SaveContribution,
  type SaveMeetingAccess,
  type SaveSession,
  type Session,
} from '@reihe/shared-contracts';
import type { SessionFacts } from '@reihe/shared-policies';

/** What of a part is saved with its session; its invitation is not. */
type SavedContribution = Pick<
  ContributionRow,
  'id' | 'sessionId' | 'agendaItemId' | 'position' | 'speakerId' | 'role' | 'city' | 'country'
>;

/** Everything that is saved with a session and belongs to it alone. */
export interface SessionParts {
  translations: Omit<SessionTranslationRow, 'session'>[];
  regions: Omit<SessionRegionRow, 'session' | 'region'>[];
  categories: Omit<SessionCategoryRow, 'session' | 'category'>[];
  agenda: Omit<AgendaItemRow, 'session'>[];
  agendaTranslations: Omit<AgendaItemTranslationRow, 'agendaItem'>[];
  contributions: SavedContribution[];
  contributionTranslations: Omit<ContributionTranslationRow, 'contribution'>[];
}

type OwnParts = Pick<Session, 'agenda' | 'contributions'>;

export function sessionRowOf(body: SaveSession, times: { startsAt: Date; endsAt: Date }) {
  return {
    seriesId: body.seriesId,
    slug: body.slug,
    kind: body.kind,
    startsLocal: body.startsLocal,
    endsLocal: body.endsLocal,
    timeZone: body.timeZone,
    ...times,
    languages: [...new Set(body.languages)],
    interpretation: [...new Set(body.interpretation)],
    capacity: body.capacity ?? null,
    registrationOpensAt: instant(body.registrationOpensAt),
    registrationClosesAt: instant(body.registrationClosesAt),
    ...meetingRowOf(body.meeting),
  } satisfies Partial<SessionRow>;
}

function meetingRowOf(meeting: SaveMeetingAccess) {
  return {
    meetingProvider: meeting.provider || NO_MEETING.provider, // eslint-disable-line @typescript-eslint/prefer-nullish-coalescing -- forms send '' for none
    meetingUrl: orEmpty(meeting.url),
    meetingNumber: orEmpty(meeting.meetingId),
    meetingPasscode: orEmpty(meeting.passcode),
    meetingDialIn: (meeting.dialIn ?? []).map(({ label, number, pin }) => ({
      label,
      number,
      pin: orEmpty(pin),
    })),
    meetingHostNotes: orEmpty(meeting.hostNotes),
    meetingAccount: orEmpty(meeting.account),
    meetingOpensBefore: meeting.opensBefore ?? NO_MEETING.opensBefore,
  } satisfies Partial<SessionRow>;
}

/** @param before parts that it had keep their ids, so that two edits of one part are known as such */
export function sessionPartsOf(sessionId: string, body: SaveSession, before?: OwnParts): SessionParts {
  const known = knownIds(before);
  const parts: SessionParts = {
    translations: textsOf(body.translations).map(([language, text]) => ({
      sessionId,
      language,
      title: text.title,
      abstract: orEmpty(text.abstract),
    })),
    regions: [...new Set(body.regionIds)].map((regionId) => ({ sessionId, regionId })),
    categories: [...new Set(body.categoryIds)].map((categoryId) => ({ sessionId, categoryId })),
    agenda: [],
    agendaTranslations: [],
    contributions: [],
    contributionTranslations: [],
  };
  for (const [position, item] of body.agenda.entries()) {
    const { kind, startsAfter, durationMinutes } = item;
    const agendaItemId = idOf(item, known);
    parts.agenda.push({ id: agendaItemId, sessionId, position, kind, startsAfter, durationMinutes });
    for (const [language, text] of textsOf(item.translations)) {
      const description = orEmpty(text.description);
      parts.agendaTranslations.push({ agendaItemId, language, title: text.title, description });
    }
    addContributions(parts, item.contributions, { sessionId, agendaItemId }, known);
  }
  addContributions(parts, body.contributions, { sessionId, agendaItemId: null }, known);
  return parts;
}

function addContributions(
  parts: SessionParts,
  contributions: readonly SaveContribution[],
  owner: { sessionId: string; agendaItemId: string | null },
  known: Set<string>,
): void {
  for (const [position, contribution] of contributions.entries()) {
    const contributionId = idOf(contribution, known);
    parts.contributions.push({
      id: contributionId,
      ...owner,
      position,
      speakerId: contribution.speakerId ?? null,
      role: contribution.role,
      city: orEmpty(contribution.city),
      country: contribution.country || null, // eslint-disable-line @typescript-eslint/prefer-nullish-coalescing -- forms send '' for none
    });
    for (const [language, text] of textsOf(contribution.translations)) {
      parts.contributionTranslations.push({
        contributionId,
        language,
        position: orEmpty(text.position),
        organisation: orEmpty(text.organisation),
        topic: orEmpty(text.topic),
      });
    }
  }
}

function knownIds(session?: OwnParts): Set<string> {
  const agenda = session?.agenda ?? [];
  const contributions = [...(session?.contributions ?? []), ...agenda.flatMap((item) => item.contributions)];
  return new Set([...agenda, ...contributions].map(({ id }) => id));
}

/** Each id once, and none of another session. */
function idOf({ id }: { id?: string }, known: Set<string>): string {
  return id !== undefined && known.delete(id) ? id : randomUUID();
}

export function factsOf({ state, startsAt, endsAt, translations }: Session): SessionFacts {
  return { state, startsAt: new Date(startsAt), endsAt: new Date(endsAt), translations };
}

/** What the audit log keeps of a session: people by reference, the meeting link not at all. */
export function auditableSession({
  id: _id,
  version: _version,
  counts: _counts,
  meeting,
  agenda,
  contributions,
  ...kept
}: Session) {
  return {
    ...kept,
    hasMeetingLink: meeting.url !== '',
    agenda: agenda.map(({ id: _itemId, contributions: parts, ...item }) => ({
      ...item,
      contributions: parts.map(auditableContribution),
    })),
    contributions: contributions.map(auditableContribution),
  };
}

function auditableContribution({ speakerId, role }: Contribution) {
  return { speakerId, role };
}

/** Times of rows are cut to the second: that is what a session's window is about. */
function instant(text: string | null | undefined): Date | null {
  return text ? new Date(Math.floor(Date.parse(text) / 1000) * 1000) : null;
}
