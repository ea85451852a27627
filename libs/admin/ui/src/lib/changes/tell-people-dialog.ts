import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatTabsModule } from '@angular/material/tabs';
import {
  LANGUAGES,
  UNDO_SECONDS,
  type Announcement,
  type Language,
  type PreviewedMail,
} from '@reihe/shared-contracts';
import { failureOf, Formats } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import type { TellAnswer, TellQuestion } from './tell-people';
import { ToldMails } from './told-mails';

/** So long after the last key the mails are asked for anew. */
const PAUSE_MS = 500;

/** The mails of a change, per language and audience, with a box for a sentence of one's own. */
@Component({
  selector: 'reihe-tell-people-dialog',
  imports: [MatDialogModule, MatTabsModule, ToldMails],
  templateUrl: './tell-people-dialog.html',
  styles: `
    .failure {
      margin: 0;
    }
  `,
})
export class TellPeopleDialog {
  protected readonly question = inject<TellQuestion>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<TellPeopleDialog, TellAnswer>>(MatDialogRef);
  private readonly formats = inject(Formats);

  protected readonly seconds = UNDO_SECONDS;
  protected readonly preview = signal(this.question.preview);
  protected readonly announcement = signal<Announcement>({});
  protected readonly tab = signal(0);
  protected readonly isRenewing = signal(false);
  protected readonly failure = signal('');
  protected readonly languages = computed(() =>
    LANGUAGES.filter((language) => this.preview().mails.some((mail) => mail.language === language)),
  );

  private pause: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.pause);
    });
  }

  protected whom(): string {
    const { people, speakers } = this.preview();
    const registered =
      people === 1
        ? $localize`:@@admin.tell.one-person:one registered person`
        : $localize`:@@admin.tell.people:${this.formats.number(people)}:count: registered people`;
    const speaking =
      speakers === 1
        ? $localize`:@@admin.tell.one-speaker:one speaker`
        : $localize`:@@admin.tell.speakers:${this.formats.number(speakers)}:count: speakers`;
    const named = [...(people > 0 ? [registered] : []), ...(speakers > 0 ? [speaking] : [])];
    return $localize`:@@admin.tell.whom:Written to by e-mail: ${this.formats.list(named)}:whom:.`;
  }

  protected languageName(language: Language): string {
    return this.formats.languageName(language);
  }

  protected tabWords(language: Language): string {
    const people = this.mailsIn(language).reduce((sum, mail) => sum + mail.people, 0);
    return `${this.languageName(language)} (${this.formats.number(people)})`;
  }

  protected mailsIn(language: Language): PreviewedMail[] {
    return this.preview().mails.filter((mail) => mail.language === language);
  }

  protected sentenceHint(language: Language): string {
    if (this.announcement()[language]?.trim())
      return $localize`:@@admin.tell.sentence-hint:It stands in the mail as you write it.`;
    const other = LANGUAGES.find((one) => this.announcement()[one]?.trim());
    if (!other)
      return $localize`:@@admin.tell.sentence-optional:Optional, e.g. why. It stands in the mail as you write it.`;
    const name = this.languageName(other);
    return $localize`:@@admin.tell.sentence-fallback:Empty: these readers get the sentence in ${name}:language:.`;
  }

  protected write(language: Language, text: string): void {
    this.announcement.update((sentences) => ({ ...sentences, [language]: text }));
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.renew(), PAUSE_MS);
  }

  protected close(isQuiet: boolean): void {
    this.dialog.close({ announcement: this.written(), isQuiet });
  }

  private async renew(): Promise<void> {
    const question = (this.asked += 1);
    this.isRenewing.set(true);
    try {
      const preview = await this.question.previewWith(this.written());
      if (question === this.asked) this.preview.set(preview);
      this.failure.set('');
    } catch (error) {
      if (question === this.asked) this.failure.set(staffFailureWords(failureOf(error)));
    } finally {
      if (question === this.asked) this.isRenewing.set(false);
    }
  }

  private written(): Announcement {
    const written: Announcement = {};
    for (const language of LANGUAGES) {
      const text = this.announcement()[language]?.trim();
      if (text) written[language] = text;
    }
    return written;
  }
}
