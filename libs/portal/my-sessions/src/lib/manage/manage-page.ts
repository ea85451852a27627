import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { describePrivately, LinkFailure } from '@reihe/portal-by-link';
import { publicPaths } from '@reihe/shared-contracts';
import { mySessionsPaths } from '@reihe/shared-registration';
import { readHandedOver, RegistrationClient, submittedForm } from '@reihe/web-data-access';
import { failureOf, LANGUAGE } from '@reihe/web-platform';
import { ErrorSummary, participantFailureWords } from '@reihe/web-forms';
import { EmptyState, PageHeading, PageLoading } from '@reihe/web-ui';
import { MyRegistration } from '../my-registration';
import { MySessionsClient } from '../my-sessions-client';
import { RegisterAgain } from './register-again';

/** A participant's registrations, by the link in their e-mail. */
@Component({
  selector: 'reihe-manage-page',
  imports: [
    EmptyState,
    ErrorSummary,
    LinkFailure,
    MyRegistration,
    PageHeading,
    PageLoading,
    RegisterAgain,
    RouterLink,
  ],
  templateUrl: './manage-page.html',
  styleUrl: './manage-page.css',
})
export class ManagePage {
  /** Bound from the address. */
  readonly token = input.required<string>();
  /** From the query, after a form. */
  readonly done = input<string>();
  /** From the query, after cancelling without scripts: which registration. */
  readonly of = input<string>();

  private readonly client = inject(RegistrationClient);
  private readonly own = inject(MySessionsClient);
  private readonly language = inject(LANGUAGE);

  protected readonly read = readHandedOver('my-registrations', () => this.client.mine(this.token()));
  protected readonly action = computed(() => publicPaths.manage(this.language, this.token()));
  /** Why cancelling did not work; empty while nothing is wrong. */
  protected readonly notice = signal('');
  private readonly doneHere = signal('');
  protected readonly told = computed(() => this.doneHere() || (this.done() ?? ''));
  private readonly cancelledHere = signal('');
  /** The one that was just cancelled, unless its person has registered again since. */
  protected readonly cancelled = computed(() => {
    const id = this.cancelledHere() || (this.told() === 'cancelled' ? this.of() : '');
    const gone = this.read.value()?.registrations.find((one) => one.id === id);
    return gone?.state === 'cancelled' ? gone : null;
  });
  protected readonly cancelledOnes = computed(() => [this.cancelled() ?? []].flat());
  protected readonly isSending = signal(false);

  protected readonly cancelAllAction = computed(() => `${this.action()}/all`);
  protected readonly download = computed(() => mySessionsPaths.download(this.language, this.token()));
  /** Of the calendar to subscribe to, or to load once. */
  protected readonly calendar = computed(() => {
    const token = this.read.value()?.calendarToken;
    return token ? `${mySessionsPaths.calendar(token)}?lang=${this.language}` : null;
  });
  protected readonly canCancelSome = computed(
    () => (this.read.value()?.registrations.filter(({ canCancel }) => canCancel).length ?? 0) > 1,
  );
  protected readonly title = $localize`:@@register.manage.title:My sessions`;
  protected readonly notCancelled = $localize`:@@register.manage.not-cancelled:Nothing was cancelled`;
  protected readonly none = $localize`:@@register.manage.none:You are not registered for anything`;

  constructor() {
    describePrivately(this.title, (language) => publicPaths.manage(language, this.token()));
    const submitted = submittedForm();
    if (submitted) this.notice.set(participantFailureWords({ kind: 'problem', problem: submitted.problem }));
  }

  protected async cancel(event: Event, registrationId: string): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    this.isSending.set(true);
    this.notice.set('');
    this.cancelledHere.set('');
    try {
      this.read.replace(await this.client.cancel(this.token(), registrationId));
      this.cancelledHere.set(registrationId);
    } catch (error) {
      this.notice.set(participantFailureWords(failureOf(error)));
    } finally {
      this.isSending.set(false);
    }
  }

  protected async cancelAll(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    this.isSending.set(true);
    this.notice.set('');
    this.cancelledHere.set('');
    try {
      await this.own.cancelAll(this.token());
      this.read.replace(await this.client.mine(this.token()));
      this.doneHere.set('all');
    } catch (error) {
      this.notice.set(participantFailureWords(failureOf(error)));
    } finally {
      this.isSending.set(false);
    }
  }
}
