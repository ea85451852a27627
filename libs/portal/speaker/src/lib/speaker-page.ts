import { Component, computed, inject, input, signal } from '@angular/core';
import { describePrivately, LinkFailure } from '@reihe/portal-by-link';
import {
  publicPaths,
  SPEAKER_FORMS,
  type InvitationAnswer,
  type MyInvitation,
  type SpeakerForm,
} from '@reihe/shared-contracts';
import { readHandedOver, submittedForm } from '@reihe/web-data-access';
import { failureOf, LANGUAGE } from '@reihe/web-platform';
import { ErrorSummary, participantFailureWords } from '@reihe/web-forms';
import { EmptyState, PageHeading, PageLoading } from '@reihe/web-ui';
import { MyPart } from './my-part';
import { PhotoForm } from './photo-form';
import { ProfileForm } from './profile-form';
import { MyInvitationsClient } from './my-invitations-client';

/** A speaker's own page, by the link in their e-mail: sessions and answers, profile, photo. Reading it changes nothing. */
@Component({
  selector: 'reihe-own-speaker-page',
  imports: [EmptyState, ErrorSummary, LinkFailure, MyPart, PageHeading, PageLoading, PhotoForm, ProfileForm],
  templateUrl: './speaker-page.html',
  styleUrl: './speaker-page.css',
})
export class SpeakerPage {
  /** Bound from the address. */
  readonly token = input.required<string>();
  /** From the query, after a form without scripts: what is done. */
  readonly done = input<string>();

  private readonly client = inject(MyInvitationsClient);
  private readonly language = inject(LANGUAGE);
  private readonly submitted = submittedForm();

  protected readonly read = readHandedOver('my-invitations', () => this.client.read(this.token()));
  protected readonly action = computed(() => publicPaths.speaker(this.language, this.token()));
  protected readonly isSending = signal(false);
  /** Why answering did not work; empty while nothing is wrong. */
  protected readonly notice = signal('');
  private readonly doneHere = signal<SpeakerForm | null>(null);
  protected readonly told = computed(() => {
    const form =
      this.doneHere() ?? (this.submitted ? undefined : SPEAKER_FORMS.find((name) => name === this.done()));
    return form ? doneWords(form) : '';
  });

  protected readonly title = $localize`:@@speakers.page.title:Your sessions and profile`;
  protected readonly notAnswered = $localize`:@@speakers.page.not-answered:Your answer was not stored`;
  protected readonly none = $localize`:@@speakers.page.none:You have no part in a session at the moment`;

  constructor() {
    describePrivately(this.title, (language) => publicPaths.speaker(language, this.token()));
    if (this.submitted && this.formOf('answer'))
      this.notice.set(participantFailureWords({ kind: 'problem', problem: this.submitted.problem }));
  }

  /** The form that came back, where it is this one. */
  protected formOf(form: SpeakerForm) {
    return this.submitted?.values['form'] === form ? this.submitted : null;
  }

  /** What was typed with an answer that came back. */
  protected wordsOf({ contributionId }: MyInvitation): string {
    const values = this.formOf('answer')?.values;
    return values?.['contributionId'] === contributionId ? ([values['words'] ?? ''].flat()[0] ?? '') : '';
  }

  protected async answer(
    { contributionId }: MyInvitation,
    { answer, words }: { answer: InvitationAnswer; words: string },
  ): Promise<void> {
    this.isSending.set(true);
    this.notice.set('');
    try {
      await this.client.answer({ token: this.token(), contributionId, answer, words });
      await this.refresh('answer');
    } catch (error) {
      this.notice.set(participantFailureWords(failureOf(error)));
    } finally {
      this.isSending.set(false);
    }
  }

  /**
   * Shows what is stored now; what is typed in the other forms stays. False where that cannot be read: what was done is done, and
   * what is shown stays too.
   */
  protected readonly refresh = async (done: SpeakerForm | null): Promise<boolean> => {
    this.doneHere.set(done);
    try {
      this.read.replace(await this.client.read(this.token()));
      return true;
    } catch {
      return false;
    }
  };
}

function doneWords(form: SpeakerForm): string {
  switch (form) {
    case 'answer':
      return $localize`:@@speakers.done.answer:Thank you. Your answer is with the organisers.`;
    case 'profile':
      return $localize`:@@speakers.done.profile:Your profile is saved.`;
    case 'photo':
      return $localize`:@@speakers.done.photo:Thank you. Your photo is stored.`;
    case 'remove-photo':
      return $localize`:@@speakers.done.remove-photo:Your photo is removed from every page.`;
  }
}
