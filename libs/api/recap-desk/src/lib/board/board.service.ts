import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import {
  AuditTrail,
  changesBetween,
  Clock,
  fallbackOrder,
  invalidFields,
  outdatedVersion,
  pageOf,
} from '@reihe/api-platform';
import type { Language, Me, Page } from '@reihe/shared-contracts';
import type { AssignRecap, BoardCard, BoardSession, RecapAssignment } from '@reihe/shared-editorial';
import { recapNotFound } from '../recap-desk.errors';
import type { BoardCardsQuery, BoardSessionsQuery } from './board.bodies';
import { BoardRepository } from './board.repository';

/** What is to be written, what is in the making, and with whom. */
@Injectable()
export class Board {
  constructor(
    private readonly board: BoardRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async cards(query: BoardCardsQuery, language: Language, staff: Me): Promise<Page<BoardCard>> {
    const owner = query.owner === 'mine' ? staff.id : (query.owner ?? null);
    const { items, total } = await this.board.cards(query, owner, fallbackOrder(language), this.clock.now());
    return pageOf(items, total, query);
  }

  async sessions(query: BoardSessionsQuery, language: Language): Promise<Page<BoardSession>> {
    const { items, total } = await this.board.sessions(query, fallbackOrder(language), this.clock.now());
    return pageOf(items, total, query);
  }

  /** Has a version of its own: who writes the text is not disturbed by it. */
  @Transactional()
  async assign(recapId: string, body: AssignRecap, staff: Me): Promise<RecapAssignment> {
    const { version, ownerId, dueOn } = body;
    if (!(await this.board.hasRecap(recapId))) throw recapNotFound();
    if (ownerId !== null && !(await this.board.hasAccount(ownerId)))
      throw invalidFields({ path: 'ownerId', code: 'not-allowed' });
    const before = await this.board.assignment(recapId);
    if (!(await this.board.assign(recapId, version, { ownerId, dueOn })))
      throw outdatedVersion((await this.board.assignment(recapId)).version);
    const after = await this.board.assignment(recapId);
    await this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action: 'recap.assign',
      subject: 'recap',
      subjectId: recapId,
      ...changesBetween(
        { ownerId: before.owner?.id ?? null, dueOn: before.dueOn },
        { ownerId: after.owner?.id ?? null, dueOn: after.dueOn },
      ),
    });
    return after;
  }
}
