import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { ClockQuestion } from '@reihe/admin-session-form';
import { Ask } from '@reihe/admin-ui';
import type { Language } from '@reihe/shared-contracts';
import { reviewCommentRules, type Recap, type UpdateNotes } from '@reihe/shared-editorial';
import { resolveLocalTime } from '@reihe/shared-policies';
import { RecapsClient } from '@reihe/web-data-access';
import { firstValueFrom } from 'rxjs';
import { PublishDialog, type PublishQuestion } from './publish-dialog';
import { ScheduleDialog, type ScheduleQuestion, type TypedMinute } from './schedule-dialog';

/** What is sent once the person at the screen has answered. */
export type RecapChange = (version: number) => Promise<Recap>;

/** The questions in front of each step of a recap; null where one went back. */
@Injectable({ providedIn: 'root' })
export class RecapSteps {
  private readonly recaps = inject(RecapsClient);
  private readonly ask = inject(Ask);
  private readonly dialogs = inject(MatDialog);
  private readonly clocks = inject(ClockQuestion);

  async submit({ id }: Recap, me: string | null): Promise<RecapChange | null> {
    const people = await this.recaps.people();
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
    if (reviewer === null) return null;
    return (version) => this.recaps.submit(id, { version, reviewerId: reviewer || null });
  }

  async sendBack({ id }: Recap): Promise<RecapChange | null> {
    const comment = await this.ask.reason({
      title: $localize`:@@recap-desk.back.title:Send it back?`,
      text: $localize`:@@recap-desk.back.text:It becomes a draft again, with your comment.`,
      action: $localize`:@@recap-desk.back.action:Send back`,
      reason: {
        label: $localize`:@@recap-desk.back.label:Comment`,
        hint: $localize`:@@recap-desk.back.hint:What should be changed? It stands above the text until it is submitted again.`,
        rules: reviewCommentRules.comment,
      },
    });
    return comment === null ? null : (version) => this.recaps.sendBack(id, { version, comment });
  }

  async reopen({ id }: Recap): Promise<RecapChange | null> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@recap-desk.reopen.title:Take the approval back?`,
      text: $localize`:@@recap-desk.reopen.text:The text can be changed then, and has to be approved once more. Where it was scheduled it does not appear by itself any more.`,
      action: $localize`:@@recap-desk.reopen.action:Take it back`,
    });
    return isSure ? (version) => this.recaps.reopen(id, version) : null;
  }

  async publish({ id }: Recap, question: PublishQuestion): Promise<RecapChange | null> {
    const dialog = this.dialogs.open<PublishDialog, PublishQuestion, UpdateNotes>(PublishDialog, {
      data: question,
      maxWidth: '34rem',
    });
    const note = await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined });
    return note ? (version) => this.recaps.publish(id, { version, note }) : null;
  }

  /** Around a clock change one is asked which minute is meant. */
  async schedule({ id }: Recap, question: ScheduleQuestion): Promise<RecapChange | null> {
    const dialog = this.dialogs.open<ScheduleDialog, ScheduleQuestion, TypedMinute>(ScheduleDialog, {
      data: question,
      maxWidth: '34rem',
    });
    const typed = await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined });
    if (!typed) return null;
    const { publishLocal, timeZone } = typed;
    if (resolveLocalTime(publishLocal, timeZone).kind === 'exact')
      return (version) => this.recaps.schedule(id, { version, ...typed });
    const meant = await this.clocks.put({ startsLocal: publishLocal, endsLocal: publishLocal, timeZone });
    if (meant === null) return null;
    const answer =
      meant.kind === 'chosen'
        ? { publishLocal, timeZone, clockChoice: meant.choice }
        : { publishLocal: meant.startsLocal, timeZone };
    return (version) => this.recaps.schedule(id, { version, ...answer });
  }

  async archive({ id }: Recap): Promise<RecapChange | null> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@recap-desk.archive.title:Archive this recap?`,
      text: $localize`:@@recap-desk.archive.text:It leaves lists and feeds; its address goes on working and says that it is archived. It can be changed no more.`,
      action: $localize`:@@recap-desk.archive.action:Archive`,
      isDestructive: true,
    });
    return isSure ? (version) => this.recaps.archive(id, version) : null;
  }
}

/** The languages in which something is written. */
export function languagesOf({ translations }: Recap): Language[] {
  return Object.keys(translations) as Language[];
}
