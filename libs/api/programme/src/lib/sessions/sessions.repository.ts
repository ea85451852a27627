import { Injectable } from '@nestjs/common';
import {
  AgendaItemRow,
  AgendaItemTranslationRow,
  ContributionRow,
  ContributionTranslationRow,
  Database,
  type KeptInvitation,
  SessionCategoryRow,
  SessionRegionRow,
  SessionRow,
  SessionTranslationRow,
} from '@reihe/api-persistence';
import { likeText, type ListRows, offsetOf, oneRow, OwnedRows } from '@reihe/api-platform';
import type { Language, Session, SessionListItem } from '@reihe/shared-contracts';
import { In, Not } from 'typeorm';
import { listSessions } from './list-sessions.sql';
import type { SessionParts } from './session.mapper';
import type { SessionsQuery } from './sessions.query';
import {
  HOLD_ENDED,
  INVITATIONS_OF,
  ONE_SESSION,
  PUT_INVITATIONS_BACK,
  REMOVE_DRAFT,
  SAVE_CONTRIBUTIONS,
} from './sessions.sql';

@Injectable()
export class SessionsRepository {
  constructor(
    private readonly database: Database,
    private readonly owned: OwnedRows,
  ) {}

  /** @param now what is to come, for those that need something */
  async list(query: SessionsQuery, languages: Language[], now: Date): Promise<ListRows<SessionListItem>> {
    const rows = await this.database.query<ListRows<SessionListItem>>(listSessions(query.sort), [
      languages,
      query.series ?? null,
      query.state ?? null,
      query.kind ?? null,
      query.region ?? null,
      query.category ?? null,
      query.language ?? null,
      query.from ?? null,
      query.to ?? null,
      query.q ? likeText(query.q.toLowerCase()) : null,
      query.needs ?? null,
      query.pageSize,
      offsetOf(query),
      query.ids ?? null,
      now,
    ]);
    return oneRow(rows);
  }

  async one(id: string): Promise<Session | null> {
    const [found] = await this.database.query<{ session: Session }>(ONE_SESSION, [id]);
    return found?.session ?? null;
  }

  /** Takes the row's lock: seats are not given or freed until the transaction ends. */
  claim(id: string, version: number): Promise<boolean> {
    return this.database.claimVersion('sessions', id, version);
  }

  async defaultLanguageOf(seriesId: string): Promise<Language> {
    const rows = await this.database.query<{ language: Language }>(
      `SELECT default_language AS language FROM series WHERE id = $1`,
      [seriesId],
    );
    return oneRow(rows).language;
  }

  async insert(row: Partial<SessionRow>): Promise<void> {
    await this.database.of(SessionRow).insert(row);
  }

  async update(id: string, change: Partial<SessionRow>): Promise<void> {
    await this.database.of(SessionRow).update({ id }, { ...change, updatedAt: () => 'now()' });
  }

  /** False where it is no draft, or something hangs on it. Its own parts go with it. */
  async removeDraft(id: string): Promise<boolean> {
    const removed = await this.database.query<{ id: string }>(REMOVE_DRAFT, [id]);
    return removed.length === 1;
  }

  /** Of a session that was just made: there is nothing yet to take away. */
  async addParts(parts: SessionParts): Promise<void> {
    await this.owned.add(SessionTranslationRow, parts.translations);
    await this.owned.add(SessionRegionRow, parts.regions);
    await this.owned.add(SessionCategoryRow, parts.categories);
    await this.owned.add(AgendaItemRow, parts.agenda);
    await this.owned.add(AgendaItemTranslationRow, parts.agendaTranslations);
    await this.owned.add(ContributionRow, parts.contributions);
    await this.owned.add(ContributionTranslationRow, parts.contributionTranslations);
  }

  async replaceParts(sessionId: string, parts: SessionParts): Promise<void> {
    await this.owned.replace(SessionTranslationRow, { sessionId }, parts.translations);
    await this.owned.replace(SessionRegionRow, { sessionId }, parts.regions);
    await this.owned.replace(SessionCategoryRow, { sessionId }, parts.categories);
    await this.saveAgenda(sessionId, parts);
  }

  /**
   * Parts that go on stay the rows they are: what a speaker answered to an invitation hangs on them. A contribution changes its
   * part of the agenda before the old part, and with it whatever is left there, goes.
   */
  private async saveAgenda(sessionId: string, parts: SessionParts): Promise<void> {
    const ids = parts.agenda.map(({ id }) => id);
    await this.database.of(AgendaItemRow).upsert(parts.agenda, ['id']);
    await this.owned.replace(AgendaItemTranslationRow, { agendaItemId: In(ids) }, parts.agendaTranslations);
    await this.database.query(SAVE_CONTRIBUTIONS, [sessionId, JSON.stringify(parts.contributions)]);
    await this.owned.add(ContributionTranslationRow, parts.contributionTranslations);
    await this.database.of(AgendaItemRow).delete({ sessionId, id: Not(In(ids)) });
  }

  /** What its speakers have been asked and have said; nothing for those who were not asked. */
  async invitationsOf(sessionId: string): Promise<KeptInvitation[]> {
    return oneRow(await this.database.query<{ kept: KeptInvitation[] }>(INVITATIONS_OF, [sessionId])).kept;
  }

  /** Whether speakers know of it: asked, or sure to come. */
  async isAskedFor(sessionId: string): Promise<boolean> {
    const kept = await this.invitationsOf(sessionId);
    return kept.some(({ state }) => state !== 'declined');
  }

  async putInvitationsBack(sessionId: string, kept: readonly KeptInvitation[]): Promise<void> {
    await this.database.query(PUT_INVITATIONS_BACK, [sessionId, JSON.stringify(kept)]);
  }

  /** Ids of the sessions whose state moved on; two workers at once get each session once. */
  async holdEnded(now: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(HOLD_ENDED, [now]);
    return rows.map(({ id }) => id);
  }
}
