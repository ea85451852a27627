import type { MailSession } from '@reihe/api-mail';
import { publicPaths, type Language } from '@reihe/shared-contracts';

/** Whom a mail is for: always as the person is known now, not as they registered once. */
export interface Reader {
  participantId: string;
  email: string;
  name: string;
  language: Language;
  timeZone: string;
}

/** A session as one statement gives it; instants of JSON are texts. */
export interface SessionAsJson {
  id: string;
  slug: string;
  title: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
}

/** Of session `s`, its series `y` and the best text for participant `p`. */
export const SESSION_JSON = `
  jsonb_build_object('id', s.id, 'slug', s.slug, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'timeZone', s.time_zone,
    'title', coalesce((
      SELECT t.title FROM session_translations t WHERE t.session_id = s.id
      ORDER BY language_rank(t.language, ARRAY[p.language], y.default_language), t.language LIMIT 1), s.slug))`;

/** Of participant `p`. */
export const READER_COLUMNS = `p.id AS "participantId", p.email, p.name, p.language, p.time_zone AS "timeZone"`;

/** Changes of a session of which nobody has been told yet: what it is then, only they know who wrote them. */
export function openChangesOf(sessionId: string): string {
  return `session_changes o
    WHERE o.session_id = ${sessionId} AND o.undone_at IS NULL AND o.undo_until > clock_timestamp()`;
}

export function mailSessionOf(session: SessionAsJson, language: Language, baseUrl: string): MailSession {
  const { id, slug, title, startsAt, endsAt, timeZone } = session;
  return {
    id,
    title,
    url: baseUrl + publicPaths.session(language, slug),
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    timeZone,
  };
}
