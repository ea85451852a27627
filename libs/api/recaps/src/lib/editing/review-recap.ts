import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import type { Me } from '@reihe/shared-contracts';
import type { Recap, ReviewComment } from '@reihe/shared-editorial';
import { canSendBackRecap, canSubmitRecap } from '@reihe/shared-recap-policies';
import { OpenRecap } from './open-recap';
import { wrongRecapState } from './recap.errors';
import { recapOf } from './recap.mapper';
import { RecapsRepository } from './recaps.repository';

/** Four eyes before the first publishing. */
@Injectable()
export class ReviewRecap {
  constructor(
    private readonly recaps: RecapsRepository,
    private readonly open: OpenRecap,
  ) {}

  /** A recap with gaps may be submitted: whoever reviews sees them too. The last comment has been answered by this. */
  @Transactional()
  async submit(id: string, version: number, staff: Me): Promise<Recap> {
    const before = await this.open.claim(id, version);
    if (!canSubmitRecap(before.state)) throw wrongRecapState(before.state);
    await this.recaps.update(id, { state: 'in-review', reviewComment: null });
    await this.open.record('submit', id, staff, { state: before.state }, { state: 'in-review' });
    return recapOf(await this.open.read(id));
  }

  @Transactional()
  async sendBack(id: string, { version, comment }: ReviewComment, staff: Me): Promise<Recap> {
    const before = await this.open.claim(id, version);
    if (!canSendBackRecap(before.state)) throw wrongRecapState(before.state);
    await this.recaps.update(id, { state: 'draft', reviewComment: comment });
    await this.open.record('send-back', id, staff, { state: before.state }, { state: 'draft', comment });
    return recapOf(await this.open.read(id));
  }
}
