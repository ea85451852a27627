import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { describePrivately } from '@reihe/portal-by-link';
import { mySessionsPaths } from '@reihe/shared-registration';
import { BrowserProof, submittedForm } from '@reihe/web-data-access';
import { failureOf, LANGUAGE, type Failure } from '@reihe/web-platform';
import {
  ErrorSummary,
  Field,
  FieldControl,
  fieldErrorWords,
  participantFailureWords,
} from '@reihe/web-forms';
import { PageHeading } from '@reihe/web-ui';
import { MySessionsClient } from '../my-sessions-client';

/** Asks for the link to one's sessions anew. The answer is the same whether or not the address is known. */
@Component({
  selector: 'reihe-link-page',
  imports: [ErrorSummary, Field, FieldControl, PageHeading, RouterLink],
  templateUrl: './link-page.html',
  styleUrl: '../own-pages.css',
})
export class LinkPage {
  /** From the query, after a form without scripts. */
  readonly done = input<string>();

  private readonly client = inject(MySessionsClient);
  private readonly language = inject(LANGUAGE);
  protected readonly proof = inject(BrowserProof);
  private readonly submitted = submittedForm();

  protected readonly action = mySessionsPaths.link(this.language);
  protected readonly typed = [this.submitted?.values['email'] ?? ''].flat()[0] ?? '';
  protected readonly isSent = signal(false);
  protected readonly isSending = signal(false);
  protected readonly notice = signal('');
  protected readonly error = signal('');
  protected readonly title = $localize`:@@register.new-link.title:Have your link sent again`;
  protected readonly sentTitle = $localize`:@@register.mail.title:Please look into your mail`;
  protected readonly label = $localize`:@@register.label.email:E-mail address`;
  protected readonly notSent = $localize`:@@register.page.check:Please check your entries`;

  constructor() {
    describePrivately(this.title, (language) => mySessionsPaths.link(language));
    if (this.submitted) this.refuse({ kind: 'problem', problem: this.submitted.problem });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const form = new FormData(event.target as HTMLFormElement);
    const email = form.get('email');
    this.isSending.set(true);
    this.notice.set('');
    this.error.set('');
    try {
      // Nobody sees that field: who fills it in is a machine, and is told what it wants to hear.
      if (!form.get('website'))
        await this.client.askForLink({
          email: typeof email === 'string' ? email : '',
          language: this.language,
        });
      this.isSent.set(true);
    } catch (error) {
      this.refuse(failureOf(error));
    } finally {
      this.isSending.set(false);
    }
  }

  private refuse(failure: Failure): void {
    const [field] = failure.kind === 'problem' ? (failure.problem.fields ?? []) : [];
    if (field) this.error.set(fieldErrorWords(field.code, field.limit));
    else this.notice.set(participantFailureWords(failure));
  }
}
