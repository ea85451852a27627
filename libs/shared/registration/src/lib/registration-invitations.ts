import type { RulesFor } from '@reihe/shared-contracts';

/** A code that lets people register where that is by invitation. */
export interface InvitationCode {
  id: string;
  code: string;
  note: string;
  /** People who may register by it; null: any number. */
  maxUses: number | null;
  /** People who did, and still are. */
  uses: number;
  expiresAt: string | null;
  revokedAt: string | null;
  createdAt: string;
}

export interface CreateInvitationCode {
  /** As people type it; empty: one is made. */
  code: string;
  note: string;
  maxUses: number | null;
  expiresAt: string | null;
}

/** An address, or `@` and a domain, that may register where that is by invitation. */
export interface InvitedAddress {
  id: string;
  pattern: string;
  createdAt: string;
}

/** A pasted list, one address or domain a line; all of it is taken or nothing. Errors name `lines.<index>`. */
export interface InviteAddresses {
  lines: string[];
}

export interface InvitedAddressesAnswer {
  added: number;
  /** Were on the list already, or stand twice in what was pasted. */
  known: number;
}

export const createInvitationCodeRules = {
  code: { kind: 'text', minLength: 4, maxLength: 60, optional: true },
  note: { kind: 'text', maxLength: 200, optional: true },
  maxUses: { kind: 'number', min: 1, max: 100_000, optional: true },
  expiresAt: { kind: 'text', format: 'instant', optional: true },
} as const satisfies RulesFor<CreateInvitationCode>;

export const inviteAddressesRules = {
  lines: { kind: 'list', minLength: 1, maxLength: 2000 },
} as const satisfies RulesFor<InviteAddresses>;
