import { Component, computed, inject, input, viewChild } from '@angular/core';
import { lastAnswer, type UnsavedWork, warnBeforeUnload } from '@reihe/admin-ui';
import type { RegistrationOwner } from '@reihe/shared-contracts';
import { RegistrationSetupClient } from '@reihe/web-data-access';
import { SetupHead } from '../setup-head';
import { InvitationCodes } from './invitation-codes';
import { InvitedAddresses } from './invited-addresses';

/** Who may register where registration is by invitation. */
@Component({
  selector: 'reihe-invitations-page',
  imports: [InvitationCodes, InvitedAddresses, SetupHead],
  template: `
    <reihe-setup-head [owner]="owner()" />
    @if (isIdle()) {
      <p class="lead" i18n="@@registration-setup.invitations.idle">
        Nobody needs an invitation now: the rules let in others, too. What is set here waits until they say
        “by invitation”.
      </p>
    }
    <reihe-invitation-codes [owner]="owner()" />
    <reihe-invited-addresses [owner]="owner()" />
  `,
})
export class InvitationsPage implements UnsavedWork {
  /** From the route. */
  readonly kind = input.required<RegistrationOwner['kind']>();
  readonly ownerId = input.required<string>();

  protected readonly owner = computed<RegistrationOwner>(() => ({ kind: this.kind(), id: this.ownerId() }));
  private readonly rules = lastAnswer(inject(RegistrationSetupClient).rules(() => this.owner()));
  protected readonly isIdle = computed(() => {
    const rules = this.rules();
    return rules !== undefined && (rules.own.mode ?? rules.inherited.mode) !== 'invitation';
  });
  private readonly codes = viewChild(InvitationCodes);
  private readonly addresses = viewChild(InvitedAddresses);

  constructor() {
    warnBeforeUnload(() => this.hasUnsavedWork());
  }

  hasUnsavedWork(): boolean {
    return [this.codes(), this.addresses()].some((part) => part?.hasUnsavedWork());
  }
}
