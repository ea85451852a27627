import { Injectable } from '@nestjs/common';
import { SessionNewsMessages } from '@reihe/api-mail';
import {
  SessionObserver,
  undoTooLate,
  type SessionMove,
  type SessionTelling,
  type ToldPeople,
  type UndoneChange,
} from '@reihe/api-platform';
import type { SessionNewsOf } from '@reihe/api-persistence';
import { RegistrationsRepository, ReleaseSeat } from '@reihe/api-seats';
import { NewsMail, type Told } from '../news/news-mail';
import { SpeakersOfSession } from '../news/speakers-of-session.repository';
import { toldReaders, type ToldReader } from '../news/told-reader';

/** What a reader knew before and has not been told: the known time, and whether another link is owed. */
type Known = Pick<SessionNewsOf, 'knownStartsAt' | 'knownEndsAt' | 'owesMeeting'>;

interface Occasion {
  isCancelled?: boolean;
  isMeetingNew?: boolean;
  /** The time before this change; absent: it stays. */
  previous?: { startsAt: Date; endsAt: Date };
}

/** What a change of the programme means for those registered and for speakers. Registrations stay: the session's state says it all. */
@Injectable()
export class SessionNews extends SessionObserver {
  constructor(
    private readonly registrations: RegistrationsRepository,
    private readonly speakers: SpeakersOfSession,
    private readonly seats: ReleaseSeat,
    private readonly messages: SessionNewsMessages,
    private readonly mail: NewsMail,
  ) {
    super();
  }

  sessionMoved(move: SessionMove, telling: SessionTelling = {}): Promise<ToldPeople[]> {
    const previous = { startsAt: move.previousStartsAt, endsAt: move.previousEndsAt };
    return this.tell(move.sessionId, { previous }, telling);
  }

  meetingChanged(sessionId: string, telling: SessionTelling = {}): Promise<ToldPeople[]> {
    return this.tell(sessionId, { isMeetingNew: true }, telling);
  }

  sessionCancelled(sessionId: string, telling: SessionTelling = {}): Promise<ToldPeople[]> {
    return this.tell(sessionId, { isCancelled: true }, telling);
  }

  capacityChanged(sessionId: string): Promise<void> {
    return this.seats.promoteWaiting(sessionId);
  }

  async changeUndone(change: UndoneChange, restore: (isToldAnew: boolean) => Promise<void>): Promise<void> {
    const { unsent, gone } = await this.messages.takeBack(change.id);
    if (gone > 0) throw undoTooLate(gone);
    const again = { startsAt: change.startsAt.toISOString(), endsAt: change.endsAt.toISOString() };
    const owed = new Map<string, Known>();
    for (const { reader, tells } of unsent) {
      const isWrong = tells.knownStartsAt !== again.startsAt || tells.knownEndsAt !== again.endsAt;
      // Told of nothing yet, because the mail that is taken back stood for an earlier change too.
      if (isWrong || tells.owesMeeting) owed.set(reader, tells);
    }
    const informed = await this.informedOf(change, await this.readersOf(change.sessionId));
    for (const [reader, known] of informed) owed.set(reader, known);
    await restore(owed.size > 0);
    if (owed.size === 0) return;
    // Read again: the session is another now.
    const readers = await this.readersOf(change.sessionId);
    const told = readers.flatMap((reader) => toldOf(reader, owed.get(reader.key), {}));
    await this.mail.say(told, {});
  }

  private async tell(sessionId: string, occasion: Occasion, telling: SessionTelling): Promise<ToldPeople[]> {
    const waiting = await this.messages.replaceWaiting(sessionId);
    const replaced = new Map(waiting.map(({ reader, tells }) => [reader, tells]));
    const all = (await this.readersOf(sessionId)).flatMap((reader) => {
      const before = replaced.get(reader.key);
      const { startsAt, endsAt } = occasion.previous ?? reader.session;
      const known: Known = {
        knownStartsAt: before?.knownStartsAt ?? startsAt.toISOString(),
        knownEndsAt: before?.knownEndsAt ?? endsAt.toISOString(),
        owesMeeting: before?.tellsMeeting ?? false,
      };
      return toldOf(reader, known, occasion);
    });
    const kinds = new Map<string, { example: Told; people: number }>();
    for (const one of all) {
      const kind = `${one.reader.audience} ${one.reader.language}`;
      const { example = one, people = 0 } = kinds.get(kind) ?? {};
      kinds.set(kind, { example, people: people + 1 });
    }
    const alike = [...kinds.values()];
    await this.mail.say(telling.isRehearsal === true ? alike.map(({ example }) => example) : all, telling);
    return alike.map(({ example: { reader }, people }) => {
      const { audience, language } = reader;
      return { audience, language, people };
    });
  }

  private async readersOf(sessionId: string): Promise<ToldReader[]> {
    return toldReaders(await this.registrations.factsOfTold(sessionId), await this.speakers.all(sessionId));
  }

  /** Who registered, moved up or asked since the change: they know the changed time from another mail, which has gone. */
  private async informedOf(
    change: UndoneChange,
    readers: readonly ToldReader[],
  ): Promise<Map<string, Known>> {
    const participants = readers.flatMap(({ participantId }) => participantId ?? []);
    const { changedAt, sessionId } = change;
    const ids = new Set(await this.messages.informedSince(changedAt, sessionId, participants));
    const informed = readers.filter(({ participantId }) => participantId !== null && ids.has(participantId));
    return new Map(
      informed.map(({ key, session }) => [
        key,
        {
          knownStartsAt: session.startsAt.toISOString(),
          knownEndsAt: session.endsAt.toISOString(),
          owesMeeting: change.kinds.includes('meeting'),
        },
      ]),
    );
  }
}

/** Nothing where there is nothing to say: everything is again as this reader knew it, or nobody owes them anything. */
function toldOf(
  reader: ToldReader,
  known: Known | undefined,
  { isCancelled = false, isMeetingNew = false }: Occasion,
): Told[] {
  if (!known) return [];
  const { startsAt, endsAt } = reader.session;
  const isMoved =
    known.knownStartsAt !== startsAt.toISOString() || known.knownEndsAt !== endsAt.toISOString();
  const tellsMeeting = isMeetingNew || known.owesMeeting;
  // Who waits has no way to join that could have changed.
  const isMeetingNews = tellsMeeting && reader.audience !== 'waiting';
  if (!isCancelled && !isMoved && !isMeetingNews) return [];
  return [
    { reader, news: { isCancelled, isMoved, tells: { ...known, audience: reader.audience, tellsMeeting } } },
  ];
}
