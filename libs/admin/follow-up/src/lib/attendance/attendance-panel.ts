import { Component, computed, inject, input, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { AnswerStates, Ask, lastAnswer, sayDone, SearchBox, StackedTable } from '@reihe/admin-ui';
import {
  followUpPaths,
  withdrawCertificateRules,
  type AttendancePerson,
  type StaffCertificate,
} from '@reihe/shared-registration';
import { FollowUpClient, StaffAccess } from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { EmptyState, StateBadge } from '@reihe/web-ui';

const PER_PAGE = 50;

/** Who came, marked by hand. That somebody pressed "Join" is shown beside it and marks nobody, unless staff say so. */
@Component({
  selector: 'reihe-attendance-panel',
  imports: [AnswerStates, EmptyState, SearchBox, StackedTable, StateBadge],
  templateUrl: './attendance-panel.html',
  styleUrl: './attendance-panel.css',
})
export class AttendancePanel {
  readonly sessionId = input.required<string>();
  readonly timeZone = input.required<string>();

  private readonly client = inject(FollowUpClient);
  private readonly access = inject(StaffAccess);
  private readonly ask = inject(Ask);
  private readonly snackBar = inject(MatSnackBar);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);

  protected readonly answer = this.client.attendance(() => this.sessionId());
  protected readonly list = lastAnswer(this.answer);
  protected readonly isSending = signal(false);
  protected readonly query = signal('');
  private readonly shownCount = signal(PER_PAGE);
  private readonly ticked = signal<ReadonlySet<string>>(new Set());

  protected readonly canMark = computed(
    () => this.access.may('registrations.write') && this.list()?.canMark === true,
  );
  protected readonly people = computed(() => this.list()?.people ?? []);
  protected readonly marked = computed(() => this.people().filter(isMarked).length);
  protected readonly pressed = computed(() => this.people().filter(({ joinHint }) => joinHint !== null));
  /** Those whom pressing "Join" would mark. */
  protected readonly hinted = computed(() => this.pressed().filter((person) => !isMarked(person)));
  private readonly found = computed(() => {
    const words = this.query().toLocaleLowerCase(this.language).split(/\s+/).filter(Boolean);
    return this.people().filter(({ name, organisation, city }) => {
      const text = `${name} ${organisation} ${city}`.toLocaleLowerCase(this.language);
      return words.every((word) => text.includes(word));
    });
  });
  protected readonly shown = computed(() => this.found().slice(0, this.shownCount()));
  protected readonly hidden = computed(() => this.found().length - this.shown().length);
  protected readonly selected = computed(() =>
    this.found().filter(({ registrationId }) => this.ticked().has(registrationId)),
  );
  protected readonly isEveryTicked = computed(
    () => this.found().length > 0 && this.selected().length === this.found().length,
  );
  protected readonly none = $localize`:@@follow-up.attendance.none:Nobody has a confirmed place`;

  protected readonly isMarked = isMarked;

  protected withdrawnWords({ withdrawalReason }: StaffCertificate): string {
    const words = $localize`:@@follow-up.certificate.withdrawn:Withdrawn`;
    return withdrawalReason ? `${words}: ${withdrawalReason}` : words;
  }

  protected selectWords({ name }: AttendancePerson): string {
    return $localize`:@@follow-up.attendance.select:Select ${name}:name:`;
  }

  protected isTicked({ registrationId }: AttendancePerson): boolean {
    return this.ticked().has(registrationId);
  }

  protected tick({ registrationId }: AttendancePerson, isOn: boolean): void {
    this.ticked.update((ticked) => {
      const now = new Set(ticked);
      if (isOn) now.add(registrationId);
      else now.delete(registrationId);
      return now;
    });
  }

  protected tickAll(isOn: boolean): void {
    this.ticked.set(new Set(isOn ? this.found().map(({ registrationId }) => registrationId) : []));
  }

  protected search(query: string): void {
    this.query.set(query);
    this.shownCount.set(PER_PAGE);
  }

  protected showMore(): void {
    this.shownCount.update((count) => count + PER_PAGE);
  }

  protected countryName(code: string | null): string {
    return code ? this.formats.countryName(code) : '';
  }

  protected when(instant: string): string {
    return this.formats.time(instant, this.timeZone());
  }

  protected checkAddress({ code }: StaffCertificate): string {
    return followUpPaths.certificate(this.language, code);
  }

  protected async markSelected(isPresent: boolean): Promise<void> {
    const people = this.selected();
    const withCertificate = people.filter(({ certificate }) => certificate?.withdrawnAt === null).length;
    if (!isPresent && withCertificate > 0 && !(await this.askAboutCertificates(withCertificate))) return;
    await this.mark(people, isPresent);
    this.ticked.set(new Set());
  }

  /** The hint becomes a mark only here, by somebody who says so. */
  protected async markPressed(): Promise<void> {
    const people = this.hinted();
    const isSure = await this.ask.confirm({
      title: $localize`:@@follow-up.attendance.pressed.title:Mark ${people.length}:count: people as having come?`,
      text: $localize`:@@follow-up.attendance.pressed.text:They pressed “Join”. That is a hint only: whether they stayed is not known. You can undo it.`,
      action: $localize`:@@follow-up.attendance.pressed.action:Mark them`,
    });
    if (isSure) await this.mark(people, true);
  }

  protected async withdraw(person: AttendancePerson, certificate: StaffCertificate): Promise<void> {
    const reason = await this.ask.reason({
      title: $localize`:@@follow-up.certificate.withdraw.title:Withdraw the certificate of ${person.name}:name:?`,
      text: $localize`:@@follow-up.certificate.withdraw.text:Whoever checks it learns that it was withdrawn. The person cannot have a new one made; you can issue it again.`,
      action: $localize`:@@follow-up.certificate.withdraw.action:Withdraw it`,
      reason: {
        label: $localize`:@@follow-up.certificate.withdraw.reason:Reason`,
        hint: $localize`:@@follow-up.certificate.withdraw.hint:For you and your colleagues; the public does not see it.`,
        rules: withdrawCertificateRules.reason,
      },
      isDestructive: true,
    });
    if (reason === null) return;
    await this.carryOut(() => this.client.withdrawCertificate(certificate.id, reason));
  }

  /** What went with the mark comes with it again, by itself. */
  protected canReissue({ withdrawnAt, withdrawalReason }: StaffCertificate): boolean {
    return withdrawnAt !== null && withdrawalReason !== '' && this.canMark();
  }

  protected async reissue(person: AttendancePerson, certificate: StaffCertificate): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@follow-up.certificate.reissue.title:Issue a certificate to ${person.name}:name: again?`,
      text: $localize`:@@follow-up.certificate.reissue.text:They get a new one with a code of its own, on their page after the session. The withdrawn one stays withdrawn.`,
      action: $localize`:@@follow-up.certificate.reissue.action:Issue it again`,
    });
    if (isSure) await this.carryOut(() => this.client.reissueCertificate(certificate.id));
  }

  private askAboutCertificates(count: number): Promise<boolean> {
    return this.ask.confirm({
      title: $localize`:@@follow-up.attendance.absent.title:Take the mark back?`,
      text: $localize`:@@follow-up.attendance.absent.text:Certificates that were issued already are withdrawn with it: ${count}:count:. Undoing gives the mark back; those people can then have new ones made.`,
      action: $localize`:@@follow-up.attendance.absent.action:Take it back`,
      isDestructive: true,
    });
  }

  private async mark(people: readonly AttendancePerson[], isPresent: boolean): Promise<void> {
    await this.carryOut(async () => {
      const ids = people.map(({ registrationId }) => registrationId);
      const { changed } = await this.client.mark(this.sessionId(), ids, isPresent);
      const words = isPresent
        ? $localize`:@@follow-up.attendance.marked:Marked as having come: ${changed.length}:count:`
        : $localize`:@@follow-up.attendance.unmarked:Mark taken back: ${changed.length}:count:`;
      const undo = () =>
        this.carryOut(async () => {
          await this.client.mark(this.sessionId(), changed, !isPresent);
        });
      sayDone(this.snackBar, words, changed.length > 0 ? undo : null, 30);
    });
  }

  private async carryOut(act: () => Promise<void>): Promise<void> {
    if (this.isSending()) return;
    this.isSending.set(true);
    try {
      await act();
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    } finally {
      this.isSending.set(false);
      this.answer.reload();
    }
  }
}

function isMarked({ evidence }: AttendancePerson): boolean {
  return evidence.length > 0;
}
