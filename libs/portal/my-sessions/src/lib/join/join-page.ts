import { afterNextRender, Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { describePrivately, LinkFailure } from '@reihe/portal-by-link';
import { publicPaths, type JoinPage as Page } from '@reihe/shared-contracts';
import { readHandedOver, RegistrationClient, submittedForm } from '@reihe/web-data-access';
import { Formats, LANGUAGE, ReaderClock, zonePlace } from '@reihe/web-platform';
import { ErrorSummary, participantFailureWords } from '@reihe/web-forms';
import { PageHeading, PageLoading, SessionTime } from '@reihe/web-ui';
import { JoinDoor } from './join-door';
import { situationHeading } from './join-words';

/** How often the words about the time left are told anew. */
const TICK_MS = 20_000;

/**
 * Behind everybody's own address of a session. Opening it counts as nothing, since mail scanners open links too: a button, which is a
 * plain post, leads into the meeting.
 */
@Component({
  selector: 'reihe-join-page',
  imports: [ErrorSummary, JoinDoor, LinkFailure, PageHeading, PageLoading, RouterLink, SessionTime],
  templateUrl: './join-page.html',
  styleUrl: './join-page.css',
})
export class JoinPage {
  /** Bound from the address. */
  readonly token = input.required<string>();

  private readonly client = inject(RegistrationClient);
  private readonly formats = inject(Formats);
  private readonly clock = inject(ReaderClock);
  private readonly language = inject(LANGUAGE);

  protected readonly read = readHandedOver<Page>('join-page', () => this.client.joinPage(this.token()));
  private readonly ticked = signal<Date | null>(null);
  private readonly now = computed(() => this.ticked() ?? this.clock.now());

  protected readonly here = computed(() => publicPaths.joinPage(this.language, this.token()));
  protected readonly calendar = computed(
    () => `${publicPaths.joinCalendar(this.token())}?lang=${this.language}`,
  );
  protected readonly situationHeading = situationHeading;
  /** Why pressing did not work; empty while nothing is wrong. */
  protected readonly notice = signal('');
  protected readonly title = $localize`:@@register.join.title:Your way into the session`;
  protected readonly notJoined = $localize`:@@register.join.not-joined:That did not work`;

  constructor() {
    describePrivately(this.title, (language) => publicPaths.joinPage(language, this.token()));
    const submitted = submittedForm();
    if (submitted?.problem.code === 'request.too-many')
      this.notice.set(participantFailureWords({ kind: 'problem', problem: submitted.problem }));
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const timer = setInterval(() => {
        this.tick();
      }, TICK_MS);
      destroyed.onDestroy(() => {
        clearInterval(timer);
      });
    });
  }

  /** "in 3 days", "in 12 minutes" */
  protected fromNow(instant: string): string {
    return this.formats.fromNow(instant, this.now());
  }

  /** A moment by the clock of the person, else of the reader's device, else of the host, who is then named. */
  protected moment(instant: string, page: Page): string {
    const own = page.timeZone ?? this.clock.timeZone();
    const zone = own ?? page.session.timeZone;
    const told = `${this.formats.longDay(instant, zone)}, ${this.formats.time(instant, zone)}`;
    return own ? told : `${told} ${zonePlace(zone)} (${this.formats.zoneOffset(instant, zone)})`;
  }

  protected number(value: number): string {
    return this.formats.number(value);
  }

  /** The language of a title, where it is not the page's. */
  protected foreign({ language }: { language: string }): string | null {
    return language === this.language ? null : language;
  }

  /** Whoever waits at the door is let in without loading the page again. */
  private tick(): void {
    const now = new Date();
    this.ticked.set(now);
    const page = this.read.value();
    const isDue =
      (page?.situation === 'early' && now >= new Date(page.opensAt)) ||
      (page?.situation === 'open' && (now >= new Date(page.closesAt) || !page.access?.hasLink));
    if (!isDue) return;
    // Where the connection is lost for a moment, the page stays and asks again with the next tick.
    void this.client.joinPage(this.token()).then(
      (newer) => {
        this.read.replace(newer);
      },
      () => undefined,
    );
  }
}
