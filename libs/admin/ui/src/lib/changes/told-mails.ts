import { Component, computed, inject, input, model, signal } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import {
  announcementRules,
  type Language,
  type PreviewedMail,
  type ToldAudience,
} from '@reihe/shared-contracts';
import { Formats } from '@reihe/web-platform';

let made = 0;

/** The mails of a change in one language, with the box for a sentence of one's own. */
@Component({
  selector: 'reihe-told-mails',
  templateUrl: './told-mails.html',
  styleUrl: './told-mails.css',
})
export class ToldMails {
  readonly language = input.required<Language>();
  /** One of each audience. */
  readonly mails = input.required<readonly PreviewedMail[]>();
  readonly sentence = model('');
  readonly hint = input('');
  /** Newer ones are on their way. */
  readonly isOld = input(false);

  private readonly formats = inject(Formats);
  private readonly sanitizer = inject(DomSanitizer);

  protected readonly id = `told-${(made += 1)}`;
  protected readonly longest = announcementRules.en.maxLength;
  protected readonly audience = signal<ToldAudience | null>(null);
  protected readonly languageName = computed(() => this.formats.languageName(this.language()));
  protected readonly shown = computed(
    () => this.mails().find((mail) => mail.audience === this.audience()) ?? this.mails()[0],
  );
  /** The frame runs no script and has no origin, so the mail may be shown exactly as it goes out. */
  protected readonly html = computed(() => this.sanitizer.bypassSecurityTrustHtml(this.shown()?.html ?? ''));

  protected audienceWords({ audience, people }: PreviewedMail): string {
    const count = this.formats.number(people);
    switch (audience) {
      case 'seat':
        return $localize`:@@admin.tell.seat:People with a place (${count}:count:)`;
      case 'waiting':
        return $localize`:@@admin.tell.waiting:People who wait for one (${count}:count:)`;
      case 'speaker':
        return $localize`:@@admin.tell.speaker:Speakers (${count}:count:)`;
    }
  }
}
