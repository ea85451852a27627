import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { Recap, RecapRevisionContent } from '@reihe/shared-editorial';
import { canArchiveRecap, canEditRecap, canPublishRecap } from '@reihe/shared-recap-policies';
import { OpenRecap } from './open-recap';
import { RecapAddressesRepository } from './recap-addresses.repository';
import { recapIncomplete, revisionNotFound, wrongRecapState } from './recap.errors';
import {
  auditableRecap,
  gapsOf,
  hasUnpublishedChanges,
  recapChanges,
  recapOf,
  revisionOf,
} from './recap.mapper';
import { RecapRevisionsRepository } from './recap-revisions.repository';
import { RecapsRepository } from './recaps.repository';
import { WorkingCopy } from './working-copy';

/** What readers see of a recap, and what they saw before: its revisions. */
@Injectable()
export class PublishRecap {
  constructor(
    private readonly recaps: RecapsRepository,
    private readonly revisions: RecapRevisionsRepository,
    private readonly addresses: RecapAddressesRepository,
    private readonly workingCopy: WorkingCopy,
    private readonly open: OpenRecap,
    private readonly clock: Clock,
  ) {}

  /** Each publishing keeps the working copy as a revision and its addresses for good. */
  @Transactional()
  async publish(id: string, version: number, staff: Me): Promise<Recap> {
    const before = await this.open.claim(id, version);
    if (!canPublishRecap(before.state)) throw wrongRecapState(before.state);
    const gaps = gapsOf(before);
    if (gaps.length > 0) throw recapIncomplete(gaps);
    const revision = await this.revisions.add(id, staff.id);
    const publishedOn =
      before.publishedOn ?? (await this.revisions.todayOf(before.seriesId, this.clock.now()));
    await this.recaps.update(id, {
      state: 'published',
      publishedOn,
      currentRevision: revision,
      publishedVersion: version + 1,
      reviewComment: null,
    });
    await this.addresses.publish(id);
    await this.open.record(
      'publish',
      id,
      staff,
      { state: before.state, revision: before.currentRevision },
      { state: 'published', revision, publishedOn },
    );
    return recapOf(await this.open.read(id));
  }

  /** Stays readable at its address, but is listed no more. */
  @Transactional()
  async archive(id: string, version: number, staff: Me): Promise<Recap> {
    const before = await this.open.claim(id, version);
    if (!canArchiveRecap(before.state)) throw wrongRecapState(before.state);
    await this.recaps.update(id, {
      state: 'archived',
      ...(!hasUnpublishedChanges(before) && { publishedVersion: version + 1 }),
    });
    await this.open.record('archive', id, staff, { state: before.state }, { state: 'archived' });
    return recapOf(await this.open.read(id));
  }

  /** What readers saw of it once. */
  async revision(id: string, number: number): Promise<RecapRevisionContent> {
    const revision = await this.revisions.one(id, number);
    if (!revision) throw revisionNotFound();
    return revisionOf(number, revision);
  }

  /** Puts a revision back into the working copy; readers see it after the next publishing. */
  @Transactional()
  async restore(id: string, number: number, version: number, staff: Me): Promise<Recap> {
    const before = await this.open.claim(id, version);
    if (!canEditRecap(before.state)) throw wrongRecapState(before.state);
    const revision = await this.revisions.one(id, number);
    if (!revision) throw revisionNotFound();
    await this.workingCopy.restore(id, revision);
    const restored = await this.open.read(id);
    const changes = recapChanges(auditableRecap(before), auditableRecap(restored));
    await this.open.record('restore', id, staff, changes.before, { ...changes.after, revision: number });
    return recapOf(restored);
  }
}
