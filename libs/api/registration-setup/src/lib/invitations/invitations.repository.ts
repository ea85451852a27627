import { Injectable } from '@nestjs/common';
import { Database, InvitationCodeRow, InvitedAddressRow } from '@reihe/api-persistence';
import { likeText, type ListRows, offsetOf, oneRow, type PageQuery } from '@reihe/api-platform';
import type { RegistrationOwner } from '@reihe/shared-contracts';
import type { InvitationCode, InvitedAddress } from '@reihe/shared-registration';
import { ownerColumn, ownerColumns } from '../owner';

/** People are counted once, however many sessions they registered for. */
const CODES = `
  SELECT c.id, c.code, c.note, c.max_uses AS "maxUses", iso_instant(c.expires_at) AS "expiresAt",
         iso_instant(c.revoked_at) AS "revokedAt", iso_instant(c.created_at) AS "createdAt", (
           SELECT count(DISTINCT r.participant_id)::int FROM registrations r
           WHERE r.invitation_code_id = c.id
             AND r.state IN ('unverified', 'awaiting-approval', 'confirmed', 'waitlisted')) AS uses
  FROM invitation_codes c`;

@Injectable()
export class InvitationsRepository {
  constructor(private readonly database: Database) {}

  /** The newest first; revoked ones after those that hold. */
  codes(owner: RegistrationOwner): Promise<InvitationCode[]> {
    return this.database.query<InvitationCode>(
      `${CODES} WHERE c.${ownerColumn(owner)} = $1 ORDER BY c.revoked_at IS NOT NULL, c.created_at DESC, c.id`,
      [owner.id],
    );
  }

  async addCode(
    owner: RegistrationOwner,
    code: Pick<InvitationCodeRow, 'id' | 'code' | 'codeKey' | 'note' | 'maxUses' | 'expiresAt' | 'createdAt'>,
  ): Promise<void> {
    await this.database.of(InvitationCodeRow).insert({ ...code, ...ownerColumns(owner) });
  }

  /** Who it was of; null: there is none, or it was revoked before. */
  async revoke(id: string, now: Date): Promise<RegistrationOwner | null> {
    const [revoked] = await this.database.query<{ series: string | null; session: string | null }>(
      `WITH revoked AS (
         UPDATE invitation_codes SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL
         RETURNING series_id AS series, session_id AS session
       ) SELECT series, session FROM revoked`,
      [id, now],
    );
    return revoked ? ownerOf(revoked) : null;
  }

  async hasCode(id: string): Promise<boolean> {
    return this.database.of(InvitationCodeRow).existsBy({ id });
  }

  /** Domains first, then by the letters of the address as they stand: `_` is one of them. */
  async addresses(owner: RegistrationOwner, query: PageQuery): Promise<ListRows<InvitedAddress>> {
    return oneRow(
      await this.database.query<ListRows<InvitedAddress>>(
        `WITH found AS (
           SELECT * FROM invited_addresses WHERE ${ownerColumn(owner)} = $1 AND ($2 = '' OR pattern LIKE $2)
         )
         SELECT (SELECT count(*)::int FROM found) AS total, coalesce((
           SELECT jsonb_agg(jsonb_build_object(
             'id', id, 'pattern', pattern, 'createdAt', iso_instant(created_at)) ORDER BY pattern COLLATE "C")
           FROM (SELECT * FROM found ORDER BY pattern COLLATE "C" LIMIT $3 OFFSET $4) page
         ), '[]'::jsonb) AS items`,
        [owner.id, query.q ? `%${likeText(query.q.toLowerCase())}%` : '', query.pageSize, offsetOf(query)],
      ),
    );
  }

  /** Ids of those that were not on the list. */
  async invite(owner: RegistrationOwner, patterns: readonly string[], now: Date): Promise<string[]> {
    const column = ownerColumn(owner);
    const added = await this.database.query<{ id: string }>(
      `INSERT INTO invited_addresses (${column}, pattern, created_at)
       SELECT $1, p, $3 FROM unnest($2::text[]) AS p ON CONFLICT (${column}, pattern) DO NOTHING RETURNING id`,
      [owner.id, patterns, now],
    );
    return added.map(({ id }) => id);
  }

  /** Who it was of; null: there is none. */
  async removeAddress(id: string): Promise<RegistrationOwner | null> {
    const row = await this.database.of(InvitedAddressRow).findOneBy({ id });
    if (!row) return null;
    await this.database.of(InvitedAddressRow).delete({ id });
    return ownerOf({ series: row.seriesId, session: row.sessionId });
  }
}

function ownerOf({ series, session }: { series: string | null; session: string | null }): RegistrationOwner {
  return series === null ? { kind: 'sessions', id: session ?? '' } : { kind: 'series', id: series };
}
