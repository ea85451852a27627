import { Inject, Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Outbox, type Mail } from '@reihe/api-mail';
import { AfterSession, Clock, Config, Jobs, type AfterSessionLinks } from '@reihe/api-platform';
import { publicPaths } from '@reihe/shared-contracts';
import { UnsubscribeLinks } from '../news/unsubscribe-links';
import { mailSessionOf } from '../people/reader';
import { AfterwardsRepository, type DueRecapNews, type DueThanks } from './afterwards.repository';

export const WRITE_AFTERWARDS_JOB = 'correspondence.afterwards';
const PER_STEP = 100;
/** Longer runs end themselves; the next one goes on a minute later. */
const STEPS_PER_RUN = 200;
const NOTHING_MORE: AfterSessionLinks = { materials: null, feedback: null, certificate: null };

/** Thanks to everybody who had a place in a session that is over, and news of its recap to whom the thanks could not name it. */
@Injectable()
export class WriteAfterwards implements OnModuleInit {
  constructor(
    private readonly afterwards: AfterwardsRepository,
    private readonly outbox: Outbox,
    private readonly unsubscribing: UnsubscribeLinks,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly jobs: Jobs,
    @Optional() @Inject(AfterSession) private readonly more?: AfterSession,
  ) {}

  onModuleInit(): void {
    this.jobs.every(WRITE_AFTERWARDS_JOB, '* * * * *', () => this.writeDue());
  }

  /** Number of mails written. Thanks first: a recap that they name is no news any more. */
  async writeDue(): Promise<number> {
    let written = 0;
    for (const write of [() => this.thankSome(), () => this.tellSome()]) {
      for (let step = 0; step < STEPS_PER_RUN; step += 1) {
        const mails = await write();
        if (mails === 0) break;
        written += mails;
      }
    }
    return written;
  }

  @Transactional()
  private async thankSome(): Promise<number> {
    const now = this.clock.now();
    const due = await this.afterwards.claimThanks(now, PER_STEP);
    if (due.length === 0) return 0;
    const unsubscribe = await this.unsubscribing.issueAll(due);
    const more = await this.more?.linksOf(
      due.map(({ registrationId, language }) => ({ id: registrationId, language })),
    );
    await this.outbox.enqueueAll(
      due.map((one, index) =>
        this.thanksFor(one, more?.get(one.registrationId) ?? NOTHING_MORE, unsubscribe[index] ?? ''),
      ),
    );
    const known = due.flatMap(({ participantId, recap }) =>
      recap === null ? [] : [{ participantId, recapId: recap.id }],
    );
    if (known.length > 0) await this.afterwards.knowRecaps(known, now);
    return due.length;
  }

  private thanksFor(due: DueThanks, links: AfterSessionLinks, unsubscribeUrl: string): Mail<'thanks'> {
    const { participantId, email, name, language, timeZone, recap, session, tellsOfRecaps } = due;
    return {
      template: 'thanks',
      to: email,
      toName: name,
      language,
      timeZone,
      participantId,
      unsubscribeUrl,
      data: {
        session: mailSessionOf(session, language, this.config.baseUrl),
        recap: recap && this.config.baseUrl + publicPaths.recap(recap.language, recap.slug),
        hasRecapToCome: recap === null && tellsOfRecaps,
        ...links,
      },
    };
  }

  @Transactional()
  private async tellSome(): Promise<number> {
    const due = await this.afterwards.claimRecapNews(this.clock.now(), PER_STEP);
    if (due.length === 0) return 0;
    const unsubscribe = await this.unsubscribing.issueAll(due);
    await this.outbox.enqueueAll(due.map((one, index) => this.newsFor(one, unsubscribe[index] ?? '')));
    return due.length;
  }

  private newsFor(due: DueRecapNews, unsubscribeUrl: string): Mail<'recap-published'> {
    const { participantId, email, name, language, timeZone, title, lead, slug, recapLanguage } = due;
    return {
      template: 'recap-published',
      to: email,
      toName: name,
      language,
      timeZone,
      participantId,
      unsubscribeUrl,
      data: {
        title,
        lead,
        link: this.config.baseUrl + publicPaths.recap(recapLanguage, slug),
        sessions: due.sessions.map((session) => mailSessionOf(session, language, this.config.baseUrl)),
      },
    };
  }
}
