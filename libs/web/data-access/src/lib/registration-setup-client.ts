import { inject, Injectable } from '@angular/core';
import { apiPaths, type Page, type RegistrationOwner } from '@reihe/shared-contracts';
import type {
  CreateInvitationCode,
  InvitationCode,
  InvitedAddress,
  InvitedAddressesAnswer,
  QuestionForm,
  QuestionPurpose,
  RegistrationRulesOf,
  SaveQuestionForm,
  SaveRegistrationRules,
} from '@reihe/shared-registration';
import { readFrom, type ListQuery } from './requests';
import { StaffHttp } from './staff-http';

/** How one registers for a series or a session: rules, questions, invitations. */
@Injectable({ providedIn: 'root' })
export class RegistrationSetupClient {
  private readonly http = inject(StaffHttp);

  rules(of: () => RegistrationOwner) {
    return readFrom<RegistrationRulesOf>(() => ({ path: apiPaths.registrationRules(of()) }));
  }

  fetchRules(of: RegistrationOwner): Promise<RegistrationRulesOf> {
    return this.http.get(apiPaths.registrationRules(of));
  }

  saveRules(of: RegistrationOwner, rules: SaveRegistrationRules): Promise<RegistrationRulesOf> {
    return this.http.put(apiPaths.registrationRules(of), rules);
  }

  questions(of: () => RegistrationOwner | null, purpose: () => QuestionPurpose) {
    return readFrom<QuestionForm>(() => {
      const owner = of();
      return owner && { path: apiPaths.questions(owner, purpose()) };
    });
  }

  fetchQuestions(of: RegistrationOwner, purpose: QuestionPurpose): Promise<QuestionForm> {
    return this.http.get(apiPaths.questions(of, purpose));
  }

  saveQuestions(
    of: RegistrationOwner,
    purpose: QuestionPurpose,
    form: SaveQuestionForm,
  ): Promise<QuestionForm> {
    return this.http.put(apiPaths.questions(of, purpose), form);
  }

  codes(of: () => RegistrationOwner) {
    return readFrom<InvitationCode[]>(() => ({ path: apiPaths.invitationCodes(of()) }));
  }

  createCode(of: RegistrationOwner, code: CreateInvitationCode): Promise<InvitationCode[]> {
    return this.http.post(apiPaths.invitationCodes(of), code);
  }

  async revokeCode(id: string): Promise<void> {
    await this.http.post(apiPaths.revokeInvitationCode(id));
  }

  addresses(of: () => RegistrationOwner, query: () => ListQuery) {
    return readFrom<Page<InvitedAddress>>(() => ({ path: apiPaths.invitedAddresses(of()), query: query() }));
  }

  invite(of: RegistrationOwner, lines: string[]): Promise<InvitedAddressesAnswer> {
    return this.http.post(apiPaths.invitedAddresses(of), { lines });
  }

  removeAddress(id: string): Promise<void> {
    return this.http.delete(apiPaths.invitedAddress(id));
  }
}
