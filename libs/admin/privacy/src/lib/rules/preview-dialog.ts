import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { Moments } from '@reihe/admin-ui';
import type { RetentionPreview, RetentionRun } from '@reihe/shared-figures';
import { PrivacyClient } from '@reihe/web-data-access';
import { staffFailureWords } from '@reihe/web-forms';
import { failureOf, Formats } from '@reihe/web-platform';
import { CountsList } from '../counts-list';

export interface PreviewQuestion {
  seriesId: string;
  title: string;
}

/** What of a series would go now, exactly, and the way to let it go. Closes with the run. */
@Component({
  selector: 'reihe-preview-dialog',
  imports: [CountsList, MatDialogModule],
  templateUrl: './preview-dialog.html',
  styleUrl: './dialogs.css',
})
export class PreviewDialog {
  protected readonly question = inject<PreviewQuestion>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<PreviewDialog, RetentionRun>>(MatDialogRef);
  private readonly privacy = inject(PrivacyClient);
  private readonly moments = inject(Moments);
  protected readonly formats = inject(Formats);

  protected readonly preview = signal<RetentionPreview | null>(null);
  protected readonly problem = signal('');
  protected readonly isAsking = signal(false);
  protected readonly isSending = signal(false);
  protected readonly isNothingDue = computed(() => this.preview()?.sessions.length === 0);
  protected readonly canRun = computed(() => {
    const seen = this.preview();
    return seen !== null && seen.sessions.length > 0 && seen.changed.length === 0 && !this.isSending();
  });
  /** People beyond those who are named. */
  protected readonly more = computed(() => {
    const seen = this.preview();
    return seen ? seen.counts.people - seen.people.length : 0;
  });

  constructor() {
    void this.ask();
  }

  protected day(instant: string): string {
    return this.formats.day(instant, this.moments.ownZone);
  }

  protected async ask(): Promise<void> {
    this.isAsking.set(true);
    this.problem.set('');
    try {
      this.preview.set(await this.privacy.preview(this.question.seriesId));
    } catch (error) {
      this.problem.set(staffFailureWords(failureOf(error)));
    } finally {
      this.isAsking.set(false);
    }
  }

  protected async run(): Promise<void> {
    const seen = this.preview();
    if (!seen) return;
    this.isSending.set(true);
    this.problem.set('');
    try {
      this.dialog.close(await this.privacy.run(seen.seriesId, seen.fingerprint));
    } catch (error) {
      await this.ask();
      this.problem.set(staffFailureWords(failureOf(error)));
    } finally {
      this.isSending.set(false);
    }
  }
}
