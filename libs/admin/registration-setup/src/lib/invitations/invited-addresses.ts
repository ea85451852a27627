import { Component, computed, inject, input, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { AnswerStates, lastAnswer, sayDone, SearchBox } from '@reihe/admin-ui';
import type { RegistrationOwner } from '@reihe/shared-contracts';
import type { InvitedAddress } from '@reihe/shared-registration';
import { RegistrationSetupClient, StaffAccess } from '@reihe/web-data-access';
import { failureOf } from '@reihe/web-platform';
import { Field, FieldControl, fieldErrorWords, staffFailureWords } from '@reihe/web-forms';
import { EmptyState } from '@reihe/web-ui';

const PAGE_SIZE = 50;

/** Addresses and domains that may register where that is by invitation: pasted as a list, found, removed. */
@Component({
  selector: 'reihe-invited-addresses',
  imports: [AnswerStates, EmptyState, Field, FieldControl, SearchBox],
  templateUrl: './invited-addresses.html',
  styles: `
    form {
      margin-block-end: var(--space-m);
    }
    .wrong {
      margin: 0 0 var(--space-xs);
      padding-inline-start: 1.2em;
      color: var(--coral);
    }
    .rows {
      margin: var(--space-xs) 0;
    }
    .rows li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-s);
      align-items: center;
      padding-block: var(--space-3xs);
      border-block-end: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    .rows .button {
      margin-inline-start: auto;
    }
  `,
})
export class InvitedAddresses {
  readonly owner = input.required<RegistrationOwner>();

  private readonly client = inject(RegistrationSetupClient);
  private readonly access = inject(StaffAccess);
  private readonly snackBar = inject(MatSnackBar);

  protected readonly q = signal('');
  protected readonly pages = signal(1);
  protected readonly loaded = this.client.addresses(
    () => this.owner(),
    () => ({ q: this.q(), page: this.pages(), pageSize: PAGE_SIZE }),
  );
  protected readonly answer = lastAnswer(this.loaded);
  protected readonly mayWrite = computed(() => this.access.may('registrations.write'));
  protected readonly lastPage = computed(() =>
    Math.max(1, Math.ceil((this.answer()?.total ?? 0) / PAGE_SIZE)),
  );

  protected readonly text = signal('');
  protected readonly isSending = signal(false);
  protected readonly error = signal('');
  /** What is wrong with single lines, as they were sent. */
  protected readonly wrongLines = signal<readonly string[]>([]);

  hasUnsavedWork(): boolean {
    return this.text().trim() !== '';
  }

  protected search(q: string): void {
    this.q.set(q);
    this.pages.set(1);
  }

  /** What was pasted stays until all of it is taken. */
  protected async invite(): Promise<void> {
    const lines = this.text().split(/\r?\n/);
    this.error.set('');
    this.wrongLines.set([]);
    this.isSending.set(true);
    try {
      const { added, known } = await this.client.invite(this.owner(), lines);
      this.text.set('');
      this.loaded.reload();
      sayDone(
        this.snackBar,
        $localize`:@@registration-setup.addresses.added:Added: ${added}:added:. On the list already: ${known}:known:.`,
        null,
      );
    } catch (error) {
      this.tell(lines, failureOf(error));
    } finally {
      this.isSending.set(false);
    }
  }

  private tell(lines: readonly string[], failure: ReturnType<typeof failureOf>): void {
    const fields = failure.kind === 'problem' ? (failure.problem.fields ?? []) : [];
    const wrong = fields.flatMap(({ path, code, limit }) => {
      const index = Number(/^lines\.(\d+)$/.exec(path)?.[1] ?? Number.NaN);
      if (Number.isNaN(index)) return [];
      const words = fieldErrorWords(code, limit);
      return [
        $localize`:@@registration-setup.addresses.line:Line ${index + 1}:number:: “${lines[index] ?? ''}:text:”. ${words}:error:`,
      ];
    });
    const [first] = fields;
    this.wrongLines.set(wrong);
    this.error.set(
      wrong.length > 0
        ? $localize`:@@registration-setup.addresses.wrong:Nothing was added yet. These lines are no addresses:`
        : first
          ? fieldErrorWords(first.code, first.limit)
          : staffFailureWords(failure),
    );
  }

  protected async remove(address: InvitedAddress): Promise<void> {
    try {
      await this.client.removeAddress(address.id);
      sayDone(
        this.snackBar,
        $localize`:@@registration-setup.addresses.removed:${address.pattern}:address: is no longer on the list.`,
        async () => {
          await this.client.invite(this.owner(), [address.pattern]);
          this.loaded.reload();
        },
      );
      this.loaded.reload();
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
  }
}
