import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import {
  AnswerStates,
  Ask,
  lastAnswer,
  StackedTable,
  warnBeforeUnload,
  type UnsavedWork,
} from '@reihe/admin-ui';
import { SessionNav } from '@reihe/admin-session-form';
import type { AttendanceImport } from '@reihe/shared-figures';
import { AttendanceClient, StaffAccess } from '@reihe/web-data-access';
import { staffFailureWords } from '@reihe/web-forms';
import { failureOf, Formats } from '@reihe/web-platform';
import { formatWords, rangeWords } from './attendance-words';
import { AttendeesPanel } from './attendees-panel';
import { ReportDesk } from './report-desk';
import { ReportImport } from './report-import';
import { ThresholdPanel } from './threshold-panel';

/** Who came to one session: the numbers and what they are made of, reports to import and to undo, people to identify. */
@Component({
  selector: 'reihe-attendance-page',
  imports: [AnswerStates, AttendeesPanel, ReportImport, RouterLink, SessionNav, StackedTable, ThresholdPanel],
  providers: [ReportDesk],
  templateUrl: './attendance-page.html',
  styleUrl: './attendance-page.css',
})
export class AttendancePage implements UnsavedWork {
  /** From the address. */
  readonly sessionId = input.required<string>();

  private readonly client = inject(AttendanceClient);
  private readonly ask = inject(Ask);
  private readonly snackBar = inject(MatSnackBar);
  private readonly desk = inject(ReportDesk);
  protected readonly access = inject(StaffAccess);
  protected readonly formats = inject(Formats);
  private readonly people = viewChild(AttendeesPanel);

  protected readonly answer = this.client.record(() => this.sessionId());
  protected readonly record = lastAnswer(this.answer);
  protected readonly isSending = signal(false);
  protected readonly mayWrite = computed(() => this.access.may('registrations.write'));
  protected readonly formatWords = formatWords;
  protected readonly came = computed(() => {
    const counts = this.record()?.counts;
    return counts ? rangeWords(counts.attended, counts.guests, (value) => this.formats.number(value)) : '';
  });
  protected readonly apart = computed(() => {
    const counts = this.record()?.counts;
    return counts ? counts.hosts + counts.speakers + counts.bots : 0;
  });

  constructor() {
    warnBeforeUnload(() => this.hasUnsavedWork());
    effect(() => {
      this.desk.sessionId.set(this.sessionId());
    });
  }

  hasUnsavedWork(): boolean {
    return this.desk.isUnderWay();
  }

  protected reload(): void {
    this.answer.reload();
    this.people()?.reload();
  }

  protected when(instant: string, zone: string): string {
    return `${this.formats.day(instant, zone)}, ${this.formats.time(instant, zone)}`;
  }

  protected async undo(report: AttendanceImport): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@attendance.undo.title:Undo the import of ${report.fileName}:file:?`,
      text: $localize`:@@attendance.undo.text:What this report alone says of people is taken back, and certificates of those who then have not come are withdrawn. Other reports and marks by hand stay, and what you decided of people is kept for the next report.`,
      action: $localize`:@@attendance.undo.action:Undo the import`,
      isDestructive: true,
    });
    if (!isSure || this.isSending()) return;
    this.isSending.set(true);
    try {
      await this.client.undo(this.sessionId(), report.id);
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    } finally {
      this.isSending.set(false);
      this.reload();
    }
  }
}
