import { afterNextRender, Component, ElementRef, inject, output, signal, viewChild } from '@angular/core';
import { form, FormField, submit } from '@angular/forms/signals';
import { signInRules, type SignIn } from '@reihe/shared-contracts';
import { applyRules, FieldRow } from '@reihe/admin-ui';
import { StaffAccess } from '@reihe/web-data-access';
import { failureOf } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';

/** Address and password; what was typed stays when it is refused, only the password is to be typed again. */
@Component({
  selector: 'reihe-sign-in-form',
  imports: [FieldRow, FormField],
  template: `
    <form novalidate (submit)="$event.preventDefault(); signIn()">
      @if (refusal(); as words) {
        <p #notice class="notice" role="alert" tabindex="-1">{{ words }}</p>
      }
      <reihe-field-row i18n-label="@@shell.sign-in.email" label="E-mail">
        <input type="email" autocomplete="username" [formField]="form.email" />
      </reihe-field-row>
      <reihe-field-row i18n-label="@@shell.sign-in.password" label="Password">
        <input type="password" autocomplete="current-password" [formField]="form.password" />
      </reihe-field-row>
      <button type="submit" class="button" [disabled]="form().submitting()" i18n="@@shell.sign-in.action">
        Sign in
      </button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--space-s);
      justify-items: stretch;
    }
    .notice {
      margin: 0;
    }
  `,
})
export class SignInForm {
  readonly done = output();

  private readonly access = inject(StaffAccess);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly notice = viewChild<ElementRef<HTMLElement>>('notice');
  protected readonly refusal = signal('');
  private readonly model = signal<SignIn>({ email: '', password: '' });
  protected readonly form = form(this.model, (path) => {
    applyRules(path, signInRules);
  });

  constructor() {
    afterNextRender(() => {
      this.host.nativeElement.querySelector('input')?.focus();
    });
  }

  protected async signIn(): Promise<void> {
    this.refusal.set('');
    const isSignedIn = await submit(this.form, async () => {
      try {
        await this.access.signIn(this.model());
        return null;
      } catch (error) {
        this.refusal.set(staffFailureWords(failureOf(error)));
        return { kind: 'refused' };
      }
    });
    if (isSignedIn) this.done.emit();
    else setTimeout(() => this.notice()?.nativeElement.focus());
  }
}
