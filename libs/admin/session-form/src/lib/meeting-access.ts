import { Component, computed, input, signal } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { FieldRow } from '@reihe/admin-ui';
import {
  MEETING_PROVIDERS,
  meetingAccessRules,
  NO_MEETING,
  type MeetingProvider,
} from '@reihe/shared-contracts';
import { fieldError } from '@reihe/shared-form-policies';
import { meetingProviderOf } from '@reihe/shared-policies';
import { meetingProviderWords } from '@reihe/web-platform';
import { CopyButton } from '@reihe/web-forms';
import { emptyDialIn, type MeetingForm } from './meeting-form';

/** How people get into the meeting. What is secret stays covered until one asks to see it. What belongs beside it is projected. */
@Component({
  selector: 'reihe-meeting-access',
  imports: [CopyButton, FieldRow, FormField],
  templateUrl: './meeting-access.html',
  styleUrl: './meeting-access.css',
})
export class MeetingAccessEditor {
  readonly meeting = input.required<FieldTree<MeetingForm>>();

  protected readonly isShown = signal(false);
  protected readonly isReadOnly = computed(() => this.meeting()().disabled());
  protected readonly typed = computed(() => this.meeting()().value());
  /** The link, where it is one that can be opened. */
  protected readonly link = computed(() => {
    const url = this.typed().url.trim();
    return url !== '' && fieldError(url, meetingAccessRules.url) === null ? url : null;
  });
  protected readonly recognised = computed(() => this.words(meetingProviderOf(this.typed().url)));
  protected readonly providers = MEETING_PROVIDERS.map((value) => ({ value, words: this.words(value) }));
  protected readonly linkWords = $localize`:@@programme.meeting.the-link:meeting link`;
  protected readonly passcodeWords = $localize`:@@programme.meeting.the-passcode:passcode`;
  protected readonly opensHint = $localize`:@@programme.meeting.opens-hint:Minutes before the start. Empty: ${NO_MEETING.opensBefore}:minutes:.`;

  protected numbered(index: number): string {
    return $localize`:@@programme.meeting.numbered:Number ${index + 1}:number:`;
  }

  protected addNumber(): void {
    this.meeting()
      .dialIn()
      .value.update((lines) => [...lines, emptyDialIn()]);
    this.isShown.set(true);
  }

  protected removeNumber(index: number): void {
    this.meeting()
      .dialIn()
      .value.update((lines) => lines.filter((_, at) => at !== index));
  }

  private words(provider: MeetingProvider): string {
    return meetingProviderWords(provider) || $localize`:@@programme.meeting.other:Another provider`;
  }
}
