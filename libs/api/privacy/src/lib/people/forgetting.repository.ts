import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { DECISIONS_ABOUT, forgetPresences, NEVER_PROVEN, NOBODY, traceOf } from './forgetting.sql';
import { isAtAddress } from './held-of-person.sql';

/**
 * Takes people out of every row and leaves the rows, for the counts. Callers are in a transaction and hold the locks of the sessions
 * that the people have anything in: rewriting registrations makes the database recount their seats.
 */
@Injectable()
export class Forgetting {
  constructor(private readonly database: Database) {}

  /**
   * State, session, city, country, language, time zone and minutes stay; name, address, organisation, position, answers, free words,
   * links and mails go, and so do entries that were merged into this one.
   * False where nobody of this id goes on: erased already, or merged into another.
   */
  async erase(id: string, now: Date): Promise<boolean> {
    return (await this.eraseWanted([id], now, true)).length === 1;
  }

  /** As their time has come: where a report names an address of theirs and nobody, its series says how long. Ids of those who were there. */
  eraseAll(wanted: readonly string[], now: Date): Promise<string[]> {
    return this.eraseWanted(wanted, now, false);
  }

  private async eraseWanted(
    wanted: readonly string[],
    now: Date,
    isByAddressToo: boolean,
  ): Promise<string[]> {
    if (wanted.length === 0) return [];
    const entries = await this.database.query<{
      id: string;
      emailKey: string | null;
      mergedInto: string | null;
    }>(
      `SELECT id, email_key AS "emailKey", merged_into_id AS "mergedInto" FROM participants
       WHERE (id = ANY ($1::uuid[]) OR merged_into_id = ANY ($1::uuid[])) AND erased_at IS NULL ORDER BY id FOR UPDATE`,
      [wanted],
    );
    const isWanted = new Set(wanted);
    const going = new Set(
      entries.filter(({ id, mergedInto }) => mergedInto === null && isWanted.has(id)).map(({ id }) => id),
    );
    const gone = entries.filter(({ id, mergedInto }) => going.has(mergedInto ?? id));
    if (isByAddressToo) await this.forgetAttendees(await this.attendeesAt(gone.map(({ id }) => id)));
    if (gone.length > 0) await this.eraseEntries(gone, now);
    return [...going];
  }

  /**
   * Takes addresses that nobody ever proved out of every row, once nothing waits for them: no live registration, no link that
   * still opens, and no meeting report that names them. Rows stay for counts and audit, links for saying that they are expired. Ids,
   * for the audit.
   */
  async forgetUnproven(now: Date): Promise<string[]> {
    // Locked first and asked again: a form for the same address may have come in between, and waits for the lock or is seen.
    const candidates = await this.database.query<{ id: string }>(
      `SELECT id FROM participants p WHERE ${NEVER_PROVEN} ORDER BY id LIMIT 1000 FOR UPDATE SKIP LOCKED`,
      [now],
    );
    if (candidates.length === 0) return [];
    const forgotten = await this.database.query<{ id: string }>(
      `WITH forgotten AS (
         UPDATE participants p SET ${NOBODY}, erased_at = $1, version = version + 1
         WHERE id = ANY ($2::uuid[]) AND ${NEVER_PROVEN} RETURNING id
       ), absorbed AS (
         UPDATE participants p SET ${NOBODY}, erased_at = $1, version = version + 1
         WHERE merged_into_id IN (SELECT id FROM forgotten) AND erased_at IS NULL RETURNING id
       ) SELECT id FROM forgotten UNION ALL SELECT id FROM absorbed`,
      [now, candidates.map(({ id }) => id)],
    );
    const ids = forgotten.map(({ id }) => id);
    await this.database.query(
      `UPDATE registrations
       SET name = '', organisation = '', job_position = '', city = '', country = NULL, time_zone = 'UTC',
           accessibility_needs = '', decision_reason = ''
       WHERE participant_id = ANY ($1::uuid[])`,
      [ids],
    );
    await this.forgetWords(ids);
    await this.forgetMailsOf(ids);
    return ids;
  }

  /** Whoever is named in meeting reports, with what was decided of the name. What they count for stays, minutes too. */
  async forgetAttendees(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.query(DECISIONS_ABOUT, [ids]);
    // Several names of one person share a presence: all of them get its trace, so that counting anew comes to the same.
    await this.database.query(forgetPresences(`a.id = ANY ($1::uuid[])`), [ids]);
    await this.database.query(
      `UPDATE attendees a
       SET key = 'erased:' || a.id, name = '', email = '', reason = '', organisation = '',
           organisation_trace = coalesce(
             (SELECT p.organisation_trace FROM presences p
              WHERE p.session_id = a.session_id AND (p.participant_id = a.participant_id OR p.attendee_id = a.id)),
             ${traceOf('a')})
       WHERE a.id = ANY ($1::uuid[])`,
      [ids],
    );
  }

  /** Mails: of those that went the row stays, of others nothing. Number of mails. */
  async forgetMails(ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    await this.database.query(`DELETE FROM outbox_messages WHERE id = ANY ($1::uuid[]) AND state <> 'sent'`, [
      ids,
    ]);
    await this.database.query(
      `UPDATE outbox_messages
       SET to_address = '', to_name = '', subject = '', text = '', html = '', calendar = NULL, last_error = NULL,
           unsubscribe_url = NULL
       WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return ids.length;
  }

  /** Whom reports name by an address of these entries, and nobody identified. */
  private async attendeesAt(entries: readonly string[]): Promise<string[]> {
    const found = await this.database.query<{ id: string }>(
      `SELECT a.id FROM attendees a WHERE a.participant_id IS NULL
         AND ${isAtAddress('a', 'SELECT p.email_key FROM participants p WHERE p.id = ANY ($1::uuid[])')}`,
      [entries],
    );
    return found.map(({ id }) => id);
  }

  private async eraseEntries(
    entries: readonly { id: string; emailKey: string | null }[],
    now: Date,
  ): Promise<void> {
    const ids = entries.map(({ id }) => id);
    const addresses = entries.flatMap(({ emailKey }) => emailKey ?? []);
    await this.database.query(
      `UPDATE participants SET ${NOBODY}, erased_at = $2, version = version + 1 WHERE id = ANY ($1::uuid[])`,
      [ids, now],
    );
    const attendees = await this.database.query<{ id: string }>(
      `SELECT id FROM attendees WHERE participant_id = ANY ($1::uuid[])`,
      [ids],
    );
    await this.forgetAttendees(attendees.map(({ id }) => id));
    await this.database.query(
      `DELETE FROM attendance_decisions
       WHERE participant_id = ANY ($1::uuid[]) OR key IN (SELECT 'mail:' || own.address FROM unnest($2::text[]) AS own (address))`,
      [ids, addresses],
    );
    await this.database.query(
      `UPDATE registrations r
       SET name = '', organisation_trace = ${traceOf('r')}, organisation = '', job_position = '', confirm_link_id = NULL,
           held_until = NULL, accessibility_needs = '', decision_reason = '',
           state = CASE WHEN state = 'unverified' THEN 'expired' ELSE state END,
           ended_at = CASE WHEN state = 'unverified' THEN $2 ELSE ended_at END
       WHERE participant_id = ANY ($1::uuid[])`,
      [ids, now],
    );
    await this.forgetWords(ids);
    await this.database.query(`DELETE FROM invited_addresses WHERE pattern = ANY ($1::text[])`, [addresses]);
    await this.database.query(
      `DELETE FROM link_requests WHERE participant_id = ANY ($1::uuid[]) OR email_key = ANY ($2::text[])`,
      [ids, addresses],
    );
    await this.database.query(`DELETE FROM participant_links WHERE participant_id = ANY ($1::uuid[])`, [ids]);
    await this.forgetPapers(`SELECT id FROM registrations WHERE participant_id = ANY ($1::uuid[])`, ids);
    await this.forgetMailsOf(ids);
  }

  /**
   * What hangs on registrations: addresses to join at go; what was said stays for the sessions it was said of, and certificates stay
   * checkable, both without the person.
   * @param registrations a query of their ids; `$1`: the ids
   */
  async forgetPapers(registrations: string, ids: readonly string[]): Promise<void> {
    await this.database.query(`DELETE FROM join_links WHERE registration_id IN (${registrations})`, [ids]);
    await this.database.query(
      `UPDATE feedback SET registration_id = NULL, given_on = NULL WHERE registration_id IN (${registrations})`,
      [ids],
    );
    await this.database.query(
      `UPDATE certificates SET name = NULL, withdrawal_reason = '' WHERE registration_id IN (${registrations})`,
      [ids],
    );
  }

  /** What they wrote, and what was written about them. */
  private async forgetWords(participantIds: readonly string[]): Promise<void> {
    await this.database.query(
      `DELETE FROM answers WHERE registration_id IN (
         SELECT id FROM registrations WHERE participant_id = ANY ($1::uuid[]))`,
      [participantIds],
    );
    await this.database.query(
      `UPDATE participant_merges SET reason = '' WHERE kept_id = ANY ($1::uuid[]) OR absorbed_id = ANY ($1::uuid[])`,
      [participantIds],
    );
  }

  private async forgetMailsOf(participantIds: readonly string[]): Promise<void> {
    const mails = await this.database.query<{ id: string }>(
      `SELECT id FROM outbox_messages WHERE participant_id = ANY ($1::uuid[])`,
      [participantIds],
    );
    await this.forgetMails(mails.map(({ id }) => id));
  }
}
