import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, DomainError } from '@reihe/api-platform';
import type { MediaReplacement, RecapGap, ReplaceMedia as Replacement } from '@reihe/shared-editorial';
import { pictureGaps } from '@reihe/shared-recap-policies';
import { mediaNotFound } from '../library/media.errors';
import { toMedia } from '../library/media.mapper';
import { MediaRepository, type MediaRecord } from '../library/media.repository';
import { ReplacementRepository, type ReplacedUse } from './replacement.repository';

/** Another image takes the place of one everywhere it is used. */
@Injectable()
export class ReplaceMedia {
  constructor(
    private readonly media: MediaRepository,
    private readonly replacing: ReplacementRepository,
    private readonly trail: AuditTrail,
  ) {}

  async preview(id: string): Promise<MediaReplacement> {
    if (!(await this.media.byId(id))) throw mediaNotFound();
    return shown(await this.replacing.usesOf(id));
  }

  /**
   * All or nothing, in one transaction. Readers see the other image at once, so it must have all that publishing asks for.
   * @throws DomainError media.not-found; media.not-replaceable with why: `changed` (other places than previewed), `same`,
   *   `not-publishable` with the gaps
   */
  @Transactional()
  async replace(id: string, { byId, expected }: Replacement, staffId: string): Promise<MediaReplacement> {
    const [old, by] = [await this.media.byId(id), await this.media.byId(byId)];
    if (!old || !by) throw mediaNotFound();
    if (id === byId) throw notReplaceable({ reason: 'same' });
    const before = await this.replacing.usesOf(id);
    await this.replacing.lock(idsOf(before, 'recap'));
    const uses = await this.replacing.usesOf(id);
    if (uses.length !== expected) throw notReplaceable({ reason: 'changed', uses: uses.length });
    const published = uses.filter(({ isPublished }) => isPublished);
    const gaps = gapsOf(by, published);
    if (gaps.length > 0) throw notReplaceable({ reason: 'not-publishable', gaps });

    const recaps = idsOf(uses, 'recap');
    const shownRecaps = idsOf(published, 'recap');
    await this.replacing.inRecaps(recaps, shownRecaps, id, byId);
    await this.replacing.inRevisions(shownRecaps, id, byId, staffId);
    await this.replacing.inSeriesAndSpeakers(id, byId);
    await this.record(id, byId, uses, staffId);
    return shown(uses);
  }

  private record(id: string, byId: string, uses: readonly ReplacedUse[], staffId: string): Promise<void> {
    const actor = { kind: 'staff', id: staffId } as const;
    return this.trail.recordAll([
      {
        actor,
        action: 'media.replace',
        subject: 'media',
        subjectId: id,
        after: { byId, uses: uses.map(({ kind, id: usedIn }) => ({ kind, id: usedIn })) },
      },
      ...uses.map((use) => ({
        actor,
        action: `${use.kind}.replace-picture`,
        subject: use.kind,
        subjectId: use.id,
        before: { mediaId: id },
        after: { mediaId: byId },
      })),
    ]);
  }
}

const notReplaceable = (details: Record<string, unknown>) =>
  new DomainError('media.not-replaceable', 409, { details });

function idsOf(uses: readonly ReplacedUse[], kind: ReplacedUse['kind']): string[] {
  return uses.filter((use) => use.kind === kind).map(({ id }) => id);
}

/** One that could not be prepared is nothing to look at, wherever it stands. */
function gapsOf(by: MediaRecord, published: readonly ReplacedUse[]): RecapGap[] {
  if (published.length === 0 && by.state !== 'failed') return [];
  return pictureGaps(by.id, toMedia(by), languagesOf(published));
}

function languagesOf(uses: readonly ReplacedUse[]) {
  return [...new Set(uses.flatMap(({ languages }) => languages))];
}

function shown(uses: readonly ReplacedUse[]): MediaReplacement {
  return { uses: uses.map(({ kind, id, titles, isPublished }) => ({ kind, id, titles, isPublished })) };
}
