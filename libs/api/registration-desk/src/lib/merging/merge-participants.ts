import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import {
  AuditTrail,
  Clock,
  DomainError,
  fallbackOrder,
  participantNotFound,
  rehearsed,
  SeatDesk,
} from '@reihe/api-platform';
import type { Language, Me } from '@reihe/shared-contracts';
import { betterRegistration } from '@reihe/shared-policies';
import type {
  MergeParticipants as Merge,
  MergePreview,
  MergedRegistration,
} from '@reihe/shared-registration';
import { previewOutdated } from '../decisions/decision.errors';
import { fingerprint } from '../decisions/decision.mapper';
import { mergeImpossible } from './merge.errors';
import { MergedMails } from './merged-mails.repository';
import { MergeRepository, type MergingParticipant, type MergingRegistration } from './merge.repository';

/** Somebody registered one of the two while their sessions were being locked: begin again, for the order of locks is everybody's. */
class CameBetween extends Error {}
const TRIES = 5;
const BUSY_SECONDS = 5;

interface Merging {
  keptId: string;
  absorbedId: string;
  /** null: it is only looked at. */
  reason: string | null;
  staff: Me;
  language: Language;
}

/**
 * Two entries of one person become one, for good. Where both have a place in one session the better one stays; a seat that is
 * freed goes on under the session's lock. Whoever comes with the address that goes is led to the entry that stays, where it was ever
 * proven.
 */
@Injectable()
export class MergeParticipants {
  constructor(
    private readonly merges: MergeRepository,
    private readonly mails: MergedMails,
    private readonly seats: SeatDesk,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** By carrying it out and taking it back. @throws participant.not-found, participant.merge-impossible */
  preview(keptId: string, absorbedId: string, language: Language, staff: Me): Promise<MergePreview> {
    const merging = { keptId, absorbedId, language, staff, reason: null };
    return this.untilAlone(() =>
      rehearsed(
        () => this.carryOut(merging),
        (work) => this.inTransaction(work),
      ),
    );
  }

  /** @throws participant.not-found, participant.merge-impossible; registration.preview-outdated with what would happen now; server.busy */
  async merge(keptId: string, { absorbedId, reason, fingerprint: seen }: Merge, staff: Me): Promise<void> {
    await this.untilAlone(() =>
      this.mergeAsSeen({ keptId, absorbedId, reason, staff, language: staff.language }, seen),
    );
  }

  @Transactional()
  protected async mergeAsSeen(merging: Merging, seen: string): Promise<void> {
    const done = await this.carryOut(merging);
    if (done.refusal) throw mergeImpossible();
    if (done.fingerprint !== seen) throw previewOutdated(done);
  }

  @Transactional()
  protected inTransaction(work: () => Promise<never>): Promise<never> {
    return work();
  }

  private async untilAlone<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      try {
        return await work();
      } catch (end) {
        if (!(end instanceof CameBetween)) throw end;
      }
    }
    throw new DomainError('server.busy', 503, { retryAfterSeconds: BUSY_SECONDS });
  }

  private async carryOut(merging: Merging): Promise<MergePreview> {
    const { keptId, absorbedId } = merging;
    if (keptId === absorbedId) throw mergeImpossible();
    const both = [keptId, absorbedId];
    const languages = fallbackOrder(merging.language);
    const locked = await this.merges.lockSessionsOf(both);
    const people = await this.merges.lockPeople(both);
    const [kept, absorbed] = both.map((id) => people.find((one) => one.id === id));
    if (!kept || !absorbed) throw participantNotFound();
    if ([kept, absorbed].some(({ isErased, mergedIntoId }) => isErased || mergedIntoId !== null))
      throw mergeImpossible();

    const registrations = await this.merges.registrations(both, languages);
    if (registrations.some(({ sessionId }) => !locked.has(sessionId))) throw new CameBetween();
    const ending = endingOf(registrations, keptId);
    const sessionIds = [...new Set(ending.map(({ sessionId }) => sessionId))].sort();
    const seriesIds = [...new Set(registrations.map(({ seriesId }) => seriesId))];
    const before = await this.merges.peopleOf(seriesIds);
    const waiting = await this.merges.waiting(sessionIds);
    const moving = registrations.filter(({ participantId }) => participantId === absorbedId);

    await this.merges.end(
      ending.map(({ id }) => id),
      this.clock.now(),
    );
    if (!absorbed.isVerified) await this.merges.cutOff(absorbedId);
    await this.merges.move(absorbedId, keptId);
    await this.mails.follow(
      absorbedId,
      keptId,
      ending.map(({ id }) => id),
    );
    await this.record(merging, ending, moving);
    for (const sessionId of sessionIds) await this.seats.passOn(sessionId);

    const after = new Map((await this.merges.peopleOf(seriesIds)).map(({ id, people }) => [id, people]));
    const ended = new Set(ending.map(({ id }) => id));
    const shown = registrations
      .filter(({ id, participantId }) => participantId === absorbedId || ended.has(id))
      .map((one) => shownRegistration(one, ended, absorbedId));
    const movedUp = await this.merges.promoted(
      waiting.filter((id) => !ended.has(id)),
      languages,
    );
    const series = before.flatMap(({ id, title, people }) => {
      const now = after.get(id) ?? people;
      return now === people ? [] : [{ id, title, before: people, after: now }];
    });
    const count = (id: string) => registrations.filter(({ participantId }) => participantId === id).length;
    return {
      fingerprint: fingerprint([
        keptId,
        absorbedId,
        shown.map(({ id, state, outcome }) => [id, state, outcome]),
        movedUp.map(({ id }) => id),
        series.map(({ id, before: then, after: now }) => [id, then, now]),
      ]),
      kept: shownPerson(kept, count(keptId)),
      absorbed: shownPerson(absorbed, count(absorbedId)),
      refusal: absorbed.isVerified && !kept.isVerified ? 'unproven' : null,
      registrations: shown,
      movedUp,
      series,
    };
  }

  private async record(
    { keptId, absorbedId, reason, staff }: Merging,
    ending: readonly MergingRegistration[],
    moving: readonly MergingRegistration[],
  ): Promise<void> {
    const [movedIds, endedIds] = [moving.map(({ id }) => id), ending.map(({ id }) => id)];
    const actor = { kind: 'staff', id: staff.id } as const;
    await this.merges.remember({
      keptId,
      absorbedId,
      staffId: staff.id,
      reason: reason ?? '',
      movedIds,
      endedIds,
      mergedAt: this.clock.now(),
    });
    for (const { id, state, sessionId } of ending)
      await this.audit.record({
        actor,
        action: 'registration.cancel',
        subject: 'registration',
        subjectId: id,
        before: { state },
        after: { state: 'cancelled', sessionId, participantId: keptId, because: 'merge' },
      });
    for (const { id, sessionId } of moving)
      await this.audit.record({
        actor,
        action: 'registration.move',
        subject: 'registration',
        subjectId: id,
        before: { participantId: absorbedId },
        after: { participantId: keptId, sessionId },
      });
    await this.audit.record({
      actor,
      action: 'participant.merge',
      subject: 'participant',
      subjectId: keptId,
      after: { absorbedId, movedIds, endedIds },
    });
    await this.audit.record({
      actor,
      action: 'participant.merged-into',
      subject: 'participant',
      subjectId: absorbedId,
      after: { keptId },
    });
  }
}

/** Of every session in which both have a live registration, the worse one; that of the entry that goes where both are alike. */
function endingOf(registrations: readonly MergingRegistration[], keptId: string): MergingRegistration[] {
  const live = registrations.filter(({ isLive }) => isLive);
  return live
    .filter(({ participantId }) => participantId === keptId)
    .flatMap((own) => {
      const other = live.find(
        ({ sessionId, participantId }) => sessionId === own.sessionId && participantId !== keptId,
      );
      if (!other) return [];
      return [betterRegistration(own, other) === own ? other : own];
    });
}

function shownRegistration(
  { id, participantId, sessionTitle, seriesTitle, state }: MergingRegistration,
  ended: ReadonlySet<string>,
  absorbedId: string,
): MergedRegistration {
  const belongsTo = participantId === absorbedId ? 'absorbed' : 'kept';
  return { id, belongsTo, sessionTitle, seriesTitle, state, outcome: ended.has(id) ? 'ends' : 'moves' };
}

function shownPerson(
  { id, name, email, organisation, city, country }: MergingParticipant,
  registrations: number,
): MergePreview['kept'] {
  return { id, name, email, organisation, city, country, registrations };
}
