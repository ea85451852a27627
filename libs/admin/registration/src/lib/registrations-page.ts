import { Component, computed, DestroyRef, DOCUMENT, inject, input, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import {
  PAGE_SIZE,
  REGISTRATION_LIFE,
  type RegistrationListItem,
  type RegistrationState,
  type Session,
} from '@reihe/shared-contracts';
import { canCancelAsOrganiser } from '@reihe/shared-policies';
import {
  AnswerStates,
  Ask,
  csvOf,
  everyPage,
  FilterSelect,
  lastAnswer,
  listAddress,
  offerFile,
  SearchBox,
  StackedTable,
} from '@reihe/admin-ui';
import { RegistrationsClient, SessionsClient, StaffAccess } from '@reihe/web-data-access';
import { failureOf, staffFailureWords, Formats, LANGUAGE } from '@reihe/web-platform';
import { EmptyState, Pagination, StateBadge } from '@reihe/web-ui';
import { registrationStateTone, registrationStateWords } from './registration-words';

/** While the page is open and seen, its counts follow what people do elsewhere. */
const ASK_AGAIN_AFTER = 20_000;

/** Who wants to come to one session, in which state, with the counts that follow. */
@Component({
  selector: 'reihe-registrations-page',
  imports: [
    AnswerStates,
    EmptyState,
    FilterSelect,
    Pagination,
    RouterLink,
    SearchBox,
    StateBadge,
    StackedTable,
  ],
  templateUrl: './registrations-page.html',
  styleUrl: './registrations-page.css',
})
export class RegistrationsPage {
  /** From the address. */
  readonly sessionId = input.required<string>();

  private readonly registrations = inject(RegistrationsClient);
  private readonly access = inject(StaffAccess);
  private readonly ask = inject(Ask);
  private readonly snackBar = inject(MatSnackBar);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  private readonly document = inject(DOCUMENT);
  protected readonly address = listAddress(['state']);

  private readonly session = inject(SessionsClient).one(() => this.sessionId());
  protected readonly lastSession = lastAnswer(this.session);
  protected readonly list = this.registrations.ofSession(this.sessionId, () => ({
    page: this.address.page(),
    q: this.address.q(),
    state: stateOf(this.address.filter('state')),
  }));
  protected readonly answer = lastAnswer(this.list);
  protected readonly isExporting = signal(false);

  protected readonly mayWrite = computed(() => this.access.may('registrations.write'));
  protected readonly mayErase = computed(() => this.access.may('participants.erase'));
  protected readonly states = REGISTRATION_LIFE.map((value) => ({
    value,
    words: registrationStateWords(value),
  }));
  protected readonly stateWords = registrationStateWords;
  protected readonly stateTone = registrationStateTone;
  protected readonly pageCount = computed(() => {
    const answer = this.answer();
    return answer ? Math.ceil(answer.total / answer.pageSize) : 0;
  });
  protected readonly title = computed(() => {
    const texts = Object.values(this.lastSession()?.translations ?? {});
    return this.lastSession()?.translations[this.language]?.title ?? texts[0]?.title ?? '';
  });
  protected readonly counts = computed(() => {
    const session = this.lastSession();
    return session && countsOf(session);
  });

  constructor() {
    const timer = setInterval(() => {
      if (this.document.visibilityState === 'visible') this.askAgain();
    }, ASK_AGAIN_AFTER);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }

  protected countryName(code: string | null): string {
    return code ? this.formats.countryName(code) : '';
  }

  protected languageName(tag: string): string {
    return this.formats.languageName(tag);
  }

  /** In the session's zone, as everything else about the session. */
  protected when(instant: string): string {
    const zone = this.lastSession()?.timeZone ?? 'UTC';
    return `${this.formats.date(instant, zone, { day: 'numeric', month: 'short' })}, ${this.formats.time(instant, zone)}`;
  }

  protected canCancel(registration: RegistrationListItem): boolean {
    return this.mayWrite() && canCancelAsOrganiser(registration.state);
  }

  protected async cancel(registration: RegistrationListItem): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@registration.cancel.title:Cancel the registration of ${registration.name}:name:?`,
      text: $localize`:@@registration.cancel.text:They are told by e-mail. A confirmed seat goes at once to whoever has been waiting longest.`,
      action: $localize`:@@registration.cancel.action:Cancel the registration`,
      isDestructive: true,
    });
    if (isSure) await this.carryOut(() => this.registrations.cancel(registration.id));
  }

  protected async erase(registration: RegistrationListItem): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@registration.erase.title:Erase ${registration.name}:name: everywhere?`,
      text: $localize`:@@registration.erase.text:Name, address and details leave every session for good; the counts stay as they are. This cannot be undone.`,
      action: $localize`:@@registration.erase.action:Erase this person`,
      isDestructive: true,
    });
    if (isSure) await this.carryOut(() => this.registrations.eraseParticipant(registration.participantId));
  }

  /** Exactly what the list shows under its search and filter, all pages of it. */
  protected async download(): Promise<void> {
    this.isExporting.set(true);
    try {
      const all = await everyPage((page) =>
        this.registrations.fetchOfSession(this.sessionId(), {
          page,
          pageSize: PAGE_SIZE.max,
          q: this.address.q(),
          state: stateOf(this.address.filter('state')),
        }),
      );
      const text = csvOf([this.headings(), ...all.map((one) => this.row(one))]);
      const name = `${this.lastSession()?.slug ?? 'registrations'}.csv`;
      offerFile(this.document, name, new Blob([text], { type: 'text/csv' }));
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    } finally {
      this.isExporting.set(false);
    }
  }

  private headings(): string[] {
    return [
      $localize`:@@registration.column.state:State`,
      $localize`:@@registration.column.place:Place`,
      $localize`:@@registration.column.name:Name`,
      $localize`:@@registration.column.email:E-mail`,
      $localize`:@@registration.column.position:Position`,
      $localize`:@@registration.column.organisation:Organisation`,
      $localize`:@@registration.column.city:City`,
      $localize`:@@registration.column.country:Country`,
      $localize`:@@registration.column.language:Language`,
      $localize`:@@registration.column.registered:Registered`,
      $localize`:@@registration.column.first-joined:Pressed “Join” first (hint)`,
      $localize`:@@registration.column.last-joined:Pressed “Join” last (hint)`,
    ];
  }

  private row(one: RegistrationListItem): string[] {
    return [
      registrationStateWords(one.state),
      one.place === null ? '' : String(one.place),
      one.name,
      one.email,
      one.position,
      one.organisation,
      one.city,
      this.countryName(one.country),
      this.languageName(one.language),
      one.registeredAt,
      one.joinHint?.firstAt ?? '',
      one.joinHint?.lastAt ?? '',
    ];
  }

  private async carryOut(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
    this.askAgain();
  }

  private askAgain(): void {
    this.list.reload();
    this.session.reload();
  }
}

function stateOf(value: string): RegistrationState | undefined {
  return REGISTRATION_LIFE.find((state) => state === value);
}

function countsOf({ capacity, counts }: Session) {
  const counted = (measure: string) =>
    counts.find((count) => count.measure === measure && count.origin === 'counted')?.value ?? 0;
  return {
    capacity,
    registered: counted('registered'),
    confirmed: counted('confirmed'),
    waitlisted: counted('waitlisted'),
  };
}
