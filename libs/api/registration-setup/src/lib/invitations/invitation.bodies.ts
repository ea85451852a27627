import { Field, PageQuery } from '@reihe/api-platform';
import {
  createInvitationCodeRules as rules,
  inviteAddressesRules,
  type CreateInvitationCode,
  type InviteAddresses,
} from '@reihe/shared-registration';

export class CreateInvitationCodeBody implements CreateInvitationCode {
  @Field(rules.code) code = '';
  @Field(rules.note) note = '';
  @Field(rules.maxUses) maxUses: number | null = null;
  @Field(rules.expiresAt) expiresAt: string | null = null;
}

export class InviteAddressesBody implements InviteAddresses {
  @Field(inviteAddressesRules.lines) lines: string[];
}

export class InvitedAddressesQuery extends PageQuery {}
