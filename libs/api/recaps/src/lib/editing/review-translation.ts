import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { Recap, ReviewTranslation as ReviewBody } from '@reihe/shared-editorial';
import { canEditRecap, canReviewTranslation, mayApproveRecap } from '@reihe/shared-recap-policies';
import { OpenRecap } from './open-recap';
import { ownText, translationUnfinished, unknownReference, wrongRecapState } from './recap.errors';
import { hasUnpublishedChanges, recapOf } from './recap.mapper';
import { RecapsRepository } from './recaps.repository';

/** A second pair of eyes for a translation, as for the recap itself (docs/adr/0026, 0029). */
@Injectable()
export class ReviewTranslation {
  constructor(
    private readonly recaps: RecapsRepository,
    private readonly open: OpenRecap,
    private readonly clock: Clock,
  ) {}

  /** Changes nothing that readers see. */
  @Transactional()
  async review(id: string, { version, language, isReviewed }: ReviewBody, staff: Me): Promise<Recap> {
    const before = await this.open.claim(id, version);
    if (!canEditRecap(before.state)) throw wrongRecapState(before.state);
    const status = before.translationStates[language];
    if (!status || status.state === 'original') throw unknownReference('language');
    if (isReviewed && !canReviewTranslation(status.state)) throw translationUnfinished(status.state);
    if (isReviewed && !mayApproveRecap(status.lastWriter?.id ?? null, staff)) throw ownText();
    await this.recaps.review(id, language, isReviewed ? staff.id : null, this.clock.now());
    if (before.currentRevision !== null && !hasUnpublishedChanges(before))
      await this.recaps.update(id, { publishedVersion: version + 1 });
    const action = isReviewed ? 'review-translation' : 'unreview-translation';
    await this.open.record(action, id, staff, { state: status.state }, { language });
    return recapOf(await this.open.read(id));
  }
}
