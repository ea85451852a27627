import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { AnswerStates, Ask, lastAnswer, sayDone, SearchBox, StackedTable } from '@reihe/admin-ui';
import {
  ATTENDEE_GROUPS,
  ATTENDEE_ROLES,
  type Attendee,
  type AttendeeGroup,
  type AttendeeRole,
  type MatchSuggestion,
  type SetAttendeeRole,
} from '@reihe/shared-figures';
import { AttendanceClient, PrivacyClient, StaffAccess } from '@reihe/web-data-access';
import { staffFailureWords } from '@reihe/web-forms';
import { failureOf, Formats } from '@reihe/web-platform';
import { EmptyState, StateBadge } from '@reihe/web-ui';
import { groupWords, matchWords, reasonWords, roleWords } from './attendance-words';
import { WhoIsItDialog, type WhoIsIt } from './who-is-it-dialog';

const PER_PAGE = 50;

/** Whom the reports name: guests to be identified first, what decided each of the others beside them. */
@Component({
  selector: 'reihe-attendees-panel',
  imports: [AnswerStates, EmptyState, RouterLink, SearchBox, StackedTable, StateBadge],
  templateUrl: './attendees-panel.html',
  styleUrl: './attendees-panel.css',
})
export class AttendeesPanel {
  readonly sessionId = input.required<string>();
  /** Changes when something was imported or undone. */
  readonly counted = input.required<unknown>();
  /** The numbers of the session are others now. */
  readonly changed = output();

  private readonly client = inject(AttendanceClient);
  private readonly privacy = inject(PrivacyClient);
  private readonly questions = inject(Ask);
  private readonly dialogs = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly formats = inject(Formats);
  protected readonly mayWrite = computed(() => this.access.may('registrations.write'));
  protected readonly mayErase = computed(() => this.access.may('participants.erase'));
  private readonly access = inject(StaffAccess);

  protected readonly groups = ATTENDEE_GROUPS.map((value) => ({ value, words: groupWords(value) }));
  protected readonly roles = ATTENDEE_ROLES.map((value) => ({ value, words: roleWords(value) }));
  protected readonly group = signal<AttendeeGroup>('guests');
  protected readonly query = signal('');
  protected readonly pageNumber = signal(1);
  protected readonly isSending = signal(false);
  /** Told again when the numbers change: who is in which group may have changed with them. */
  protected readonly answer = this.client.attendees(
    () => (this.counted() === undefined ? null : this.sessionId()),
    () => ({ group: this.group(), q: this.query(), page: this.pageNumber(), pageSize: PER_PAGE }),
  );
  protected readonly list = lastAnswer(this.answer);
  protected readonly perPage = PER_PAGE;
  protected readonly matchWords = matchWords;

  reload(): void {
    this.answer.reload();
  }

  protected show(group: AttendeeGroup): void {
    this.group.set(group);
    this.pageNumber.set(1);
  }

  protected search(query: string): void {
    this.query.set(query);
    this.pageNumber.set(1);
  }

  protected nobodyWords(): string {
    if (this.query() !== '') return $localize`:@@attendance.people.no-hit:Nobody fits this search`;
    return this.group() === 'guests'
      ? $localize`:@@attendance.people.no-guests:Everybody is identified`
      : $localize`:@@attendance.people.nobody:Nobody`;
  }

  protected reasonsOf({ reasons }: MatchSuggestion): string {
    return this.formats.list(reasons.map(reasonWords));
  }

  protected roleLabel({ name }: Attendee): string {
    return $localize`:@@attendance.people.role-of:Role of ${name}:name:`;
  }

  protected isLabel({ name }: Attendee, likely: MatchSuggestion): string {
    return $localize`:@@attendance.people.is-whom:Is ${likely.name}:name: (${name}:guest:)`;
  }

  protected confirm(attendee: Attendee, suggestion: MatchSuggestion): Promise<void> {
    const reason = this.reasonsOf(suggestion);
    return this.match(attendee, suggestion.participantId, reason, suggestion.name);
  }

  protected leaveUnknown(attendee: Attendee): Promise<void> {
    return this.match(attendee, null, '', '');
  }

  protected ask(attendee: Attendee): void {
    const question: WhoIsIt = { sessionId: this.sessionId(), attendee };
    this.dialogs
      .open<WhoIsItDialog, WhoIsIt, { id: string; name: string; reason: string }>(WhoIsItDialog, {
        data: question,
        width: '34rem',
      })
      .afterClosed()
      .subscribe((chosen) => {
        if (chosen) void this.match(attendee, chosen.id, chosen.reason, chosen.name);
      });
  }

  protected takeBack(attendee: Attendee): Promise<void> {
    return this.carryOut(async () => {
      await this.client.match(this.sessionId(), {
        attendeeIds: [attendee.id],
        participantId: null,
        isTakenBack: true,
      });
    });
  }

  /** Of somebody who is known this would be half of it: they are erased on their own page. */
  protected async erase({ id, name }: Attendee): Promise<void> {
    const isSure = await this.questions.confirm({
      title: $localize`:@@attendance.erase.title:Erase ${name}:name: from the reports of this session?`,
      text: $localize`:@@attendance.erase.text:Name, address, organisation and what was decided of the name go for good. City, country, language and minutes stay, without the person: every figure is what it was. That it happened is on record. This cannot be undone.`,
      action: $localize`:@@attendance.erase.action:Erase from the reports`,
      isDestructive: true,
    });
    if (!isSure) return;
    await this.carryOut(async () => {
      await this.privacy.eraseGuest(this.sessionId(), id);
      const words = $localize`:@@attendance.erase.done:Nobody is named there any more. Every figure is what it was.`;
      sayDone(this.snackBar, words, null);
    });
  }

  protected setRole(attendee: Attendee, role: string): Promise<void> {
    const wanted = ATTENDEE_ROLES.find((one) => one === role);
    if (!wanted || wanted === attendee.role) return Promise.resolve();
    // What staff had decided before is decided again; otherwise reports tell the role once more.
    const undo: Partial<SetAttendeeRole> = attendee.isRoleByHand
      ? { reason: attendee.reason }
      : { isTakenBack: true };
    return this.carryOut(async () => {
      await this.sendRole(attendee, wanted);
      const words = $localize`:@@attendance.people.role-set:${attendee.name}:name:: ${roleWords(wanted)}:role:`;
      sayDone(
        this.snackBar,
        words,
        () => this.carryOut(() => this.sendRole(attendee, attendee.role, undo)),
        30,
      );
    });
  }

  private async sendRole(
    { id }: Attendee,
    role: AttendeeRole,
    more: Partial<SetAttendeeRole> = {},
  ): Promise<void> {
    await this.client.setRole(this.sessionId(), { attendeeIds: [id], role, ...more });
  }

  private match(
    attendee: Attendee,
    participantId: string | null,
    reason: string,
    name: string,
  ): Promise<void> {
    return this.carryOut(async () => {
      await this.client.match(this.sessionId(), { attendeeIds: [attendee.id], participantId, reason });
      const words =
        participantId === null
          ? $localize`:@@attendance.people.left:${attendee.name}:guest: stays a guest`
          : $localize`:@@attendance.people.matched:${attendee.name}:guest: is ${name}:name:`;
      sayDone(this.snackBar, words, () => this.takeBack(attendee), 30);
    });
  }

  private async carryOut(act: () => Promise<void>): Promise<void> {
    if (this.isSending()) return;
    this.isSending.set(true);
    try {
      await act();
      this.changed.emit();
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    } finally {
      this.isSending.set(false);
      this.answer.reload();
    }
  }
}
