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
import {
  FormPeopleRepository,
  ParticipantLinks,
  RegistrationMail,
  RegistrationsRepository,
  Seats,
  WishesRepository,
  type KnownPerson,
  type LockedSession,
  type MetPerson,
} from '@reihe/api-seats';
import { PRIVACY_NOTICE_VERSION, type Me, type RegistrationOrigin } from '@reihe/shared-contracts';
import { emailKey } from '@reihe/shared-policies';
import { DeskRepository } from './desk.repository';

/** People whom organisers enter themselves: they vouch for the wish, so nobody is asked to confirm it. Callers are in a transaction. */
@Injectable()
export class AddPeople {
  constructor(
    private readonly desk: DeskRepository,
    private readonly people: FormPeopleRepository,
    private readonly wishes: WishesRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly seats: Seats,
    private readonly links: ParticipantLinks,
    private readonly mail: RegistrationMail,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws session.not-found */
  async add(
    added: readonly AddedPerson[],
    origin: Extract<RegistrationOrigin, 'staff' | 'import'>,
    staff: Me,
    { isQuiet = false }: DeskOptions,
  ): Promise<AddedRegistration[]> {
    const now = this.clock.now();
    const sessions = await this.seats.lock([...new Set(added.map(({ sessionId }) => sessionId))]);
    const once = [...new Map(added.map((person) => [emailKey(person.email), person])).values()];
    const met = await this.people.meet(
      once.map(({ email, language, timeZone }) => ({ email, emailKey: emailKey(email), language, timeZone })),
      now,
      now,
    );
    await this.desk.describe(
      once.flatMap((person) => {
        const one = met.find((met) => met.emailKey === emailKey(person.email));
        return one ? [{ ...person, id: one.id }] : [];
      }),
    );
    const known = await this.wishes.known(
      met.map((person) => person.emailKey),
      sessions.map(({ id }) => id),
    );
    const results: AddedRegistration[] = [];
    for (const person of added) {
      const session = sessions.find(({ id }) => id === person.sessionId);
      if (!session) throw sessionNotFound();
      results.push(await this.addOne(person, session, met, known, origin, staff, isQuiet));
    }
    return results;
  }

  private async addOne(
    person: AddedPerson,
    session: LockedSession,
    met: readonly MetPerson[],
    known: KnownPerson[],
    origin: RegistrationOrigin,
    staff: Me,
    isQuiet: boolean,
  ): Promise<AddedRegistration> {
    const key = emailKey(person.email);
    const participantId = met.find((one) => one.emailKey === key)?.id ?? '';
    const before = known.find((one) => one.emailKey === key);
    const live = before?.live.find(({ sessionId }) => sessionId === session.id);
    if (live && live.state !== 'unverified') return this.stateOf(live.id, participantId, true);

    const now = this.clock.now();
    const id = live?.id ?? randomUUID();
    if (!live) {
      const wish = { ...person, id, participantId, origin, invitationCodeId: null, confirmLinkId: null };
      await this.wishes.insert([{ ...wish, heldUntil: null, privacyNotice: PRIVACY_NOTICE_VERSION }], now);
      // Twice in one list is once in the session.
      const entry = { id, sessionId: session.id, state: 'confirmed' as const };
      if (before) before.live.push(entry);
      else known.push({ emailKey: key, participantId, live: [entry], hasPending: false });
    }
    const actor = { kind: 'staff', id: staff.id } as const;
    await this.audit.record({
      actor,
      action: 'registration.add',
      subject: 'registration',
      subjectId: id,
      after: { sessionId: session.id, participantId, origin },
    });
    await this.seats.place(
      { id, sessionId: session.id, participantId, state: 'unverified' },
      session,
      actor,
      now,
    );
    if (!isQuiet) await this.tell(id);
    return this.stateOf(id, participantId, false);
  }

  private async tell(id: string): Promise<void> {
    for (const facts of await this.registrations.facts([id])) {
      const { email, participantId, name, language, timeZone } = facts;
      if (email === null) continue;
      const { address } = await this.links.issueManage(participantId, language);
      await this.mail.sayConfirmed({ email, participantId, name, language, timeZone }, address, [facts]);
    }
  }

  private async stateOf(
    id: string,
    participantId: string,
    wasRegistered: boolean,
  ): Promise<AddedRegistration> {
    const [now] = await this.desk.states([id]);
    return { id, participantId, state: now?.state ?? 'confirmed', place: now?.place ?? null, wasRegistered };
  }
}
