import { Injectable } from '@nestjs/common';
import { Clock } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { FiguresMode, UpdateNotes } from '@reihe/shared-editorial';
import { OpenRecap } from '../editing/open-recap';
import { RecapAddressesRepository } from '../editing/recap-addresses.repository';
import type { RecapRecord } from '../editing/recap.mapper';
import { RecapRevisionsRepository } from '../editing/recap-revisions.repository';
import { RecapsRepository } from '../editing/recaps.repository';
import { DeskMails } from './desk-mails';

/** How a working copy becomes what readers see, whoever or whatever says so. */
@Injectable()
export class MakePublic {
  constructor(
    private readonly recaps: RecapsRepository,
    private readonly revisions: RecapRevisionsRepository,
    private readonly addresses: RecapAddressesRepository,
    private readonly open: OpenRecap,
    private readonly mails: DeskMails,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps the working copy as a revision and its addresses for good.
   * @param before as claimed in this transaction, complete and in a state that allows it
   * @param by null: it was scheduled for now
   */
  async show(
    before: RecapRecord,
    by: Me | null,
    note: UpdateNotes,
    figures: FiguresMode = before.figures,
  ): Promise<RecapRecord> {
    const { id, version, seriesId } = before;
    const now = this.clock.now();
    const staffId = by?.id ?? before.workflow.approvedBy?.id ?? null;
    const revision = await this.revisions.add(id, { staffId, note, figures, now });
    const publishedOn = before.publishedOn ?? (await this.revisions.todayOf(seriesId, now));
    await this.recaps.update(id, {
      state: 'published',
      publishedOn,
      currentRevision: revision,
      figures,
      publishedVersion: version + 1,
      reviewComment: null,
      publishAt: null,
      publishLocal: null,
      publishTimeZone: null,
      publishTriedAt: null,
      publishGaps: null,
    });
    await this.addresses.publish(id);
    await this.mails.isPublic(before, by);
    await this.open.record(
      'publish',
      id,
      by ?? 'system',
      { state: before.state, revision: before.currentRevision },
      { state: 'published', revision, publishedOn, figures, ...(Object.keys(note).length > 0 && { note }) },
    );
    return this.open.read(id);
  }
}
