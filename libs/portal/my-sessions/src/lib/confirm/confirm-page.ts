import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { describePrivately, LinkFailure } from '@reihe/portal-by-link';
import { publicPaths, type ConfirmAnswer } from '@reihe/shared-contracts';
import { readHandedOver, RegistrationClient, submittedForm } from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE, ReaderClock, zonePlace, type Failure } from '@reihe/web-platform';
import { PageHeading, PageLoading } from '@reihe/web-ui';
import { MyRegistration } from '../my-registration';
import { ExpiredLink } from './expired-link';

/** Behind the link of the first e-mail. Opening it changes nothing, since mail scanners open links too: a button confirms. */
@Component({
  selector: 'reihe-confirm-page',
  imports: [ExpiredLink, LinkFailure, MyRegistration, PageHeading, PageLoading, RouterLink],
  templateUrl: './confirm-page.html',
  styleUrl: './confirm-page.css',
})
export class ConfirmPage {
  /** Bound from the address. */
  readonly token = input.required<string>();
  /** From the query, after a form without scripts. */
  readonly done = input<string>();

  private readonly client = inject(RegistrationClient);
  private readonly formats = inject(Formats);
  private readonly clock = inject(ReaderClock);
  private readonly language = inject(LANGUAGE);

  protected readonly read = readHandedOver('confirmation', () => this.client.preview(this.token()));
  /** What came of pressing the button; null before. */
  protected readonly answered = signal<ConfirmAnswer | null>(null);
  protected readonly isSending = signal(false);
  private readonly sendFailure = signal<Failure | null>(null);

  protected readonly failure = computed(() => this.sendFailure() ?? this.read.failure());
  protected readonly isExpired = computed(() => {
    const failure = this.failure();
    return failure?.kind === 'problem' && failure.problem.code === 'registration.link-expired';
  });
  protected readonly action = computed(() => publicPaths.confirm(this.language, this.token()));
  protected readonly title = $localize`:@@register.confirm.title:Confirm your registration`;
  protected readonly doneTitle = $localize`:@@register.confirm.done:Confirmed`;

  constructor() {
    describePrivately(this.title, (language) => publicPaths.confirm(language, this.token()));
    const submitted = submittedForm();
    if (submitted) this.sendFailure.set({ kind: 'problem', problem: submitted.problem });
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    this.isSending.set(true);
    try {
      this.answered.set(await this.client.confirm(this.token()));
    } catch (error) {
      this.sendFailure.set(failureOf(error));
    } finally {
      this.isSending.set(false);
    }
  }

  /** Back to the button; the link may still be good. */
  protected retry(): void {
    this.sendFailure.set(null);
    this.read.retry();
  }

  /** The reader's day and time first, the host's beside it where they differ. */
  protected times({ startsAt, timeZone }: { startsAt: string; timeZone: string }) {
    const own = this.clock.timeZone() ?? timeZone;
    const host = `${this.formats.time(startsAt, timeZone)} ${zonePlace(timeZone)} (${this.formats.zoneOffset(startsAt, timeZone)})`;
    return {
      day: this.formats.longDay(startsAt, own),
      time: own === timeZone ? host : this.formats.time(startsAt, own),
      host: own === timeZone ? null : host,
    };
  }

  protected moment(instant: string): string {
    return this.formats.date(instant, this.clock.timeZone() ?? 'UTC', {
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
    });
  }
}
