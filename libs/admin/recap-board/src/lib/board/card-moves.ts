import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RecapSteps } from '@reihe/admin-recap-steps';
import { sayDone } from '@reihe/admin-ui';
import type { Me, Permission, RecapState } from '@reihe/shared-contracts';
import type { BoardCard, Recap } from '@reihe/shared-editorial';
import {
  canApproveRecap,
  canPublishRecap,
  canReopenRecap,
  canScheduleRecap,
  canSendBackRecap,
  canSubmitRecap,
  canUnscheduleRecap,
  mayApproveRecap,
} from '@reihe/shared-recap-policies';
import { RecapDeskClient, RecapsClient, StaffAccess } from '@reihe/web-data-access';
import { failureOf } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';

export type MoveKind = 'submit' | 'sendBack' | 'approve' | 'reopen' | 'schedule' | 'unschedule' | 'publish';

export interface CardMove {
  kind: MoveKind;
  to: RecapState;
}

/** From left to right. */
export const BOARD_STATES = ['draft', 'in-review', 'approved', 'scheduled', 'published'] as const;

/** Where a card can go from where it is, by whoever looks at it. */
export function cardMoves(
  {
    state,
    lastWriter,
    hasUnpublishedChanges,
  }: Pick<BoardCard, 'state' | 'lastWriter' | 'hasUnpublishedChanges'>,
  me: Me | null,
  may: (permission: Permission) => boolean,
): CardMove[] {
  const moves: CardMove[] = [];
  const mayReview = may('recaps.publish');
  const isNews = state !== 'published' || hasUnpublishedChanges;
  if (canSubmitRecap(state) && may('recaps.write')) moves.push({ kind: 'submit', to: 'in-review' });
  if (canApproveRecap(state) && mayReview && me && mayApproveRecap(lastWriter?.id ?? null, me))
    moves.push({ kind: 'approve', to: 'approved' });
  if (canScheduleRecap(state) && state !== 'scheduled' && mayReview)
    moves.push({ kind: 'schedule', to: 'scheduled' });
  if (canPublishRecap(state) && isNews && mayReview) moves.push({ kind: 'publish', to: 'published' });
  if (canUnscheduleRecap(state) && mayReview) moves.push({ kind: 'unschedule', to: 'approved' });
  if (canReopenRecap(state) && may('recaps.write')) moves.push({ kind: 'reopen', to: 'in-review' });
  if (canSendBackRecap(state) && mayReview) moves.push({ kind: 'sendBack', to: 'draft' });
  return moves;
}

/** The nearest column in a direction to which it can go. */
export function nearestMove(
  state: RecapState,
  moves: readonly CardMove[],
  direction: 'left' | 'right',
): CardMove | null {
  const place = (one: RecapState) => (BOARD_STATES as readonly RecapState[]).indexOf(one);
  const distance = ({ to }: CardMove) => (place(to) - place(state)) * (direction === 'right' ? 1 : -1);
  const [nearest] = moves.filter((move) => distance(move) > 0).sort((a, b) => distance(a) - distance(b));
  return nearest ?? null;
}

export function moveWords(kind: MoveKind): string {
  switch (kind) {
    case 'submit':
      return $localize`:@@recap-desk.move.submit:Submit for review …`;
    case 'approve':
      return $localize`:@@recap-desk.move.approve:Approve`;
    case 'schedule':
      return $localize`:@@recap-desk.move.schedule:Schedule …`;
    case 'unschedule':
      return $localize`:@@recap-desk.move.unschedule:Take off the schedule`;
    case 'publish':
      return $localize`:@@recap-desk.move.publish:Publish …`;
    case 'reopen':
      return $localize`:@@recap-desk.move.reopen:Take the approval back …`;
    case 'sendBack':
      return $localize`:@@recap-desk.move.back:Send back …`;
  }
}

/** Carries out what moves a card, after its questions. */
@Injectable({ providedIn: 'root' })
export class CardMoves {
  private readonly recaps = inject(RecapsClient);
  private readonly desk = inject(RecapDeskClient);
  private readonly steps = inject(RecapSteps);
  private readonly access = inject(StaffAccess);
  private readonly snackBar = inject(MatSnackBar);

  of(card: BoardCard): CardMove[] {
    return cardMoves(card, this.access.me(), (permission) => this.access.may(permission));
  }

  /** @param hostZone of the series. @returns whether it moved */
  async carryOut(card: BoardCard, kind: MoveKind, hostZone: string): Promise<boolean> {
    try {
      const moved = await this.take(card, kind, hostZone);
      if (!moved) return false;
      sayDone(this.snackBar, $localize`:@@recap-desk.move.done:“${card.title}:title:” was moved.`, null);
      return true;
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
      return false;
    }
  }

  private async take(card: BoardCard, kind: MoveKind, hostZone: string): Promise<Recap | null> {
    const { id, version } = card;
    switch (kind) {
      case 'submit': {
        const answer = await this.steps.submit(await this.recaps.people(), this.access.me()?.id ?? null);
        return answer && this.recaps.submit(id, { version, ...answer });
      }
      case 'approve':
        return this.recaps.approve(id, version);
      case 'schedule': {
        const answer = await this.steps.schedule({ hostZone, known: null, figures: card.figures });
        return answer && this.recaps.schedule(id, { version, ...answer });
      }
      case 'unschedule':
        return this.recaps.unschedule(id, version);
      case 'publish': {
        const comments = card.openComments > 0 ? await this.desk.comments(id) : [];
        const answer = await this.steps.publish({
          figures: card.figures,
          isUpdate: card.state === 'published',
          languages: card.languages,
          openComments: comments
            .filter(({ resolvedAt }) => resolvedAt === null)
            .map(({ anchor }) => anchor.quote),
        });
        return answer && this.recaps.publish(id, { version, ...answer });
      }
      case 'reopen':
        return (await this.steps.reopen()) ? this.recaps.reopen(id, version) : null;
      case 'sendBack': {
        const comment = await this.steps.sendBack();
        return comment === null ? null : this.recaps.sendBack(id, { version, comment });
      }
    }
  }
}
