import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, refuseBroken, sessionNotFound, timeInDoubt } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { BatchSession, DuplicateSession } from '@reihe/shared-planning';
import { batchSlugs, resolveLocalTime } from '@reihe/shared-policies';
import { draftRefusals } from '../batch/batch.errors';
import { auditableDraft, draftOf } from '../batch/drafts';
import { DraftsRepository } from '../batch/drafts.repository';

const DAY_AT_THE_END = /-\d{4}-\d{2}-\d{2}(-\d+)?$/;
const STEM_LENGTH = 80;

/** One session once more on another day: a draft of the same length in the same zone, without its meeting link. */
@Injectable()
export class Duplicates {
  constructor(
    private readonly drafts: DraftsRepository,
    private readonly audit: AuditTrail,
  ) {}

  @Transactional()
  async create(
    sessionId: string,
    { startsLocal, clockChoice, withAgenda, withSpeakers }: DuplicateSession,
    staff: Me,
  ): Promise<BatchSession> {
    const original = await this.drafts.model(sessionId);
    if (!original) throw sessionNotFound();
    const instant = instantOf(startsLocal, original.timeZone, clockChoice);
    const minutes = (Date.parse(original.endsAt) - Date.parse(original.startsAt)) / 60_000;
    const stem = original.slug.replace(DAY_AT_THE_END, '').slice(0, STEM_LENGTH).replace(/-$/, '');
    const [slug = stem] = batchSlugs(stem, [startsLocal], await this.drafts.slugsFrom(stem));
    const { seriesId, kind, timeZone, languages, interpretation, regionIds, categoryIds, capacity } =
      original;
    const facts = { seriesId, kind, timeZone, languages, interpretation, regionIds, categoryIds, capacity };
    const time = { local: startsLocal, instant };
    const draft = draftOf(facts, time, minutes, slug, original.texts, original);
    const model = { sessionId, withAgenda, withSpeakers };
    await refuseBroken(draftRefusals, () => this.drafts.insert([draft], model));
    await this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action: 'session.create',
      subject: 'session',
      subjectId: draft.id,
      after: auditableDraft(draft, model, null),
    });
    const { id, startsAt, endsAt } = draft;
    return { id, slug, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  }
}

function instantOf(local: string, timeZone: string, choice: DuplicateSession['clockChoice']): Date {
  const time = resolveLocalTime(local, timeZone, choice ?? undefined);
  if (time.kind === 'exact') return time.instant;
  throw timeInDoubt('startsLocal', time);
}
