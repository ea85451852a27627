import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { applyWhen, disabled, form, FormField, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { Editing } from '@reihe/admin-editing';
import {
  applyRules,
  AnswerStates,
  FieldRow,
  SaveBar,
  warnBeforeUnload,
  type UnsavedWork,
} from '@reihe/admin-ui';
import {
  ADMIN_LANGUAGES,
  createAccountRules,
  isAdminLanguage,
  ROLES,
  saveAccountRules,
  type Account,
  type Language,
  type Role,
} from '@reihe/shared-contracts';
import { AccountsClient } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { ErrorSummary } from '@reihe/web-forms';
import { roleWords } from './role-words';

interface AccountForm {
  email: string;
  name: string;
  language: Language;
  isActive: boolean;
  password: string;
  roles: Record<Role, boolean>;
}

const NO_ROLES: Record<Role, boolean> = { administrator: false, organiser: false, editor: false };

/** One staff account: who it is, what it may do, and a new password where one is needed. */
@Component({
  selector: 'reihe-account-editor',
  imports: [AnswerStates, ErrorSummary, FieldRow, FormField, RouterLink, SaveBar],
  template: `
    <reihe-answer-states [answer]="loaded" [hasAnswer]="!id() || editing.resource() !== null">
      <form novalidate (submit)="$event.preventDefault(); save()">
        <header class="page-head">
          <p class="kicker"><a routerLink="/accounts" i18n="@@settings.accounts.heading">Accounts</a></p>
          <h1 tabindex="-1">
            @if (editing.resource(); as account) {
              {{ account.name }}
            } @else {
              <ng-container i18n="@@settings.accounts.new">New account</ng-container>
            }
          </h1>
        </header>
        <reihe-error-summary
          i18n-heading="@@settings.not-saved"
          heading="Not saved yet"
          [errors]="editing.errors()"
          [notice]="editing.notice()"
        />
        <section class="panel">
          <div class="columns">
            <reihe-field-row i18n-label="@@settings.account.name" label="Name">
              <input autocomplete="off" [formField]="form.name" />
            </reihe-field-row>
            <reihe-field-row i18n-label="@@settings.account.email" label="E-mail">
              <input type="email" autocomplete="off" [formField]="form.email" />
            </reihe-field-row>
            <reihe-field-row i18n-label="@@settings.account.language" label="Language">
              <select [formField]="form.language">
                @for (language of languages; track language) {
                  <option [value]="language">{{ languageName(language) }}</option>
                }
              </select>
            </reihe-field-row>
            <reihe-field-row
              i18n-label="@@settings.account.password"
              label="Password"
              i18n-hint="@@settings.account.password-hint"
              hint="At least 12 characters. A new one signs the account out everywhere."
              [isOptional]="!editing.isNew()"
            >
              <input type="password" autocomplete="new-password" [formField]="form.password" />
            </reihe-field-row>
          </div>
          <fieldset>
            <legend i18n="@@settings.account.roles">Roles</legend>
            @for (role of roles; track role) {
              <label class="choice">
                <input type="checkbox" [formField]="form.roles[role]" />
                {{ roleWords(role) }}
              </label>
            }
          </fieldset>
          @if (!editing.isNew()) {
            <label class="choice">
              <input type="checkbox" [formField]="form.isActive" />
              <ng-container i18n="@@settings.account.active">May sign in</ng-container>
            </label>
          }
        </section>
        <reihe-save-bar
          [isDirty]="editing.isDirty()"
          [isSaving]="editing.isSaving()"
          [isNew]="editing.isNew()"
          [savedAt]="editing.savedAt()"
          (save)="save()"
        />
      </form>
    </reihe-answer-states>
  `,
  styles: `
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-m);
      margin-block: var(--space-s);
      padding: 0;
      border: 0;
    }
    legend {
      font-weight: 600;
    }
    .choice {
      display: inline-flex;
      gap: 0.5em;
      align-items: center;
    }
  `,
})
export class AccountEditor implements UnsavedWork {
  readonly id = input<string>();

  private readonly router = inject(Router);
  private readonly accounts = inject(AccountsClient);
  private readonly formats = inject(Formats);
  protected readonly languages = ADMIN_LANGUAGES;
  protected readonly roles = ROLES;
  protected readonly roleWords = roleWords;
  protected readonly loaded = this.accounts.one(() => this.id() ?? null);

  private readonly model = signal<AccountForm>({
    email: '',
    name: '',
    language: 'en',
    isActive: true,
    password: '',
    roles: { ...NO_ROLES },
  });
  protected readonly form = form(this.model, (path) => {
    disabled(path.email, () => !this.editing.isNew());
    const { email, name } = createAccountRules;
    applyRules<Pick<AccountForm, 'email' | 'name'>>(path, { email, name });
    applyWhen(
      path,
      () => this.editing.isNew(),
      (account) => {
        applyRules<Pick<AccountForm, 'password'>>(account, { password: createAccountRules.password });
      },
    );
    applyWhen(
      path,
      () => !this.editing.isNew(),
      (account) => {
        applyRules<Pick<AccountForm, 'password'>>(account, { password: saveAccountRules.password });
      },
    );
    validate(path.roles.administrator, (context) =>
      ROLES.some((role) => context.valueOf(path.roles[role])) ? null : { kind: 'required' },
    );
  });
  protected readonly editing: Editing<Account, AccountForm> = new Editing<Account, AccountForm>({
    model: this.model,
    form: this.form,
    toForm: ({ email, name, language, isActive, roles }) => ({
      email,
      name,
      language,
      isActive,
      password: '',
      roles: { ...NO_ROLES, ...Object.fromEntries(roles.map((role) => [role, true])) },
    }),
    send: (typed, version) => {
      const roles = ROLES.filter((role) => typed.roles[role]);
      const language = isAdminLanguage(typed.language) ? typed.language : 'en';
      const id = this.editing.resource()?.id;
      if (id === undefined) {
        return this.accounts.create({
          email: typed.email,
          name: typed.name,
          password: typed.password,
          roles,
          language,
        });
      }
      const { name, isActive, password } = typed;
      return this.accounts.save(id, {
        version,
        name,
        roles,
        language,
        isActive,
        ...(password && { password }),
      });
    },
    fetch: () => this.accounts.fetch(this.editing.resource()?.id ?? ''),
    fieldOf: { 'account.email-taken': 'email' },
  });

  constructor() {
    warnBeforeUnload(() => this.hasUnsavedWork());
    effect(() => {
      if (!this.loaded.hasValue()) return;
      const account = this.loaded.value();
      untracked(() => {
        this.editing.open(account);
      });
    });
  }

  hasUnsavedWork(): boolean {
    return this.editing.isDirty();
  }

  protected languageName(language: Language): string {
    return this.formats.languageName(language);
  }

  protected async save(): Promise<void> {
    const isNew = this.editing.isNew();
    const saved = await this.editing.save();
    if (saved && isNew) await this.router.navigate(['/accounts', saved.id], { replaceUrl: true });
  }
}
