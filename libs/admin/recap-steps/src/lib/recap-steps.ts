import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Ask } from '@reihe/admin-ui';
import { ClockQuestion } from '@reihe/admin-session-form';
import { reviewCommentRules, type DeskPerson, type ScheduleRecap } from '@reihe/shared-editorial';
import { resolveLocalTime } from '@reihe/shared-policies';
import { firstValueFrom } from 'rxjs';
import { PublishDialog, type PublishAnswer, type PublishQuestion } from './publish-dialog';
import { ScheduleDialog, type ScheduledMinute, type ScheduleQuestion } from './schedule-dialog';

export type ScheduleAnswer = Omit<ScheduleRecap, 'version'>;

/** The questions in front of each step of a recap, wherever it is taken; null where one went back. */
@Injectable({ providedIn: 'root' })
export class RecapSteps {
  private readonly ask = inject(Ask);
  private readonly dialogs = inject(MatDialog);
  private readonly clocks = inject(ClockQuestion);

  /** @param me whoever asks: they do not ask themselves */
  async submit(
    people: readonly DeskPerson[],
    me: string | null,
  ): Promise<{ reviewerId: string | null } | null> {
    const reviewers = people.filter((person) => person.isReviewer && person.id !== me);
    const reviewer = await this.ask.choose({
      title: $localize`:@@recap-desk.submit.title:Who should review it?`,
      text: $localize`:@@recap-desk.submit.text:Whoever is asked gets an e-mail. Somebody else than who wrote last has to approve it.`,
      action: $localize`:@@recap-desk.submit.action:Submit for review`,
      choices: [
        { value: '', label: $localize`:@@recap-desk.submit.anybody:Whoever has time` },
        ...reviewers.map((person) => ({ value: person.id, label: person.name })),
      ],
    });
    return reviewer === null ? null : { reviewerId: reviewer || null };
  }

  sendBack(): Promise<string | null> {
    return this.ask.reason({
      title: $localize`:@@recap-desk.back.title:Send it back?`,
      text: $localize`:@@recap-desk.back.text:It becomes a draft again, with your comment.`,
      action: $localize`:@@recap-desk.back.action:Send back`,
      reason: {
        label: $localize`:@@recap-desk.back.label:Comment`,
        hint: $localize`:@@recap-desk.back.hint:What should be changed? It stands above the text until it is submitted again.`,
        rules: reviewCommentRules.comment,
      },
    });
  }

  reopen(): Promise<boolean> {
    return this.ask.confirm({
      title: $localize`:@@recap-desk.reopen.title:Take the approval back?`,
      text: $localize`:@@recap-desk.reopen.text:The text can be changed then, and has to be approved once more. Where it was scheduled it does not appear by itself any more.`,
      action: $localize`:@@recap-desk.reopen.action:Take it back`,
    });
  }

  async publish(question: PublishQuestion): Promise<PublishAnswer | null> {
    const dialog = this.dialogs.open<PublishDialog, PublishQuestion, PublishAnswer>(PublishDialog, {
      data: question,
      maxWidth: '34rem',
    });
    return (await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined })) ?? null;
  }

  /** Around a clock change one is asked which minute is meant. */
  async schedule(question: ScheduleQuestion): Promise<ScheduleAnswer | null> {
    const dialog = this.dialogs.open<ScheduleDialog, ScheduleQuestion, ScheduledMinute>(ScheduleDialog, {
      data: question,
      maxWidth: '34rem',
    });
    const typed = await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined });
    if (!typed) return null;
    const { publishLocal, timeZone, figures } = typed;
    if (resolveLocalTime(publishLocal, timeZone).kind === 'exact') return typed;
    const meant = await this.clocks.put({ startsLocal: publishLocal, endsLocal: publishLocal, timeZone });
    if (meant === null) return null;
    return meant.kind === 'chosen'
      ? { publishLocal, timeZone, clockChoice: meant.choice, figures }
      : { publishLocal: meant.startsLocal, timeZone, figures };
  }

  archive(): Promise<boolean> {
    return this.ask.confirm({
      title: $localize`:@@recap-desk.archive.title:Archive this recap?`,
      text: $localize`:@@recap-desk.archive.text:It leaves lists and feeds; its address goes on working and says that it is archived. It can be changed no more.`,
      action: $localize`:@@recap-desk.archive.action:Archive`,
      isDestructive: true,
    });
  }
}
