import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { likeText, oneRow } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { DeliveryState, LeftOutReason } from '@reihe/shared-registration';
import { DELIVERY } from './messages.sql';

export interface RecipientFacts {
  participantId: string;
  name: string;
  email: string | null;
  language: Language;
  state: DeliveryState;
  lastError: string | null;
  leftOutReason: LeftOutReason | null;
  outboxId: string | null;
  sentAt: Date | null;
}

export interface RecipientsFilter {
  state?: DeliveryState | undefined;
  q?: string | undefined;
}

@Injectable()
export class RecipientsRepository {
  constructor(private readonly database: Database) {}

  /** In the order of their turn. */
  async list(
    messageId: string,
    { state, q }: RecipientsFilter,
    offset: number,
    limit: number,
  ): Promise<{ rows: RecipientFacts[]; total: number }> {
    const from = `
      FROM message_recipients c
      JOIN participants p ON p.id = c.participant_id
      LEFT JOIN outbox_messages b ON b.id = c.outbox_id
      WHERE c.message_id = $1 AND ($2::text IS NULL OR ${DELIVERY} = $2)
        AND ($3::text IS NULL OR (b.to_address IS DISTINCT FROM '' AND (p.name ILIKE $3 OR p.email ILIKE $3)))`;
    const parameters = [messageId, state ?? null, q ? `%${likeText(q)}%` : null];
    const rows = await this.database.query<RecipientFacts>(
      `SELECT p.id AS "participantId", CASE WHEN b.to_address = '' THEN '' ELSE p.name END AS name,
              CASE WHEN b.to_address = '' THEN NULL ELSE p.email END AS email, p.language, ${DELIVERY} AS state, b.last_error AS "lastError",
              c.left_out_reason AS "leftOutReason", b.id AS "outboxId", b.sent_at AS "sentAt"
       ${from} ORDER BY c.position OFFSET $4 LIMIT $5`,
      [...parameters, offset, limit],
    );
    const { total } = oneRow(
      await this.database.query<{ total: number }>(`SELECT count(*)::int AS total ${from}`, parameters),
    );
    return { rows, total };
  }
}
