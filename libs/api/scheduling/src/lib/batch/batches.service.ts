import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import {
  AuditTrail,
  invalidFields,
  refuseBroken,
  SessionWriter,
  sessionNotFound,
  textsOf,
} from '@reihe/api-platform';
import { sessionTextRules, type Language, type Me } from '@reihe/shared-contracts';
import type { CreateBatch, SessionBatch } from '@reihe/shared-planning';
import { fieldError } from '@reihe/shared-form-policies';
import { batchSlugs, batchSlugStem, batchTitle, type PlannedDate } from '@reihe/shared-policies';
import { datesOf } from './batch-previews.service';
import { batchKeyUsed, batchNotFound, batchTouched, draftRefusals, timesUnclear } from './batch.errors';
import { auditableDraft, draftOf, type Draft, type DraftTime, type ModelSession } from './drafts';
import { DraftsRepository } from './drafts.repository';

/** Many sessions in one transaction: all of them, or none. */
@Injectable()
export class Batches {
  constructor(
    private readonly drafts: DraftsRepository,
    private readonly writer: SessionWriter,
    private readonly audit: AuditTrail,
  ) {}

  @Transactional()
  async create(body: CreateBatch, staff: Me): Promise<SessionBatch> {
    const fingerprint = fingerprintOf(body);
    const times = timesOf(body);
    const isNew = await refuseBroken(draftRefusals, () =>
      this.drafts.openBatch(body.key, body.seriesId, fingerprint),
    );
    if (!isNew) return this.again(body.key, fingerprint);
    const model = body.model ? await this.modelOf(body.model.sessionId) : null;
    const drafts = await this.draftsOf(body, times, model);
    await refuseBroken(draftRefusals, () => this.drafts.insert(drafts, body.model));
    await this.drafts.addToBatch(body.key, drafts);
    for (const draft of drafts)
      await this.audit.record({
        actor: { kind: 'staff', id: staff.id },
        action: 'session.create',
        subject: 'session',
        subjectId: draft.id,
        after: auditableDraft(draft, body.model, body.key),
      });
    return this.read(body.key);
  }

  /** Removes the drafts again, all or none: what somebody has worked on meanwhile stays, and the rest with it. */
  @Transactional()
  async undo(key: string, staff: Me): Promise<void> {
    const { sessions } = await this.read(key);
    if (sessions.length === 0) throw batchNotFound();
    let removed = 0;
    for (const { id, version } of await this.drafts.lockUntouched(key))
      if (await this.writer.removeDraft(id, version, staff)) removed += 1;
    if (removed < sessions.length) throw batchTouched(sessions.length - removed);
  }

  /** The second press of a button: what the first one made. */
  private async again(key: string, fingerprint: string): Promise<SessionBatch> {
    const batch = await this.drafts.batch(key);
    if (batch?.fingerprint !== fingerprint || batch.sessions.length === 0) throw batchKeyUsed();
    return batchOf(batch);
  }

  private async read(key: string): Promise<SessionBatch> {
    const batch = await this.drafts.batch(key);
    if (!batch) throw batchNotFound();
    return batchOf(batch);
  }

  private async modelOf(sessionId: string): Promise<ModelSession> {
    const model = await this.drafts.model(sessionId);
    if (!model) throw sessionNotFound();
    return model;
  }

  private async draftsOf(
    body: CreateBatch,
    times: readonly DraftTime[],
    model: ModelSession | null,
  ): Promise<Draft[]> {
    const titles = textsOf(body.translations);
    const stem = batchSlugStem(titles[0]?.[1].title ?? '');
    const taken = await this.drafts.slugsFrom(stem);
    const slugs = batchSlugs(
      stem,
      times.map(({ local }) => local),
      taken,
    );
    const { pattern, languages, interpretation } = body;
    const facts = {
      seriesId: body.seriesId,
      kind: body.kind,
      timeZone: pattern.timeZone,
      languages: [...new Set(languages)],
      interpretation: [...new Set(interpretation)],
      regionIds: body.regionIds,
      categoryIds: body.categoryIds,
      capacity: body.capacity ?? null,
    };
    return times.map((time, index) => {
      const texts = titles.map(([language, { title: template }]) => {
        const title = batchTitle(
          template,
          { number: index + 1, total: times.length, local: time.local },
          language,
        );
        checkTitle(title, language);
        const abstract = model?.texts.find((text) => text.language === language)?.abstract ?? '';
        return { language, title, abstract };
      });
      return draftOf(facts, time, body.durationMinutes, slugs[index] ?? stem, texts, model);
    });
  }
}

function batchOf({ id, seriesId, sessions }: SessionBatch): SessionBatch {
  return { id, seriesId, sessions };
}

function timesOf({ pattern, changes }: CreateBatch): DraftTime[] {
  const kept = datesOf(pattern, changes).filter(({ isLeftOut }) => !isLeftOut);
  if (kept.length === 0) throw invalidFields({ path: 'changes', code: 'too-short', limit: 1 });
  const unclear = kept.filter(({ time }) => time.kind !== 'exact');
  if (unclear.length > 0) throw timesUnclear(unclear);
  return kept.flatMap(exactTime);
}

function exactTime({ local, time }: PlannedDate): DraftTime[] {
  return time.kind === 'exact' ? [{ local, instant: time.instant }] : [];
}

function checkTitle(title: string, language: Language): void {
  const wrong = fieldError(title, sessionTextRules.title);
  if (wrong) throw invalidFields({ path: `translations.${language}.title`, ...wrong });
}

function fingerprintOf({ key: _key, ...asked }: CreateBatch): string {
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}
