import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock, DomainError } from '@reihe/api-platform';
import type { ParticipantLinkRow } from '@reihe/api-persistence';
import {
  GroupCommit,
  linkUnknown,
  linkUsed,
  ParticipantLinks,
  ParticipantsRepository,
  RegistrationMail,
  RegistrationsRepository,
  Seats,
  toMyRegistration,
  unlessBusy,
  type LockedSession,
} from '@reihe/api-seats';
import {
  publicPaths,
  type ConfirmAnswer,
  type ConfirmationPreview,
  type Language,
} from '@reihe/shared-contracts';

const CONFIRM_GROUPS = { size: 32, lanes: 2, waiting: 1_000 };

interface PressedButton {
  token: string;
  language: Language;
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
    private readonly participants: ParticipantsRepository,
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

  /** One lock and one commit for everybody who presses the button at the same time, in the order of pressing. */
  @Transactional()
  async confirmAll(presses: readonly PressedButton[]): Promise<PromiseSettledResult<ConfirmAnswer>[]> {
    const found = await eachInTurn(presses, ({ token }) => this.pendingOf(token));
    const wanted = found.flatMap((one) =>
      one.status === 'fulfilled' ? one.value.pending.map(({ sessionId }) => sessionId) : [],
    );
    const sessions = await this.seats.lock([...new Set(wanted)]);
    return eachInTurn(presses, ({ language }, at) => {
      const one = found[at];
      if (one?.status !== 'fulfilled') throw one?.reason as Error;
      return this.settle(one.value.link, sessions, language);
    });
  }

  private async pendingOf(token: string) {
    const link = await this.links.confirmLink(token);
    return { link, pending: await this.registrations.pendingAt(link.participantId, link.createdAt) };
  }

  private async settle(
    link: ParticipantLinkRow,
    sessions: readonly LockedSession[],
    language: Language,
  ): Promise<ConfirmAnswer> {
    const now = this.clock.now();
    // Read under the lock: what was pending before may have been confirmed, cancelled or erased while waiting for it.
    const pending = await this.registrations.pendingAt(link.participantId, link.createdAt);
    const [latest] = pending.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
    if (!latest || !(await this.participants.useLink(link.id, now))) throw linkUsed();
    const participant = await this.participants.verify(
      link.participantId,
      { ...latest, position: latest.jobPosition, country: latest.country ?? '' },
      now,
    );
    if (!participant) throw linkUnknown();
    for (const wish of pending) {
      const session = sessions.find(({ id }) => id === wish.sessionId);
      if (session)
        await this.seats.settle(wish, session, { kind: 'participant', id: wish.participantId }, now);
    }
    const ids = pending.map(({ id }) => id);
    const settled = await this.registrations.facts(ids, language);
    const manage = await this.links.issueManage(link.participantId, latest.language);
    const told = latest.language === language ? settled : await this.registrations.facts(ids);
    const join = await this.mail.sayConfirmed(
      { ...participant, participantId: link.participantId },
      manage.address,
      told,
    );
    return {
      manageToken: manage.token,
      registrations: settled.map((facts) => toMyRegistration(facts, join, now)),
    };
  }
}

/** One after another; one that is refused does not stop the others. Refusals come before anything was written. */
async function eachInTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item, at: number) => Promise<Result>,
): Promise<PromiseSettledResult<Result>[]> {
  const outcomes: PromiseSettledResult<Result>[] = [];
  for (const [at, item] of items.entries()) {
    try {
      outcomes.push({ status: 'fulfilled', value: await work(item, at) });
    } catch (reason) {
      if (!(reason instanceof DomainError)) throw reason;
      outcomes.push({ status: 'rejected', reason });
    }
  }
  return outcomes;
}
