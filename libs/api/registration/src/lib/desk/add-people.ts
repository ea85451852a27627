import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  Clock,
  sessionNotFound,
  type AddedPerson,
  type AddedRegistration,
  type DeskOptions,
} from '@reihe/api-platform';
import { CheckAnswers } from '@reihe/api-questions';
import {
  FormPeopleRepository,
  RegistrationMail,
  RegistrationsRepository,
  Seats,
  sessionOver,
  WishesRepository,
  type LiveRegistration,
  type LockedSession,
} from '@reihe/api-seats';
import type { Me, RegistrationOrigin } from '@reihe/shared-contracts';
import { canSeatsChange, emailKey } from '@reihe/shared-policies';
import { DeskRepository } from './desk.repository';

/** Instead of a version of the privacy notice: organisers accept nothing for others. */
const NOT_ASKED = 'not-asked';

/** A line of the list. */
interface Entry {
  id: string;
  sessionId: string;
  participantId: string;
  person: AddedPerson;
  /** Else it repeats a line before it. */
  isFirst: boolean;
  /** Else a wish of theirs waits to be confirmed. */
  isNew: boolean;
  isHeld: boolean;
  wasRegistered: boolean;
}

/** People whom organisers enter themselves: they vouch for the wish, so nobody is asked to confirm it. Callers are in a transaction. */
@Injectable()
export class AddPeople {
  constructor(
    private readonly desk: DeskRepository,
    private readonly people: FormPeopleRepository,
    private readonly wishes: WishesRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly seats: Seats,
    private readonly answers: CheckAnswers,
    private readonly mail: RegistrationMail,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws session.not-found, session.wrong-state */
  async add(
    added: readonly AddedPerson[],
    origin: Extract<RegistrationOrigin, 'staff' | 'import'>,
    staff: Me,
    { isQuiet = false }: DeskOptions,
  ): Promise<AddedRegistration[]> {
    const now = this.clock.now();
    const sessions = await this.seats.lock([...new Set(added.map(({ sessionId }) => sessionId))]);
    if (added.some(({ sessionId }) => !sessions.some(({ id }) => id === sessionId))) throw sessionNotFound();
    if (!sessions.every((session) => canSeatsChange(session, now))) throw sessionOver();
    const people = await this.meet(added, now);
    const entries = await this.entriesOf(added, people, sessions);
    const entered = entries.filter(({ isFirst, wasRegistered }) => isFirst && !wasRegistered);
    await this.write(entered, origin, staff, now);
    await this.seats.place(
      entered.map((entry) => ({ ...entry, state: 'unverified' as const })),
      sessions,
      { kind: 'staff', id: staff.id },
      now,
    );
    const states = new Map((await this.desk.states(entries.map(({ id }) => id))).map((one) => [one.id, one]));
    if (!isQuiet && entered.length > 0)
      await this.mail.sayPlaced(await this.registrations.facts(entered.map(({ id }) => id)));
    return entries.map(({ id, participantId, isFirst, wasRegistered }) => ({
      ...{ id, participantId },
      state: states.get(id)?.state ?? 'confirmed',
      place: states.get(id)?.place ?? null,
      wasRegistered: wasRegistered || !isFirst,
    }));
  }

  /** Whom the addresses lead to, by their key. */
  private async meet(added: readonly AddedPerson[], now: Date): Promise<Map<string, string>> {
    const once = [...new Map(added.map((person) => [emailKey(person.email), person])).values()];
    const met = await this.people.meet(
      once.map(({ email, language, timeZone }) => ({ email, emailKey: emailKey(email), language, timeZone })),
      now,
      now,
    );
    const people = new Map(met.map((one) => [one.emailKey, one.id]));
    await this.desk.describe(
      once.flatMap((person) => {
        const id = people.get(emailKey(person.email));
        return id ? [{ ...person, id }] : [];
      }),
    );
    return people;
  }

  /** One for each of the list, in its order. Twice in one list is once in the session. */
  private async entriesOf(
    added: readonly AddedPerson[],
    people: ReadonlyMap<string, string>,
    sessions: readonly LockedSession[],
  ): Promise<Entry[]> {
    const known = await this.wishes.known(
      [...people.keys()],
      sessions.map(({ id }) => id),
    );
    const live = new Map<string, LiveRegistration>(
      known.flatMap(({ participantId, live: own }) =>
        own.map((one) => [`${one.sessionId} ${participantId}`, one] as const),
      ),
    );
    const ids = new Map<string, string>();
    return added.map((person) => {
      const { sessionId } = person;
      const participantId = people.get(emailKey(person.email)) ?? '';
      const place = `${sessionId} ${participantId}`;
      const there = live.get(place);
      const isFirst = !ids.has(place);
      const id = ids.get(place) ?? there?.id ?? randomUUID();
      ids.set(place, id);
      return {
        ...{ id, sessionId, participantId, person, isFirst },
        isNew: !there,
        isHeld: there?.isHeld ?? false,
        wasRegistered: there !== undefined && there.state !== 'unverified',
      };
    });
  }

  private async write(
    entered: readonly Entry[],
    origin: RegistrationOrigin,
    staff: Me,
    now: Date,
  ): Promise<void> {
    const words = ({ id, person }: Entry) => ({
      ...{ ...person, id, origin },
      confirmLinkId: null,
      privacyNotice: NOT_ASKED,
    });
    await this.wishes.insert(
      entered
        .filter(({ isNew }) => isNew)
        .map((entry) => ({
          ...words(entry),
          participantId: entry.participantId,
          sessionId: entry.sessionId,
          heldUntil: null,
          invitationCodeId: null,
        })),
      now,
    );
    const repeated = entered.filter(({ isNew }) => !isNew);
    await this.wishes.repeat(repeated.map(words));
    // Whoever typed them is not known: organisers give none.
    await this.answers.store(repeated.map(({ id }) => ({ registrationId: id, isNew: false, answers: [] })));
    await this.audit.recordAll(
      entered.map(({ id, sessionId, participantId }) => ({
        actor: { kind: 'staff', id: staff.id },
        action: 'registration.add',
        subject: 'registration',
        subjectId: id,
        after: { sessionId, participantId, origin },
      })),
    );
  }
}
