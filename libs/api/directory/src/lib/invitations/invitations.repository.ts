import { Injectable } from '@nestjs/common';
import { ContributionRow, Database, SpeakerLinkRow } from '@reihe/api-persistence';
import type { InvitationAnswer, Language } from '@reihe/shared-contracts';
import { emailKey } from '@reihe/shared-policies';
import type { InvitationFacts } from './invitation-facts';
import { IN_ORDER, INVITATION_FACTS } from './invitations.sql';

type FactsRow = Omit<InvitationFacts, 'session'> &
  Pick<InvitationFacts['session'], 'slug' | 'startsAt' | 'endsAt' | 'timeZone' | 'sequence' | 'isPublic'> & {
    sessionId: string;
    sessionState: InvitationFacts['session']['state'];
    sessionTitle: string;
    titleLanguage: Language;
  };

@Injectable()
export class InvitationsRepository {
  constructor(private readonly database: Database) {}

  /** null: there is no such session. */
  async ofSession(sessionId: string, languages: Language[]): Promise<InvitationFacts[] | null> {
    const [session] = await this.database.query(`SELECT FROM sessions WHERE id = $1`, [sessionId]);
    return session === undefined ? null : this.facts('c.session_id = $2', languages, sessionId);
  }

  ofSpeaker(speakerId: string, languages: Language[]): Promise<InvitationFacts[]> {
    return this.facts(
      `c.speaker_id = $2 AND (c.invitation_state <> 'none' OR s.state <> 'draft')`,
      languages,
      speakerId,
    );
  }

  /**
   * Locks sessions, speakers and parts: an invitation, its answer, a cancellation and a merge come after one another; a merge locks
   * its speakers first as well. Texts in each speaker's language.
   */
  async claim(contributionIds: readonly string[]): Promise<InvitationFacts[]> {
    await this.database.query(
      `SELECT id FROM sessions WHERE id IN (SELECT session_id FROM contributions WHERE id = ANY($1::uuid[]))
       ORDER BY id FOR SHARE`,
      [contributionIds],
    );
    await this.database.query(
      `SELECT id FROM speakers WHERE id IN (SELECT speaker_id FROM contributions WHERE id = ANY($1::uuid[]))
       ORDER BY id FOR KEY SHARE`,
      [contributionIds],
    );
    await this.database.query(
      `SELECT id FROM contributions WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
      [contributionIds],
    );
    return this.facts('c.id = ANY($2::uuid[])', null, contributionIds);
  }

  async markInvited(contributionIds: readonly string[], now: Date): Promise<void> {
    await this.database.query(
      `UPDATE contributions
       SET invitation_state = 'invited', invited_at = $2, answered_at = NULL, decline_words = ''
       WHERE id = ANY($1::uuid[])`,
      [contributionIds, now],
    );
  }

  async answer(id: string, answer: InvitationAnswer, words: string, now: Date): Promise<void> {
    await this.database
      .of(ContributionRow)
      .update({ id }, { invitationState: answer, answeredAt: now, declineWords: words });
  }

  /** Whether the speaker has confirmed any part in the session. */
  async hasConfirmed(speakerId: string, sessionId: string): Promise<boolean> {
    const found = await this.database.query(
      `SELECT FROM contributions WHERE session_id = $1 AND speaker_id = $2 AND invitation_state = 'confirmed' LIMIT 1`,
      [sessionId, speakerId],
    );
    return found.length > 0;
  }

  /** The confirmed registration under this address; null: there is none. */
  async seatOf(sessionId: string, email: string): Promise<string | null> {
    const [seat] = await this.database.query<{ id: string }>(
      `SELECT r.id FROM registrations r JOIN participants p ON p.id = r.participant_id
       WHERE r.session_id = $1 AND p.email_key = $2 AND r.state = 'confirmed'`,
      [sessionId, emailKey(email)],
    );
    return seat?.id ?? null;
  }

  async addLink(
    link: Pick<SpeakerLinkRow, 'speakerId' | 'tokenHash' | 'expiresAt' | 'createdAt'>,
  ): Promise<void> {
    await this.database.of(SpeakerLinkRow).insert(link);
  }

  /** They answer as expired from then on. */
  async endLinks(speakerId: string, now: Date): Promise<void> {
    await this.database.query(
      `UPDATE speaker_links SET expires_at = $2
       WHERE expires_at > $2 AND speaker_id IN (SELECT id FROM speakers WHERE id = $1 OR merged_into = $1)`,
      [speakerId, now],
    );
  }

  /** Of whom the entry was merged into another, that other. */
  async findLink(tokenHash: string): Promise<{ speakerId: string; expiresAt: Date } | null> {
    const [found] = await this.database.query<{ speakerId: string; expiresAt: Date }>(
      `SELECT coalesce(k.merged_into, k.id) AS "speakerId", l.expires_at AS "expiresAt"
       FROM speaker_links l JOIN speakers k ON k.id = l.speaker_id WHERE l.token_hash = $1`,
      [tokenHash],
    );
    return found ?? null;
  }

  private async facts(
    condition: string,
    languages: Language[] | null,
    of: string | readonly string[],
  ): Promise<InvitationFacts[]> {
    const rows = await this.database.query<FactsRow>(`${INVITATION_FACTS} WHERE ${condition} ${IN_ORDER}`, [
      languages,
      of,
    ]);
    return rows.map(
      ({
        sessionId,
        slug,
        sessionState,
        sessionTitle,
        titleLanguage,
        startsAt,
        endsAt,
        timeZone,
        ...facts
      }) => {
        const { sequence, isPublic, ...part } = facts;
        const session = {
          id: sessionId,
          slug,
          state: sessionState,
          title: sessionTitle,
          language: titleLanguage,
        };
        return { ...part, session: { ...session, startsAt, endsAt, timeZone, sequence, isPublic } };
      },
    );
  }
}
