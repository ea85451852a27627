import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { SESSION_FACTS, sessionOfJson, type SessionAsJson } from '@reihe/api-seats';
import type { SpeakerOfSession } from './told-reader';

/** Who takes part in a session and can be written to; who declined does not, and of a draft who was not asked knows nothing. */
@Injectable()
export class SpeakersOfSession {
  constructor(private readonly database: Database) {}

  async all(sessionId: string): Promise<SpeakerOfSession[]> {
    const speakers = await this.database.query<
      Omit<SpeakerOfSession, 'session'> & { session: SessionAsJson }
    >(
      `SELECT p.id, p.email, trim(p.title || ' ' || p.name) AS name, coalesce(p.language, y.default_language) AS language, p.roles,
              ${SESSION_FACTS} AS session
       FROM (
         SELECT k.email, k.title, k.name, k.id, k.language, c.session_id, array_agg(DISTINCT c.role) AS roles
         FROM contributions c
         JOIN speakers k ON k.id = c.speaker_id
         JOIN sessions o ON o.id = c.session_id
         WHERE c.session_id = $1 AND k.email <> '' AND c.invitation_state <> 'declined'
           AND (c.invitation_state <> 'none' OR o.state <> 'draft')
         GROUP BY k.id, c.session_id
       ) p
       JOIN sessions s ON s.id = p.session_id
       JOIN series y ON y.id = s.series_id
       LEFT JOIN LATERAL (
         SELECT x.title, x.language FROM session_translations x WHERE x.session_id = s.id
         ORDER BY x.language = p.language DESC NULLS LAST, x.language = y.default_language DESC, x.language LIMIT 1
       ) t ON true
       ORDER BY p.name, p.id`,
      [sessionId],
    );
    return speakers.map((speaker) => ({ ...speaker, session: sessionOfJson(speaker.session) }));
  }
}
