import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, InjectionToken, input, signal, type Type } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { AnswerStates, lastAnswer, Moments, StackedTable } from '@reihe/admin-ui';
import type { OutboxState, HistoryRegistration, LikelySame, ShownAnswer } from '@reihe/shared-registration';
import { DeskClient, StaffAccess } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { EmptyState, StateBadge, type StateTone } from '@reihe/web-ui';
import { firstValueFrom } from 'rxjs';
import { originWords, registrationStateTone, registrationStateWords } from '../registration-words';
import { answerValue, moment } from '../table/columns';
import { MergeDialog, type MergeQuestion } from './merge-dialog';

/** A component with the inputs `person` and `changed`: what privacy does with one person. Given by the app, which knows both. */
export const PERSON_ACTIONS = new InjectionToken<() => Promise<Type<unknown>>>('PERSON_ACTIONS');

/** One person over all series: what they registered for, what they were told and answered, and who else may be the same. */
@Component({
  selector: 'reihe-person-page',
  imports: [AnswerStates, EmptyState, NgComponentOutlet, RouterLink, StackedTable, StateBadge],
  templateUrl: './person-page.html',
  styleUrl: './person-page.css',
})
export class PersonPage {
  /** From the address. */
  readonly participantId = input.required<string>();

  private readonly desk = inject(DeskClient);
  private readonly access = inject(StaffAccess);
  private readonly dialogs = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  protected readonly moments = inject(Moments);

  protected readonly history = this.desk.participant(() => this.participantId());
  protected readonly answer = lastAnswer(this.history);
  /** Null while another person's history is still there. */
  protected readonly person = computed(() => {
    const person = this.answer();
    return person?.id === this.participantId() ? person : null;
  });
  protected readonly mayWrite = computed(() => this.access.may('registrations.write'));
  protected readonly mayReadMails = computed(() => this.access.may('outbox.read'));
  protected readonly stateWords = registrationStateWords;
  protected readonly stateTone = registrationStateTone;
  protected readonly originWords = originWords;
  protected readonly mailWords = mailWords;
  protected readonly mailTone = mailTone;

  protected readonly actions = signal<Type<unknown> | null>(null);
  protected readonly changed = () => this.history.reload();

  constructor() {
    void inject(PERSON_ACTIONS, { optional: true })?.().then((component) => {
      this.actions.set(component);
    });
  }

  protected when(instant: string, { timeZone }: HistoryRegistration): string {
    return moment(instant, timeZone, this.formats);
  }

  protected countryName(code: string | null): string {
    return code ? this.formats.countryName(code) : '';
  }

  protected languageName(tag: string): string {
    return this.formats.languageName(tag);
  }

  protected given(answer: ShownAnswer): string {
    return String(answerValue(answer, this.formats));
  }

  protected because({ because }: LikelySame): string {
    return because === 'address'
      ? $localize`:@@registration.person.same-address:The same address but for dots and tags`
      : $localize`:@@registration.person.same-name:The same name and organisation`;
  }

  protected async merge(other: LikelySame): Promise<void> {
    const dialog = this.dialogs.open<MergeDialog, MergeQuestion, string>(MergeDialog, {
      data: { ids: [this.participantId(), other.id] },
      width: '52rem',
      maxWidth: '96vw',
    });
    const kept = await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined });
    if (!kept) return;
    if (kept === this.participantId()) this.history.reload();
    else await this.router.navigate(['/participants', kept]);
  }
}

function mailWords(state: OutboxState): string {
  switch (state) {
    case 'queued':
      return $localize`:@@registration.mail.queued:Waiting`;
    case 'sending':
      return $localize`:@@registration.mail.sending:Being sent`;
    case 'sent':
      return $localize`:@@registration.mail.sent:Sent`;
    case 'failed':
      return $localize`:@@registration.mail.failed:Failed`;
  }
}

function mailTone(state: OutboxState): StateTone {
  switch (state) {
    case 'sent':
      return 'go';
    case 'failed':
      return 'stop';
    case 'queued':
    case 'sending':
      return 'wait';
  }
}
