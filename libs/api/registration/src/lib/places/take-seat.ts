import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock, DomainError, hashOf } from '@reihe/api-platform';
import {
  ConfirmLinksRepository,
  FormPeopleRepository,
  GroupCommit,
  linkUnknown,
  linkUsed,
  ParticipantLinks,
  RegistrationMail,
  RegistrationsRepository,
  Seats,
  toMyRegistration,
  unlessBusy,
  type ConfirmedWish,
  type LockedSession,
  type PressedLink,
  type RegistrationFacts,
} from '@reihe/api-seats';
import {
  publicPaths,
  type ConfirmAnswer,
  type ConfirmationPreview,
  type Language,
} from '@reihe/shared-contracts';

const CONFIRM_GROUPS = { size: 32, waiting: 1_000 };

interface PressedButton {
  token: string;
  language: Language;
}

interface Locked {
  links: readonly PressedLink[];
  sessions: readonly LockedSession[];
  people: readonly { id: string }[];
  wishes: readonly ConfirmedWish[];
}

/** What one pressed button confirms. */
interface Confirmation {
  link: PressedLink;
  /** Of the page. */
  language: Language;
  latest: ConfirmedWish;
  wishes: ConfirmedWish[];
}

/** The confirmed wish: under the sessions' locks it becomes a seat or a place on the waiting list. */
@Injectable()
export class TakeSeat {
  private readonly group = new GroupCommit<PressedButton, ConfirmAnswer>(
    CONFIRM_GROUPS,
    (presses) => this.confirmAll(presses),
    ({ token }) => token,
  );

  constructor(
    private readonly registrations: RegistrationsRepository,
    private readonly seats: Seats,
    private readonly people: FormPeopleRepository,
    private readonly pressed: ConfirmLinksRepository,
    private readonly links: ParticipantLinks,
    private readonly mail: RegistrationMail,
    private readonly clock: Clock,
  ) {}

  /** Changes nothing: mail scanners open links, people press buttons. */
  async preview(token: string, language: Language): Promise<ConfirmationPreview> {
    const link = await this.links.confirmLink(token);
    const pending = await this.registrations.pendingAt(link.participantId, link.createdAt);
    const facts = await this.registrations.facts(
      pending.map(({ id }) => id),
      language,
    );
    return {
      language,
      sessions: facts.map(({ heldUntil, session: { slug, title, startsAt, timeZone, mode } }) => ({
        slug,
        title,
        startsAt: startsAt.toISOString(),
        timeZone,
        heldUntil: heldUntil?.toISOString() ?? null,
        mode,
      })),
      expiresAt: link.expiresAt.toISOString(),
    };
  }

  /**
   * Wishes for sessions that began or were called off meanwhile end as expired; that is an outcome, not an error.
   * @throws registration.link-unknown, link-used, link-expired; server.busy where too many wait: the link still works then
   */
  async confirm(token: string, language: Language): Promise<ConfirmAnswer> {
    return unlessBusy(this.group.add({ token, language }));
  }

  /** Where a confirmed form without JavaScript goes on. */
  async confirmAndShow(token: string, language: Language): Promise<string> {
    const { manageToken } = await this.confirm(token, language);
    return publicPaths.manage(language, manageToken);
  }

  /** One lock, one statement per table and one commit for everybody who presses the button at the same time, in the order of pressing. */
  @Transactional()
  async confirmAll(presses: readonly PressedButton[]): Promise<PromiseSettledResult<ConfirmAnswer>[]> {
    await this.pressed.planOnce();
    const links = await this.pressed.find(presses.map(({ token }) => hashOf(token)));
    // Read behind the locks: what was pending before may have been confirmed, cancelled or erased while waiting for them.
    const [sessions, people, wishes] = await Promise.all([
      this.seats.lock([...new Set(links.flatMap(({ sessionIds }) => sessionIds))]),
      this.people.lock([...new Set(links.map(({ participantId }) => participantId))]),
      this.pressed.wishes(links.map(({ id }) => id)),
    ]);
    const locked = { links, sessions, people, wishes };
    const claimed = new Set<string>();
    const judged = presses.map((press) => this.judge(press, locked, claimed));
    const used = await this.pressed.use(
      judged.flatMap((one) => (one instanceof DomainError ? [] : [one.link.id])),
      this.clock.now(),
    );
    const outcomes = judged.map((one) =>
      one instanceof DomainError || used.has(one.link.id) ? one : linkUsed(),
    );
    const answers = await this.settle(
      outcomes.filter((one): one is Confirmation => !(one instanceof DomainError)),
      sessions,
    );
    return outcomes.map((one) => {
      if (one instanceof DomainError) return { status: 'rejected', reason: one };
      const value = answers.get(one.link.id);
      return value
        ? { status: 'fulfilled', value }
        : { status: 'rejected', reason: new Error('Somebody who confirmed is told of nothing.') };
    });
  }

  private judge(
    { token, language }: PressedButton,
    { links, sessions, people, wishes }: Locked,
    claimed: Set<string>,
  ): Confirmation | DomainError {
    const tokenHash = hashOf(token);
    try {
      const link = this.links.usable(links.find((one) => one.tokenHash === tokenHash));
      if (!people.some(({ id }) => id === link.participantId)) throw linkUnknown();
      const own = wishes.filter(
        ({ id, linkId, sessionId }) =>
          linkId === link.id && !claimed.has(id) && sessions.some((session) => session.id === sessionId),
      );
      const [latest] = own.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
      if (!latest) throw linkUsed();
      for (const { id } of own) claimed.add(id);
      return { link, language, latest, wishes: own };
    } catch (refusal) {
      if (refusal instanceof DomainError) return refusal;
      throw refusal;
    }
  }

  /** Answers by link. */
  private async settle(
    confirmations: readonly Confirmation[],
    sessions: readonly LockedSession[],
  ): Promise<Map<string, ConfirmAnswer>> {
    if (confirmations.length === 0) return new Map();
    const now = this.clock.now();
    const typed = new Map(
      confirmations.map(({ latest }) => [latest.participantId, { ...latest, id: latest.participantId }]),
    );
    const [proven] = await Promise.all([
      this.people.verify([...typed.values()], now),
      this.seats.settle(
        confirmations.flatMap(({ wishes }) => wishes),
        sessions,
        now,
      ),
    ]);
    const shown = await this.factsOf(confirmations, ({ language }) => language);
    const isReadAsTold = confirmations.every(({ language, latest }) => language === latest.language);
    const told = isReadAsTold ? shown : await this.factsOf(confirmations, ({ latest }) => latest.language);
    const settled = confirmations.flatMap((one) => {
      const person = proven.find(({ id }) => id === one.latest.participantId);
      return person ? [{ ...one, to: { ...person, participantId: person.id } }] : [];
    });
    const { links, join } = await this.mail.sayConfirmed(
      settled.map(({ link, to }) => ({ to, settled: told.get(link.id) ?? [] })),
    );
    return new Map(
      settled.map(({ link }, at) => [
        link.id,
        {
          manageToken: links[at]?.token ?? '',
          registrations: (shown.get(link.id) ?? []).map((facts) => toMyRegistration(facts, join, now)),
        },
      ]),
    );
  }

  /** What became of each confirmation, by its link: read once for all who read in one language. */
  private async factsOf(
    confirmations: readonly Confirmation[],
    languageOf: (of: Confirmation) => Language,
  ): Promise<Map<string, RegistrationFacts[]>> {
    const of = new Map<string, RegistrationFacts[]>();
    for (const language of new Set(confirmations.map(languageOf))) {
      const readers = confirmations.filter((one) => languageOf(one) === language);
      const facts = await this.registrations.facts(
        readers.flatMap(({ wishes }) => wishes.map(({ id }) => id)),
        language,
      );
      for (const { link, wishes } of readers) {
        const own = new Set(wishes.map(({ id }) => id));
        of.set(
          link.id,
          facts.filter(({ id }) => own.has(id)),
        );
      }
    }
    return of;
  }
}
