import { Component, computed, inject, input, output, signal, type OnInit } from '@angular/core';
import { ACCEPTED_IMAGE_TYPES, type PublicImage } from '@reihe/shared-contracts';
import { failureOf, type Failure, type SubmittedForm } from '@reihe/web-platform';
import { ErrorSummary, Field, FieldControl, participantFailureWords } from '@reihe/web-forms';
import { Portrait } from '@reihe/web-ui';
import { FormFailure } from './form-failure';
import { MyInvitationsClient } from './my-invitations-client';

/** A speaker's photo: shown to readers only with consent, and no longer than that lasts. */
@Component({
  selector: 'reihe-photo-form',
  imports: [ErrorSummary, Field, FieldControl, Portrait],
  templateUrl: './photo-form.html',
  styleUrl: './speaker-page.css',
})
export class PhotoForm implements OnInit {
  readonly token = input.required<string>();
  readonly photo = input.required<PublicImage | null>();
  readonly action = input.required<string>();
  /** The form as it came back from the server; null where it did not. */
  readonly submitted = input<SubmittedForm | null>(null);
  readonly sent = output();
  readonly removed = output();

  private readonly client = inject(MyInvitationsClient);
  protected readonly isSending = signal(false);
  protected readonly accepted = ACCEPTED_IMAGE_TYPES.join(',');
  protected readonly failure = new FormFailure(idOf, labelWords);
  protected readonly fileLabel = labelWords('file');
  protected readonly creditLabel = labelWords('credit');
  protected readonly fileHint = $localize`:@@speakers.photo.file-hint:JPEG, PNG, WebP or AVIF, at most 20 MB. Where it was taken and other hidden details are removed.`;
  protected readonly creditHint = $localize`:@@speakers.photo.credit-hint:Who took it; stands beside the picture.`;
  protected readonly summaryHeading = $localize`:@@speakers.photo.not-sent:Your photo is not stored yet`;
  protected readonly credit = computed(() => [this.submitted()?.values['credit'] ?? ''].flat()[0] ?? '');
  protected readonly hasConsented = computed(() => this.submitted()?.values['hasConsented'] === 'on');

  ngOnInit(): void {
    const submitted = this.submitted();
    if (submitted) this.tell({ kind: 'problem', problem: submitted.problem });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const file = data.get('file');
    const credit = data.get('credit');
    await this.act(async () => {
      await this.client.sendPhoto(
        {
          token: this.token(),
          credit: typeof credit === 'string' ? credit : '',
          hasConsented: data.get('hasConsented') === 'on',
        },
        file instanceof File ? file : new File([], ''),
      );
      form.reset();
      this.sent.emit();
    });
  }

  protected async remove(event: Event): Promise<void> {
    event.preventDefault();
    await this.act(async () => {
      await this.client.removePhoto(this.token());
      this.removed.emit();
    });
  }

  private async act(work: () => Promise<void>): Promise<void> {
    if (this.isSending()) return;
    this.isSending.set(true);
    this.failure.forget();
    try {
      await work();
    } catch (error) {
      this.tell(failureOf(error));
    } finally {
      this.isSending.set(false);
    }
  }

  /** What is wrong with the file itself stands beside the file. */
  private tell(failure: Failure): void {
    this.failure.tell(failure);
    const isFile =
      failure.kind === 'problem' &&
      (failure.problem.code.startsWith('media.') || failure.problem.code === 'request.too-large');
    if (!isFile) return;
    this.failure.notice.set('');
    this.failure.summary.set([
      { controlId: 'photo-file', words: `${labelWords('file')}: ${participantFailureWords(failure)}` },
    ]);
  }
}

function idOf(path: string): string | null {
  return ['file', 'credit', 'hasConsented'].includes(path) ? `photo-${path}` : null;
}

function labelWords(field: string): string {
  switch (field) {
    case 'file':
      return $localize`:@@speakers.photo.file:Picture`;
    case 'credit':
      return $localize`:@@speakers.photo.credit:Photographer`;
    default:
      return $localize`:@@speakers.photo.consent-label:Consent`;
  }
}
