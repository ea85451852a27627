import { Injectable } from '@nestjs/common';
import { Outbox, type AddedSentence, type MailTemplate, type MailTemplates } from '@reihe/api-mail';
import { fallbackOrder, JoinAddresses, type SessionTelling } from '@reihe/api-platform';
import type { SessionNewsOf } from '@reihe/api-persistence';
import { ParticipantLinks, SessionCalendar } from '@reihe/api-seats';
import type { Announcement, Language } from '@reihe/shared-contracts';
import type { ToldReader } from './told-reader';

export interface News {
  isCancelled: boolean;
  isMoved: boolean;
  tells: SessionNewsOf;
}

export interface Told {
  reader: ToldReader;
  news: News;
}

interface NewsOf {
  news: NonNullable<Parameters<Outbox['enqueue']>[0]['news']>;
  hasSeat: boolean;
  joinAt: string | null;
}

/** The mails that tell of changed sessions: to people with a place, to those who wait, to speakers. */
@Injectable()
export class NewsMail {
  constructor(
    private readonly outbox: Outbox,
    private readonly links: ParticipantLinks,
    private readonly joining: JoinAddresses,
    private readonly calendar: SessionCalendar,
  ) {}

  /** One mail each. All are told of one session. */
  async say(told: readonly Told[], telling: SessionTelling): Promise<void> {
    const toJoin = told.filter(({ news }) => !news.isCancelled).map(({ reader }) => reader);
    const addresses = await this.joinAddresses(toJoin);
    for (const { reader, news } of told)
      await this.sayOne(reader, news, addresses.get(reader.key) ?? null, telling);
  }

  private async sayOne(
    reader: ToldReader,
    news: News,
    joinAt: string | null,
    { change, announcement }: SessionTelling,
  ): Promise<void> {
    const { session, roles, audience } = reader;
    const known = {
      startsAt: new Date(news.tells.knownStartsAt),
      endsAt: new Date(news.tells.knownEndsAt),
    };
    // A draft has no page yet; whoever knows of it has a way to join.
    const page = this.calendar.pageOf(session.slug, reader.language);
    const now = { ...session, url: session.state === 'draft' ? (joinAt ?? page) : page };
    const about = { roles, added: sentenceFor(reader.language, announcement) };
    const mail = {
      news: { sessionId: session.id, tells: news.tells, change },
      hasSeat: audience !== 'waiting',
      joinAt,
    };
    if (news.isCancelled) {
      const reason = session.cancelReason ?? '';
      await this.send(reader, 'session-cancelled', { ...about, session: { ...now, ...known }, reason }, mail);
      return;
    }
    const joining = {
      session: now,
      meeting: joinAt === null ? null : { url: joinAt },
      hasCalendar: mail.hasSeat,
      manageLink: await this.pageOf(reader),
    };
    if (!news.isMoved) await this.send(reader, 'meeting-changed', { ...about, ...joining }, mail);
    else
      await this.send(
        reader,
        'session-moved',
        {
          ...about,
          ...joining,
          previousStartsAt: known.startsAt,
          previousEndsAt: known.endsAt,
          isMeetingNew: news.tells.tellsMeeting,
        },
        mail,
      );
  }

  private async pageOf({ participantId, language }: ToldReader): Promise<string | null> {
    return participantId === null ? null : (await this.links.issueManage(participantId, language)).address;
  }

  /**
   * By the reader's key. Nobody but speakers and people with a place is told where to join; who is both joins by the address that
   * their confirmation has. Asked for all at once: the session's row is locked meanwhile.
   */
  private async joinAddresses(readers: readonly ToldReader[]): Promise<Map<string, string>> {
    const [session] = readers.map(({ session }) => session.id);
    if (session === undefined) return new Map();
    const seats = await this.joining.tokensOf(readers.flatMap(({ seatId }) => seatId ?? []));
    const parts = await this.joining.tokensOfSpeakers(
      session,
      readers.flatMap(({ seatId, speakerId }) => (seatId === null ? (speakerId ?? []) : [])),
    );
    return new Map(
      readers.flatMap(({ key, seatId, speakerId }): [string, string][] => {
        const token = seats.get(seatId ?? '') ?? parts.get(speakerId ?? '');
        return token === undefined ? [] : [[key, this.joining.addressOf(token)]];
      }),
    );
  }

  private async send<T extends MailTemplate>(
    reader: ToldReader,
    template: T,
    data: MailTemplates[T],
    { news, hasSeat, joinAt }: NewsOf,
  ): Promise<void> {
    const { email, name, language, timeZone, participantId, session } = reader;
    const purpose = template === 'session-cancelled' ? 'CANCEL' : 'ENTER';
    await this.outbox.enqueue({
      template,
      data,
      to: email,
      toName: name,
      language,
      timeZone,
      participantId,
      news,
      ...(hasSeat && { calendar: this.calendar.entry(reader, [{ session, joinAt }], purpose) }),
    });
  }
}

/** In the reader's language, else in the next that has one: better read in another than not at all. */
function sentenceFor(language: Language, announcement: Announcement = {}): AddedSentence | null {
  for (const one of fallbackOrder(language)) {
    const text = announcement[one]?.trim();
    if (text) return { text, language: one };
  }
  return null;
}
