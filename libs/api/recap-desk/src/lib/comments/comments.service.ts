import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { RecapComment, WriteComment } from '@reihe/shared-editorial';
import { commentNotFound, recapNotFound } from '../recap-desk.errors';
import { CommentsRepository } from './comments.repository';

/** What people of the desk say to each other about words of a recap. Nothing of it is ever public. */
@Injectable()
export class Comments {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async list(recapId: string): Promise<RecapComment[]> {
    if (!(await this.comments.hasRecap(recapId))) throw recapNotFound();
    return this.comments.of(recapId);
  }

  @Transactional()
  async write(recapId: string, comment: WriteComment, staff: Me): Promise<RecapComment[]> {
    if (!(await this.comments.hasRecap(recapId))) throw recapNotFound();
    const id = await this.comments.insert(recapId, comment, staff.id, this.clock.now());
    await this.record('comment', recapId, staff, { comment: id, quote: comment.quote, text: comment.text });
    return this.comments.of(recapId);
  }

  @Transactional()
  async answer(recapId: string, id: string, text: string, staff: Me): Promise<RecapComment[]> {
    await this.claim(recapId, id);
    await this.comments.answer(id, text, staff.id, this.clock.now());
    await this.record('answer-comment', recapId, staff, { comment: id, text });
    return this.comments.of(recapId);
  }

  @Transactional()
  async resolve(recapId: string, id: string, staff: Me): Promise<RecapComment[]> {
    await this.claim(recapId, id);
    await this.comments.resolve(id, staff.id, this.clock.now());
    await this.record('resolve-comment', recapId, staff, { comment: id });
    return this.comments.of(recapId);
  }

  @Transactional()
  async reopen(recapId: string, id: string, staff: Me): Promise<RecapComment[]> {
    await this.claim(recapId, id);
    await this.comments.resolve(id, null, null);
    await this.record('reopen-comment', recapId, staff, { comment: id });
    return this.comments.of(recapId);
  }

  private async claim(recapId: string, id: string): Promise<void> {
    if (!(await this.comments.has(recapId, id))) throw commentNotFound();
  }

  private record(action: string, recapId: string, staff: Me, after: object): Promise<void> {
    return this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action: `recap.${action}`,
      subject: 'recap',
      subjectId: recapId,
      after,
    });
  }
}
