import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';

/** Whose address: a registration's, or a speaker's in a session. */
export type JoinHolder =
  { registrationId: string; speakerId?: never } | { sessionId: string; speakerId: string };

export interface IssuedLink {
  id: string;
  /** Of the registration or of the speaker. */
  holderId: string;
  sealedToken: string;
}

@Injectable()
export class JoinLinksRepository {
  constructor(private readonly database: Database) {}

  ofRegistrations(ids: readonly string[]): Promise<IssuedLink[]> {
    return this.database.often(
      `SELECT id, registration_id AS "holderId", sealed_token AS "sealedToken" FROM join_links
       WHERE is_current AND registration_id = ANY ($1::uuid[])`,
      [ids],
    );
  }

  ofSpeakers(sessionId: string, speakerIds: readonly string[]): Promise<IssuedLink[]> {
    return this.database.query(
      `SELECT id, speaker_id AS "holderId", sealed_token AS "sealedToken" FROM join_links
       WHERE is_current AND session_id = $1 AND speaker_id = ANY ($2::uuid[])`,
      [sessionId, speakerIds],
    );
  }

  /** Two who do this at once for one holder keep one link between them: whoever comes second adds none. */
  async add(links: readonly { holder: JoinHolder; tokenHash: string; sealedToken: string }[]): Promise<void> {
    const of = (holder: JoinHolder) =>
      'registrationId' in holder
        ? { registration: holder.registrationId, session: null, speaker: null }
        : { registration: null, session: holder.sessionId, speaker: holder.speakerId };
    const holders = links.map(({ holder }) => of(holder));
    await this.database.write(
      `INSERT INTO join_links (session_id, registration_id, speaker_id, token_hash, sealed_token, told_starts_at)
       SELECT s.id, h.registration_id, h.speaker_id, h.token_hash, h.sealed_token, s.starts_at
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[])
         AS h (registration_id, session_id, speaker_id, token_hash, sealed_token)
       LEFT JOIN (SELECT id, session_id FROM registrations WHERE id = ANY ($1::uuid[])) r ON r.id = h.registration_id
       JOIN sessions s ON s.id = coalesce(h.session_id, r.session_id)
       ON CONFLICT DO NOTHING`,
      [
        holders.map(({ registration }) => registration),
        holders.map(({ session }) => session),
        holders.map(({ speaker }) => speaker),
        links.map(({ tokenHash }) => tokenHash),
        links.map(({ sealedToken }) => sealedToken),
      ],
    );
  }

  /** They still open, but new mails hold another. */
  async retire(ids: readonly string[]): Promise<void> {
    await this.database.query(`UPDATE join_links SET is_current = false WHERE id = ANY ($1::uuid[])`, [ids]);
  }
}
