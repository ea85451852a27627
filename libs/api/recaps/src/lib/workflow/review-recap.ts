import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { DeskPerson, Recap, ReviewComment, SubmitRecap } from '@reihe/shared-editorial';
import {
  canApproveRecap,
  canReopenRecap,
  canSendBackRecap,
  canSubmitRecap,
  mayApproveRecap,
} from '@reihe/shared-recap-policies';
import { OpenRecap } from '../editing/open-recap';
import { ownText, unknownReference, wrongRecapState } from '../editing/recap.errors';
import { recapOf } from '../editing/recap.mapper';
import { RecapsRepository } from '../editing/recaps.repository';
import { DeskMails } from './desk-mails';
import { DeskPeopleRepository } from './desk-people.repository';

/** What goes with an approval, gone. */
const UNAPPROVED = {
  approvedById: null,
  approvedAt: null,
  publishAt: null,
  publishLocal: null,
  publishTimeZone: null,
  publishTriedAt: null,
  publishGaps: null,
} as const;

/** Four eyes before the first publishing (docs/adr/0026). */
@Injectable()
export class ReviewRecap {
  constructor(
    private readonly recaps: RecapsRepository,
    private readonly people: DeskPeopleRepository,
    private readonly open: OpenRecap,
    private readonly mails: DeskMails,
    private readonly clock: Clock,
  ) {}

  /** Whom a recap can be given to, and who may review it. */
  atDesk(): Promise<DeskPerson[]> {
    return this.people.people();
  }

  /** A recap with gaps may be submitted: whoever reviews sees them too. The last comment has been answered by this. */
  @Transactional()
  async submit(id: string, { version, reviewerId }: SubmitRecap, staff: Me): Promise<Recap> {
    const before = await this.open.claim(id, version);
    if (!canSubmitRecap(before.state)) throw wrongRecapState(before.state);
    if (reviewerId !== null && !(await this.people.isAtDesk(reviewerId, 'recaps.publish')))
      throw unknownReference('reviewerId');
    await this.recaps.update(id, { state: 'in-review', reviewComment: null, reviewerId });
    await this.mails.reviewAsked(before, reviewerId, staff);
    await this.open.record(
      'submit',
      id,
      staff,
      { state: before.state },
      { state: 'in-review', ...(reviewerId !== null && { reviewerId }) },
    );
    return recapOf(await this.open.read(id));
  }

  @Transactional()
  async approve(id: string, version: number, staff: Me): Promise<Recap> {
    const before = await this.open.claim(id, version);
    if (!canApproveRecap(before.state)) throw wrongRecapState(before.state);
    if (!mayApproveRecap(before.workflow.lastWriter?.id ?? null, staff)) throw ownText();
    await this.recaps.update(id, {
      state: 'approved',
      reviewComment: null,
      approvedById: staff.id,
      approvedAt: this.clock.now(),
    });
    await this.mails.approved(before, staff);
    await this.open.record('approve', id, staff, { state: before.state }, { state: 'approved' });
    return recapOf(await this.open.read(id));
  }

  @Transactional()
  async sendBack(id: string, { version, comment }: ReviewComment, staff: Me): Promise<Recap> {
    const before = await this.open.claim(id, version);
    if (!canSendBackRecap(before.state)) throw wrongRecapState(before.state);
    await this.recaps.update(id, { state: 'draft', reviewComment: comment, ...UNAPPROVED });
    await this.mails.sentBack(before, comment, staff);
    await this.open.record('send-back', id, staff, { state: before.state }, { state: 'draft', comment });
    return recapOf(await this.open.read(id));
  }

  /** Takes the approval back so that the text can be changed; the reviewer is asked once more. */
  @Transactional()
  async reopen(id: string, version: number, staff: Me): Promise<Recap> {
    const before = await this.open.claim(id, version);
    if (!canReopenRecap(before.state)) throw wrongRecapState(before.state);
    await this.recaps.update(id, { state: 'in-review', ...UNAPPROVED });
    const { reviewer, approvedBy } = before.workflow;
    await this.mails.reviewAsked(before, reviewer?.id ?? approvedBy?.id ?? null, staff);
    await this.open.record('reopen', id, staff, { state: before.state }, { state: 'in-review' });
    return recapOf(await this.open.read(id));
  }
}
