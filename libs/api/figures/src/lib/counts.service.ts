import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, fallbackOrder } from '@reihe/api-platform';
import type {
  CountsOverview,
  Language,
  Me,
  SeriesFigures,
  StateCount,
  StatedCount,
} from '@reihe/shared-contracts';
import type { SelectionFigures } from '@reihe/shared-editorial';
import type { CountSubject } from './count-subject';
import { countNotFound, measureTaken, subjectNotFound } from './counts.errors';
import { CountsRepository, type Statement } from './counts.repository';

/** Numbers with their origin: what the records say, and beside it, never in its place, what somebody stated. */
@Injectable()
export class CountsService {
  constructor(
    private readonly counts: CountsRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async overview(subject: CountSubject): Promise<CountsOverview> {
    const overview = await this.counts.overview(subject);
    if (!overview) throw subjectNotFound(subject);
    return overview;
  }

  async seriesFigures(seriesId: string, language: Language): Promise<SeriesFigures> {
    const figures = await this.counts.seriesFigures(seriesId, fallbackOrder(language));
    if (!figures) throw subjectNotFound({ kind: 'series', id: seriesId });
    return figures;
  }

  async selectionFigures(seriesId: string, sessionIds: readonly string[]): Promise<SelectionFigures> {
    const figures = await this.counts.selectionFigures(seriesId, sessionIds);
    if (!figures) throw subjectNotFound({ kind: 'series', id: seriesId });
    return figures;
  }

  /** Stating a measure again replaces what was reported before: the later word counts, the log keeps the earlier. */
  @Transactional()
  async state(subject: CountSubject, count: StateCount, staff: Me): Promise<StatedCount> {
    if (!(await this.counts.lock(subject))) throw subjectNotFound(subject);
    const before = await this.counts.reported(subject, count.measure);
    const id = before?.id ?? randomUUID();
    const statement = { ...this.words(count, staff), statedOn: this.clock.now().toISOString().slice(0, 10) };
    if (before) await this.counts.update(id, statement);
    else await this.counts.insert(id, subject, statement);
    const after = await this.get(id);
    await this.record('count.state', id, staff, before, after);
    return after;
  }

  /** Only what a person reported can be put right by a person; an imported number is imported again, or removed. */
  @Transactional()
  async change(id: string, count: StateCount, staff: Me): Promise<StatedCount> {
    const before = await this.get(id);
    if (before.origin !== 'reported') throw countNotFound();
    const subject = subjectOf(before);
    await this.counts.lock(subject);
    const other = await this.counts.reported(subject, count.measure);
    if (other && other.id !== id) throw measureTaken();
    // Putting a number right does not make it said today.
    await this.counts.update(id, this.words(count, staff));
    const after = await this.get(id);
    await this.record('count.change', id, staff, before, after);
    return after;
  }

  @Transactional()
  async remove(id: string, staff: Me): Promise<void> {
    const before = await this.get(id);
    await this.counts.remove(id);
    await this.record('count.remove', id, staff, before, null);
  }

  private async get(id: string): Promise<StatedCount> {
    const count = await this.counts.one(id);
    if (!count) throw countNotFound();
    return count;
  }

  private words(
    { measure, value, isAtLeast, source, note }: StateCount,
    staff: Me,
  ): Omit<Statement, 'statedOn'> {
    const by = { enteredById: staff.id, enteredAt: this.clock.now() };
    return { measure, value, isAtLeast, source, note: note ?? null, ...by };
  }

  private record(
    action: string,
    subjectId: string,
    staff: Me,
    before: StatedCount | null,
    after: StatedCount | null,
  ): Promise<void> {
    return this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action,
      subject: 'count',
      subjectId,
      before: before && auditable(before),
      after: after && auditable(after),
    });
  }
}

function subjectOf({ sessionId, seriesId }: StatedCount): CountSubject {
  if (sessionId !== null) return { kind: 'session', id: sessionId };
  if (seriesId !== null) return { kind: 'series', id: seriesId };
  throw new Error('A stated count is about a session or a series.');
}

/** Who entered it is the entry's actor; the name stays out of the log. */
function auditable({ enteredBy: _enteredBy, ...count }: StatedCount) {
  return count;
}
