import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { Recap, ShowFigures as ShowBody } from '@reihe/shared-editorial';
import { OpenRecap } from '../editing/open-recap';
import { revisionNotFound, unknownReference, wrongRecapState } from '../editing/recap.errors';
import { hasUnpublishedChanges, recapOf } from '../editing/recap.mapper';
import { RecapRevisionsRepository } from '../editing/recap-revisions.repository';
import { RecapsRepository } from '../editing/recaps.repository';

/** Other figures in the text that readers see: frozen or live, frozen anew, or as they were before (docs/adr/0028). */
@Injectable()
export class ShowFigures {
  constructor(
    private readonly recaps: RecapsRepository,
    private readonly revisions: RecapRevisionsRepository,
    private readonly open: OpenRecap,
    private readonly clock: Clock,
  ) {}

  /** What was written since and not published stays unpublished. */
  @Transactional()
  async show(id: string, { version, mode, ofRevision, note }: ShowBody, staff: Me): Promise<Recap> {
    const before = await this.open.claim(id, version);
    if (before.state !== 'published') throw wrongRecapState(before.state);
    if (ofRevision !== null && !before.revisions.some(({ number }) => number === ofRevision))
      throw revisionNotFound();
    const now = this.clock.now();
    const repeated = await this.revisions.repeat(id, ofRevision, {
      ...{ staffId: staff.id, note, figures: mode, now },
    });
    if (!repeated) throw unknownReference('ofRevision');
    const { number: revision, figures } = repeated;
    await this.recaps.update(id, {
      figures,
      currentRevision: revision,
      ...(!hasUnpublishedChanges(before) && { publishedVersion: version + 1 }),
    });
    await this.open.record(
      'figures',
      id,
      staff,
      { revision: before.currentRevision, figures: before.figures },
      { revision, figures, ofRevision, ...(Object.keys(note).length > 0 && { note }) },
    );
    return recapOf(await this.open.read(id));
  }
}
