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

  /** By address, by code (its id), or not at all. A code is spent for one form at a time: see `spend`. */
  letsIn(form: InvitedForm, session: OfSeries): { codeId: string | null } | null {
    const own = new Set(invitationPatterns(emailKey(form.email)));
    if (this.patterns.some((one) => own.has(one.pattern) && isFor(one, session))) return { codeId: null };
    const code = this.codeOf(form, session);
    return code ? { codeId: code.id } : null;
  }

  /** Whether a typed code is worth nothing for any of the sessions: a slip, told at once. */
  isWrongCode(form: InvitedForm, sessions: readonly OfSeries[]): boolean {
    if (invitationCodeKey(form.invitationCode) === '' || sessions.length === 0) return false;
    return !sessions.some((session) => this.codeOf(form, session));
  }

  /** Somebody registered by the code. */
  spend(codeId: string): void {
    const code = this.codes.find(({ id }) => id === codeId);
    if (code && code.left !== null) code.left -= 1;
  }

  private codeOf({ invitationCode }: InvitedForm, session: OfSeries): UsableCode | undefined {
    const key = invitationCodeKey(invitationCode);
    return this.codes.find((code) => code.codeKey === key && (code.left ?? 1) > 0 && isFor(code, session));
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
