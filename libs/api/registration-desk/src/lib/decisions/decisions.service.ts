import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { fallbackOrder, SeatDesk, type DecisionOutcome } from '@reihe/api-platform';
import type { Language, Me } from '@reihe/shared-contracts';
import {
  SELECTION_MAX,
  type AskDecision,
  type DecisionPreview,
  type DecisionResult,
  type MakeDecision,
} from '@reihe/shared-registration';
import { DeskListRepository } from '../list/registrations.repository';
import { mustHaveScope } from '../list/registrations.service';
import { nothingSelected, previewOutdated, tooManySelected } from './decision.errors';
import { decisionOf, toDecisionPreview } from './decision.mapper';
import { DecisionsRepository } from './decisions.repository';

/** One decision about many registrations: first exactly what it does, then that and nothing else. */
@Injectable()
export class Decisions {
  constructor(
    private readonly seats: SeatDesk,
    private readonly lists: DeskListRepository,
    private readonly registrations: DecisionsRepository,
  ) {}

  /** Carried out and taken back. @throws registration.not-found */
  async preview(request: AskDecision, language: Language, staff: Me): Promise<DecisionPreview> {
    const ids = await this.select(request);
    const outcome = await this.seats.decide(ids, decisionOf(request), staff, { isRehearsal: true });
    return this.describe(request, outcome, language);
  }

  /** @throws registration.preview-outdated with what would happen now, where that is not what was seen: then nothing does */
  @Transactional()
  async make(request: MakeDecision, staff: Me): Promise<DecisionResult> {
    const ids = await this.select(request);
    const outcome = await this.seats.decide(ids, decisionOf(request), staff);
    const done = await this.describe(request, outcome, staff.language);
    if (done.fingerprint !== request.fingerprint) throw previewOutdated(done);
    const refused = done.items.filter(({ refusal }) => refusal !== null).length;
    return {
      decided: done.items.length - refused,
      refused,
      movedUp: done.movedUp.length,
      mails: done.mails,
    };
  }

  private async select({ ids, filter }: AskDecision): Promise<string[]> {
    if (filter) mustHaveScope(filter);
    const selected = filter ? await this.lists.ids(filter, SELECTION_MAX.decide + 1) : [...new Set(ids)];
    if (selected.length === 0) throw nothingSelected();
    if (selected.length > SELECTION_MAX.decide) throw tooManySelected();
    return selected;
  }

  private async describe(
    request: AskDecision,
    outcome: DecisionOutcome,
    language: Language,
  ): Promise<DecisionPreview> {
    const ids = [...outcome.registrations.map(({ id }) => id), ...outcome.movedUp];
    const named = await this.registrations.named(ids, fallbackOrder(language));
    return toDecisionPreview(request, outcome, new Map(named.map((one) => [one.id, one])));
  }
}
