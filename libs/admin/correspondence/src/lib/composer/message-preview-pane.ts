import { Component, computed, DestroyRef, effect, inject, input, output, signal } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { LANGUAGES, type Language } from '@reihe/shared-contracts';
import type { MessagePreview, PreviewMessage } from '@reihe/shared-registration';
import { MessagesClient } from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';

/** The preview follows what is typed when one rests for so long. */
const LOOK_AFTER_MS = 600;

/** The mail as an example person of one language gets it, in HTML and as text; and a test of it to oneself. */
@Component({
  selector: 'reihe-message-preview-pane',
  template: `
    <section class="panel" aria-labelledby="message-preview">
      <h2 id="message-preview" i18n="@@correspondence.preview.heading">As it is read</h2>
      <fieldset>
        <legend class="visually-hidden" i18n="@@correspondence.preview.language">
          Language of the preview
        </legend>
        @for (one of languages; track one) {
          <label>
            <input
              type="radio"
              name="preview-language"
              [checked]="language() === one"
              (change)="language.set(one)"
            />
            {{ languageName(one) }}
          </label>
        }
        <button
          type="button"
          class="button quiet"
          (click)="test.emit(language())"
          i18n="@@correspondence.test.action"
        >
          Send a test to me
        </button>
      </fieldset>
      @if (failure()) {
        <p class="missing" role="alert">{{ failure() }}</p>
      }
      @if (shown(); as mail) {
        <article [attr.aria-busy]="isLooking() || null">
          <p class="hint">
            @if (mail.example !== null) {
              <ng-container i18n="@@correspondence.preview.example"
                >As {{ mail.example }} gets it. Addresses that are theirs alone stand as
                “example”.</ng-container
              >
            } @else {
              <ng-container i18n="@@correspondence.preview.nobody"
                >Nobody among them reads this language; you are the example.</ng-container
              >
            }
          </p>
          <p class="subject">
            <span i18n="@@correspondence.preview.subject">Subject:</span>&ngsp;<strong
              [attr.lang]="mail.language"
              >{{ mail.subject }}</strong
            >
          </p>
          <iframe
            sandbox=""
            [srcdoc]="html()"
            i18n-title="@@correspondence.preview.html-title"
            title="The mail as a mail program shows it"
          ></iframe>
          <details>
            <summary i18n="@@correspondence.preview.text">As plain text</summary>
            <pre tabindex="0" [attr.lang]="mail.language">{{ mail.text }}</pre>
          </details>
        </article>
      }
    </section>
  `,
  styleUrl: './message-preview-pane.css',
})
export class MessagePreviewPane {
  readonly messageId = input.required<string>();
  readonly typed = input.required<Omit<PreviewMessage, 'language'>>();
  readonly test = output<Language>();

  private readonly messages = inject(MessagesClient);
  private readonly formats = inject(Formats);
  private readonly sanitizer = inject(DomSanitizer);

  protected readonly languages = LANGUAGES;
  protected readonly language = signal<Language>(inject(LANGUAGE));
  protected readonly shown = signal<MessagePreview | null>(null);
  protected readonly failure = signal('');
  protected readonly isLooking = signal(false);
  /** The frame runs no script and has no origin, so the mail may be shown exactly as it goes out. */
  protected readonly html = computed(() => this.sanitizer.bypassSecurityTrustHtml(this.shown()?.html ?? ''));
  private asked = 0;

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      const [id, question] = [this.messageId(), { ...this.typed(), language: this.language() }];
      clearTimeout(timer);
      timer = setTimeout(() => void this.look(id, question), this.asked === 0 ? 0 : LOOK_AFTER_MS);
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(timer);
    });
  }

  protected languageName(language: Language): string {
    return this.formats.languageName(language);
  }

  /** An answer that was overtaken by the next question is not shown. */
  private async look(id: string, question: PreviewMessage): Promise<void> {
    const asked = (this.asked += 1);
    this.isLooking.set(true);
    try {
      const mail = await this.messages.preview(id, question);
      if (asked !== this.asked) return;
      this.shown.set(mail);
      this.failure.set('');
    } catch (error) {
      if (asked === this.asked) this.failure.set(staffFailureWords(failureOf(error)));
    } finally {
      if (asked === this.asked) this.isLooking.set(false);
    }
  }
}
