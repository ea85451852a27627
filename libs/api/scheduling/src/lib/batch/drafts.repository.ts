import { Injectable } from '@nestjs/common';
import {
  Database,
  SessionBatchMemberRow,
  SessionCategoryRow,
  SessionRegionRow,
  SessionRow,
  SessionTranslationRow,
} from '@reihe/api-persistence';
import { OwnedRows } from '@reihe/api-platform';
import type { SessionBatch, SessionModel } from '@reihe/shared-planning';
import { draftRow, type Draft, type ModelSession } from './drafts';
import { BATCH_SESSIONS, COPY_PARTS, LOCK_UNTOUCHED, MODEL_SESSION } from './drafts.sql';

@Injectable()
export class DraftsRepository {
  constructor(
    private readonly database: Database,
    private readonly owned: OwnedRows,
  ) {}

  async model(sessionId: string): Promise<ModelSession | null> {
    const [found] = await this.database.query<{ model: ModelSession }>(MODEL_SESSION, [sessionId]);
    return found?.model ?? null;
  }

  /** Addresses that begin so. */
  async slugsFrom(stem: string): Promise<string[]> {
    const rows = await this.database.query<{ slug: string }>(
      `SELECT slug FROM sessions WHERE starts_with(slug, $1)`,
      [stem],
    );
    return rows.map(({ slug }) => slug);
  }

  /** As many statements for sixty drafts as for one. */
  async insert(drafts: readonly Draft[], model: SessionModel | null): Promise<void> {
    await this.owned.add(SessionRow, drafts.map(draftRow));
    await this.owned.add(
      SessionTranslationRow,
      drafts.flatMap(({ id: sessionId, texts }) => texts.map((text) => ({ sessionId, ...text }))),
    );
    await this.owned.add(
      SessionRegionRow,
      drafts.flatMap(({ id: sessionId, regionIds }) =>
        [...new Set(regionIds)].map((regionId) => ({ sessionId, regionId })),
      ),
    );
    await this.owned.add(
      SessionCategoryRow,
      drafts.flatMap(({ id: sessionId, categoryIds }) =>
        [...new Set(categoryIds)].map((categoryId) => ({ sessionId, categoryId })),
      ),
    );
    if (!model || (!model.withAgenda && !model.withSpeakers)) return;
    const ids = drafts.map(({ id }) => id);
    await this.database.query(COPY_PARTS, [ids, model.sessionId, model.withAgenda, model.withSpeakers]);
  }

  /** False where the key is known already; then waits for whoever is about to write under it. */
  async openBatch(key: string, seriesId: string, fingerprint: string): Promise<boolean> {
    const rows = await this.database.query<{ id: string }>(
      `INSERT INTO session_batches (id, series_id, fingerprint) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [key, seriesId, fingerprint],
    );
    return rows.length === 1;
  }

  async addToBatch(key: string, drafts: readonly Draft[]): Promise<void> {
    await this.owned.add(
      SessionBatchMemberRow,
      drafts.map(({ id }) => ({ batchId: key, sessionId: id })),
    );
  }

  async batch(key: string): Promise<(SessionBatch & { fingerprint: string }) | null> {
    const [found] = await this.database.query<SessionBatch & { fingerprint: string }>(BATCH_SESSIONS, [key]);
    return found ?? null;
  }

  /** In ascending order, so that two who want the same sessions never wait for each other. */
  lockUntouched(key: string): Promise<{ id: string; version: number }[]> {
    return this.database.query(LOCK_UNTOUCHED, [key]);
  }
}
