import { Injectable } from '@nestjs/common';
import { emailKey, invitationCodeKey, invitationPatterns } from '@reihe/shared-policies';
import {
  InvitationsRepository,
  type InvitedPattern,
  type InvitedTo,
  type UsableCode,
} from './invitations.repository';

interface InvitedForm {
  email: string;
  invitationCode: string;
}

interface OfSeries {
  id: string;
  seriesId: string;
}

/** What lets the people of some forms into sessions that are by invitation. */
export class InvitationList {
  constructor(
    private readonly codes: readonly UsableCode[],
    private readonly patterns: readonly InvitedPattern[],
  ) {}

  /** By address, by code (its id), or not at all. A code is spent for one person at a time: see `spend`. */
  letsIn(form: InvitedForm, session: OfSeries): { codeId: string | null } | null {
    const key = emailKey(form.email);
    const own = new Set(invitationPatterns(key));
    if (this.patterns.some((one) => own.has(one.pattern) && isFor(one, session))) return { codeId: null };
    const code = this.codesOf(form, session).find((one) => hasUses(one) || one.usedBy.includes(key));
    return code ? { codeId: code.id } : null;
  }

  /**
   * Whether a typed code is worth nothing for any of the sessions: a slip, told at once. A code that is used up still lets its users
   * in, but who they are is told to nobody who has not proven their address.
   */
  isWrongCode(form: InvitedForm, sessions: readonly OfSeries[], isProven: boolean): boolean {
    if (invitationCodeKey(form.invitationCode) === '' || sessions.length === 0) return false;
    const key = emailKey(form.email);
    return !sessions.some((session) =>
      this.codesOf(form, session).some((code) => hasUses(code) || (isProven && code.usedBy.includes(key))),
    );
  }

  /** Somebody registered by the code: it counts people, not their sessions. */
  spend(codeId: string, { email }: InvitedForm): void {
    const code = this.codes.find(({ id }) => id === codeId);
    const key = emailKey(email);
    if (!code || code.usedBy.includes(key)) return;
    code.usedBy.push(key);
    if (code.left !== null) code.left -= 1;
  }

  private codesOf({ invitationCode }: InvitedForm, session: OfSeries): UsableCode[] {
    const key = invitationCodeKey(invitationCode);
    return this.codes.filter((code) => code.codeKey === key && isFor(code, session));
  }
}

@Injectable()
export class Invitations {
  constructor(private readonly invitations: InvitationsRepository) {}

  /** Read under the sessions' locks. `sessions` are those that are by invitation. */
  async listFor(
    forms: readonly InvitedForm[],
    sessions: readonly OfSeries[],
    now: Date,
  ): Promise<InvitationList> {
    if (sessions.length === 0) return new InvitationList([], []);
    const keys = [...new Set(forms.map(({ invitationCode }) => invitationCodeKey(invitationCode)))];
    const codes = await this.invitations.usableCodes(
      keys.filter((key) => key !== ''),
      forms.map(({ email }) => emailKey(email)),
      now,
    );
    const patterns = await this.invitations.patterns(
      forms.flatMap(({ email }) => invitationPatterns(emailKey(email))),
      sessions.map(({ id }) => id),
      sessions.map(({ seriesId }) => seriesId),
    );
    return new InvitationList(codes, patterns);
  }
}

function isFor({ sessionId, seriesId }: InvitedTo, session: OfSeries): boolean {
  return sessionId === session.id || seriesId === session.seriesId;
}

function hasUses({ left }: UsableCode): boolean {
  return left === null || left > 0;
}
