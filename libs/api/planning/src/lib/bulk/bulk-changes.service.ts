import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock, fallbackOrder, SessionWriter } from '@reihe/api-platform';
import type { Language, Me, Session } from '@reihe/shared-contracts';
import type { BulkPreview, BulkRequest, BulkResult } from '@reihe/shared-planning';
import { bulkOutcome, capacityFor } from '@reihe/shared-policies';
import { bulkRefused, fieldMissing } from './bulk.errors';
import { refusalOf, toPreviewItem, undoOf, unknownItem, type Planned } from './bulk.mapper';
import { BulkRepository } from './bulk.repository';

/** One change for many sessions: first what it would do, then all of it or nothing. */
@Injectable()
export class BulkChanges {
  constructor(
    private readonly sessions: BulkRepository,
    private readonly writer: SessionWriter,
    private readonly clock: Clock,
  ) {}

  /** Changes nothing. A reason for cancelling may still be missing. */
  async preview(request: BulkRequest, language: Language): Promise<BulkPreview> {
    const planned = await this.plan(request, language);
    const known = new Set(planned.map(({ session }) => session.id));
    const missing = request.sessions.filter(({ id }) => !known.has(id));
    const told = await this.sessions.toldOverAll(
      planned
        .filter(({ outcome }) => outcome.kind === 'accepted' && outcome.isTold)
        .map(({ session }) => session.id),
    );
    const items = [...planned.map(toPreviewItem), ...missing.map(({ id }) => unknownItem(id))];
    const promoted = items.reduce((sum, item) => sum + item.promoted, 0);
    return { items, peopleTold: told.people + promoted, speakersTold: told.speakers };
  }

  /** @throws bulk.refused where one of them can no longer be changed so: then none is */
  @Transactional()
  async change(request: BulkRequest, staff: Me): Promise<BulkResult> {
    if (request.change.kind === 'cancel' && !request.change.reason) throw fieldMissing('change.reason');
    const ids = request.sessions.map(({ id }) => id);
    await this.sessions.lock(ids);
    const planned = await this.plan(request, staff.language);
    const known = new Map(planned.map((plan) => [plan.session.id, plan]));
    const refused = request.sessions.flatMap(({ id }) => {
      const plan = known.get(id);
      const refusal = plan ? refusalOf(plan) : { code: 'not-found' as const };
      return refusal ? [{ id, refusal }] : [];
    });
    if (refused.length > 0) throw bulkRefused(refused);
    const versions = new Map<string, number>();
    for (const plan of planned) {
      const { id, version } = await this.apply(plan, request, staff);
      versions.set(id, version);
    }
    return { changed: planned.length, undo: undoOf(request, planned, versions, this.clock.now()) };
  }

  private async plan({ change, sessions }: BulkRequest, language: Language): Promise<Planned[]> {
    const targets = new Map(sessions.map((target) => [target.id, target]));
    const found = await this.sessions.find([...targets.keys()], fallbackOrder(language));
    const now = this.clock.now();
    return found.flatMap((session) => {
      const target = targets.get(session.id);
      return target ? [{ target, session, outcome: bulkOutcome(change, target, session, now) }] : [];
    });
  }

  private apply({ session, target, outcome }: Planned, request: BulkRequest, staff: Me): Promise<Session> {
    const { id, version } = session;
    const { change } = request;
    switch (change.kind) {
      case 'publish':
        return this.writer.publish(id, version, staff);
      case 'withdraw':
        return this.writer.withdraw(id, version, staff);
      case 'cancel':
        return this.writer.cancel(id, version, change.reason ?? '', staff);
      case 'capacity':
        return this.writer.resize(id, version, capacityFor(change, target), staff);
      case 'move':
        if (outcome.kind !== 'accepted' || !outcome.moved) throw new Error('Only what is accepted is moved.');
        return this.writer.move(id, version, outcome.moved, staff);
    }
  }
}
