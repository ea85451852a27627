import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Outbox } from '@reihe/api-mail';
import { Clock, Config, Jobs } from '@reihe/api-platform';
import { FiguresRepository } from './figures.repository';

export const TELL_CHANGED_FIGURES_JOB = 'recap.tell-figures';

/** Owners of published recaps are told once a day at most, by one mail, which of them have figures that changed. */
@Injectable()
export class TellChangedFigures implements OnModuleInit {
  private readonly logger = new Logger(TellChangedFigures.name);

  constructor(
    private readonly figures: FiguresRepository,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(TELL_CHANGED_FIGURES_JOB, '15 5 * * *', () => this.tell());
  }

  /** Number of mails. One that fails does not keep the others waiting. */
  async tell(): Promise<number> {
    const owners = new Set((await this.figures.untold(null)).map(({ ownerId }) => ownerId));
    let mails = 0;
    for (const ownerId of owners) {
      try {
        if (await this.tellOne(ownerId)) mails += 1;
      } catch (error) {
        this.logger.error({ err: error, account: ownerId }, 'Changed figures could not be told');
      }
    }
    return mails;
  }

  @Transactional()
  private async tellOne(ownerId: string): Promise<boolean> {
    if (!(await this.figures.claimDigest(ownerId, this.clock.now()))) return false;
    // Asked again: another worker may have told by now, or somebody kept what is published.
    const recaps = await this.figures.untold(ownerId);
    const [first] = recaps;
    if (!first) return false;
    const { name, email, language, timeZone } = first;
    const desk = `${this.config.baseUrl}/admin/${language}/recaps`;
    await this.outbox.enqueueAll([
      {
        template: 'recap-figures-changed',
        data: {
          recaps: recaps.map(({ recapId, title, changes }) => ({
            title,
            changes,
            href: `${desk}/${recapId}`,
          })),
          link: `${desk}?lack=figures`,
        },
        ...{ language, timeZone, to: email, toName: name, participantId: null },
      },
    ]);
    for (const { recapId, revision, now } of recaps) await this.figures.tell(recapId, revision, now);
    return true;
  }
}
