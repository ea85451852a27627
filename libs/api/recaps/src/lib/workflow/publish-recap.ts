import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import type { Me } from '@reihe/shared-contracts';
import type { PublishRecap as PublishBody, Recap, RecapRevisionContent } from '@reihe/shared-editorial';
import { canArchiveRecap, canEditRecap, canPublishRecap } from '@reihe/shared-recap-policies';
import { OpenRecap } from '../editing/open-recap';
import {
  recapIncomplete,
  revisionNotFound,
  unknownReference,
  wrongRecapState,
} from '../editing/recap.errors';
import {
  auditableRecap,
  gapsOf,
  hasUnpublishedChanges,
  recapChanges,
  recapOf,
  revisionOf,
} from '../editing/recap.mapper';
import { RecapRevisionsRepository } from '../editing/recap-revisions.repository';
import { RecapsRepository } from '../editing/recaps.repository';
import { WorkingCopy } from '../editing/working-copy';
import { MakePublic } from './make-public';

/** What readers see of a recap, and what they saw before: its revisions. */
@Injectable()
export class PublishRecap {
  constructor(
    private readonly recaps: RecapsRepository,
    private readonly revisions: RecapRevisionsRepository,
    private readonly workingCopy: WorkingCopy,
    private readonly open: OpenRecap,
    private readonly making: MakePublic,
  ) {}

  /** Two at once: the version lets one of them, and tells the other. */
  @Transactional()
  async publish(id: string, { version, note, figures }: PublishBody, staff: Me): Promise<Recap> {
    const before = await this.open.claim(id, version);
    if (!canPublishRecap(before.state)) throw wrongRecapState(before.state);
    if (Object.keys(note).length > 0 && before.currentRevision === null) throw unknownReference('note');
    const gaps = gapsOf(before);
    if (gaps.length > 0) throw recapIncomplete(gaps);
    return recapOf(await this.making.show(before, staff, note, figures ?? before.figures));
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
    const { defaultLanguage } = await this.open.read(id);
    const revision = await this.revisions.one(id, number);
    if (!revision) throw revisionNotFound();
    return revisionOf(number, revision, defaultLanguage);
  }

  /** Puts a revision back into the working copy; readers see it after the next publishing. */
  @Transactional()
  async restore(id: string, number: number, version: number, staff: Me): Promise<Recap> {
    const before = await this.open.claim(id, version);
    if (!canEditRecap(before.state)) throw wrongRecapState(before.state);
    const revision = await this.revisions.one(id, number);
    if (!revision) throw revisionNotFound();
    await this.workingCopy.restore(id, revision, staff.id);
    await this.recaps.update(id, { lastWriterId: staff.id });
    const restored = await this.open.read(id);
    const changes = recapChanges(auditableRecap(before), auditableRecap(restored));
    await this.open.record('restore', id, staff, changes.before, { ...changes.after, revision: number });
    return recapOf(restored);
  }
}
