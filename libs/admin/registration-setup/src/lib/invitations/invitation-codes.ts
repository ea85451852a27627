import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, submit } from '@angular/forms/signals';
import { MatSnackBar } from '@angular/material/snack-bar';
import {
  AnswerStates,
  applyRules,
  Ask,
  FieldRow,
  lastAnswer,
  Moments,
  sayDone,
  StackedTable,
} from '@reihe/admin-ui';
import { publicPaths, type RegistrationOwner } from '@reihe/shared-contracts';
import { createInvitationCodeRules as rules, type InvitationCode } from '@reihe/shared-registration';
import { RegistrationSetupClient, SessionsClient, StaffAccess } from '@reihe/web-data-access';
import { failureOf, LANGUAGE } from '@reihe/web-platform';
import { serverErrors, staffFailureWords, CopyButton } from '@reihe/web-forms';
import { EmptyState, StateBadge } from '@reihe/web-ui';

const NOTHING = { code: '', note: '', maxUses: null as number | null, lastDay: '' };

/** Codes that let people register where that is by invitation: made, handed out, revoked. */
@Component({
  selector: 'reihe-invitation-codes',
  imports: [AnswerStates, CopyButton, EmptyState, FieldRow, FormField, StackedTable, StateBadge],
  templateUrl: './invitation-codes.html',
  styles: `
    .act {
      margin-block: var(--space-s);
    }
    td > *,
    th > * {
      margin-inline-end: var(--space-2xs);
    }
  `,
})
export class InvitationCodes {
  readonly owner = input.required<RegistrationOwner>();

  private readonly client = inject(RegistrationSetupClient);
  private readonly access = inject(StaffAccess);
  private readonly ask = inject(Ask);
  private readonly snackBar = inject(MatSnackBar);
  private readonly language = inject(LANGUAGE);
  protected readonly moments = inject(Moments);

  protected readonly loaded = this.client.codes(() => this.owner());
  protected readonly codes = lastAnswer(this.loaded);
  private readonly session = lastAnswer(
    inject(SessionsClient).one(() => (this.owner().kind === 'sessions' ? this.owner().id : null)),
  );
  protected readonly mayWrite = computed(() => this.access.may('registrations.write'));
  protected readonly linkWords = $localize`:@@registration-setup.codes.link:link`;
  protected readonly codeWords = $localize`:@@registration-setup.codes.code-what:code`;

  private readonly model = signal(NOTHING);
  protected readonly form = form(this.model, (path) => {
    const { code, note, maxUses } = rules;
    applyRules<typeof NOTHING>(path, { code, note, maxUses });
  });
  /** What no field of the form is about. */
  protected readonly notice = signal('');

  hasUnsavedWork(): boolean {
    return JSON.stringify(this.model()) !== JSON.stringify(NOTHING);
  }

  protected async create(): Promise<void> {
    this.notice.set('');
    await submit(this.form, {
      action: async () => {
        const { lastDay, ...typed } = this.model();
        try {
          // The whole of the last day, where the organiser is.
          const expiresAt = lastDay ? new Date(`${lastDay}T23:59:59`).toISOString() : null;
          const codes = await this.client.createCode(this.owner(), { ...typed, expiresAt });
          this.loaded.set(codes);
          this.model.set(NOTHING);
          this.form().reset();
          sayDone(this.snackBar, $localize`:@@registration-setup.codes.created:The code is made.`, null);
          return null;
        } catch (error) {
          const failure = failureOf(error);
          const fields = failure.kind === 'problem' ? (failure.problem.fields ?? []) : [];
          if (fields.length === 0) this.notice.set(staffFailureWords(failure));
          return serverErrors(
            this.form,
            fields.map((field) =>
              field.path === 'expiresAt' ? { ...field, path: 'lastDay', code: 'not-allowed' } : field,
            ),
          );
        }
      },
    });
  }

  protected async revoke(code: InvitationCode): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@registration-setup.codes.revoke-title:Revoke the code ${code.code}:code:?`,
      text: $localize`:@@registration-setup.codes.revoke-text:Nobody can register by it any more. Whoever did keeps the place.`,
      action: $localize`:@@registration-setup.codes.revoke:Revoke`,
      isDestructive: true,
    });
    if (!isSure) return;
    try {
      await this.client.revokeCode(code.id);
      this.loaded.reload();
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
  }

  protected isOver({ expiresAt }: InvitationCode): boolean {
    return expiresAt !== null && Date.parse(expiresAt) <= Date.now();
  }

  /** Of a session: the form with the code filled in. A series has no form of its own. */
  protected linkOf({ code }: InvitationCode): string | null {
    const slug = this.session()?.slug;
    if (slug === undefined) return null;
    const query = new URLSearchParams({ session: slug, code });
    return `${location.origin}${publicPaths.register(this.language)}?${query.toString()}`;
  }
}
