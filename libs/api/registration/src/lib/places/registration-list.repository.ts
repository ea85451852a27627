import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { likeText } from '@reihe/api-platform';
import type { RegistrationsOfSession, RegistrationState } from '@reihe/shared-contracts';

export interface RegistrationFilter {
  state?: RegistrationState | undefined;
  q?: string | undefined;
}

type ListedRegistrations = Pick<RegistrationsOfSession, 'items' | 'total' | 'joinHints'>;

@Injectable()
export class RegistrationListRepository {
  constructor(private readonly database: Database) {}

  /** One statement: the page, its total, who pressed "Join", and each place on the waiting list as seen over the whole list. null: no such session. */
  async page(
    sessionId: string,
    { state, q }: RegistrationFilter,
    offset: number,
    limit: number,
  ): Promise<ListedRegistrations | null> {
    const [page] = await this.database.query<ListedRegistrations>(
      `WITH listed AS (
         SELECT r.id, r.participant_id, r.state, r.name, coalesce(p.email, '') AS email, r.organisation, r.job_position,
                r.city, r.country, r.language, r.created_at,
                CASE WHEN r.state = 'waitlisted'
                  THEN row_number() OVER (PARTITION BY r.state = 'waitlisted' ORDER BY r.queue_number)
                END AS place
         FROM registrations r
         JOIN participants p ON p.id = r.participant_id
         WHERE r.session_id = $1
       ), matching AS (
         SELECT * FROM listed
         WHERE ($2::text IS NULL OR state = $2)
           AND ($3::text IS NULL OR concat_ws(' ', name, email, organisation, job_position, city) ILIKE $3)
       ), page AS (
         SELECT * FROM matching ORDER BY created_at, id OFFSET $4 LIMIT $5
       )
       SELECT (SELECT count(*)::int FROM matching) AS total,
              (SELECT count(*)::int FROM join_hints WHERE session_id = $1) AS "joinHints",
              coalesce((
                SELECT jsonb_agg(jsonb_build_object(
                  'id', id, 'participantId', participant_id, 'state', state, 'name', name, 'email', email,
                  'organisation', organisation, 'position', job_position, 'city', city, 'country', country,
                  'language', language, 'place', place,
                  'registeredAt', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                  'joinHint', (
                    SELECT jsonb_build_object(
                      'firstAt', iso_instant(h.first_at), 'lastAt', iso_instant(h.last_at), 'presses', h.presses)
                    FROM join_hints h WHERE h.registration_id = page.id)
                ) ORDER BY created_at, id) FROM page
              ), '[]') AS items
       FROM sessions WHERE id = $1`,
      [sessionId, state ?? null, q ? `%${likeText(q)}%` : null, offset, limit],
    );
    return page ?? null;
  }
}
