import { randomInt, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock, DomainError, invalidFields, pageOf, refuseBroken } from '@reihe/api-platform';
import type { Me, Page, RegistrationOwner } from '@reihe/shared-contracts';
import { invitationCodeKey } from '@reihe/shared-policies';
import type {
  CreateInvitationCode,
  InvitationCode,
  InvitedAddress,
  InvitedAddressesAnswer,
} from '@reihe/shared-registration';
import { OwnersRepository } from '../owners.repository';
import { SetupAudit } from '../setup-audit';
import type { InvitedAddressesQuery } from './invitation.bodies';
import { InvitationsRepository } from './invitations.repository';
import { pastedAddresses } from './pasted-addresses';

/** Without letters and digits that are taken for each other when read aloud or from paper. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

const notThere = () => new DomainError('invitation-code.not-found', 404);
const codeTaken = () => invalidFields({ path: 'code', code: 'already-used' });

/** Who may register where registration is by invitation. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly owners: OwnersRepository,
    private readonly invitations: InvitationsRepository,
    private readonly audit: SetupAudit,
    private readonly clock: Clock,
  ) {}

  async codes(owner: RegistrationOwner): Promise<InvitationCode[]> {
    await this.owners.seriesOf(owner);
    return this.invitations.codes(owner);
  }

  /** @throws request.invalid where the code is used by any series or session */
  @Transactional()
  async createCode(
    owner: RegistrationOwner,
    body: CreateInvitationCode,
    staff: Me,
  ): Promise<InvitationCode[]> {
    await this.owners.seriesOf(owner);
    const now = this.clock.now();
    const { note, maxUses } = body;
    const expiresAt = body.expiresAt === null ? null : new Date(body.expiresAt);
    if (expiresAt && expiresAt <= now) throw invalidFields({ path: 'expiresAt', code: 'too-small' });
    const code = body.code || aCode();
    const codeKey = invitationCodeKey(code);
    if (codeKey === '') throw invalidFields({ path: 'code', code: 'wrong-format' });
    const id = randomUUID();
    await refuseBroken({ uq_invitation_codes_code_key: codeTaken }, () =>
      this.invitations.addCode(owner, { id, code, codeKey, note, maxUses, expiresAt, createdAt: now }),
    );
    // The code opens a door: it is not for everybody who may read the log.
    await this.audit.record('invitation-code.create', owner, staff, {
      after: { id, maxUses, expiresAt: body.expiresAt },
    });
    return this.invitations.codes(owner);
  }

  /** Who registered by it stays. Revoking again changes nothing, so that a second press does not fail. */
  @Transactional()
  async revokeCode(id: string, staff: Me): Promise<void> {
    const now = this.clock.now();
    const owner = await this.invitations.revoke(id, now);
    if (owner)
      await this.audit.record('invitation-code.revoke', owner, staff, {
        after: { id, revokedAt: now.toISOString() },
      });
    else if (!(await this.invitations.hasCode(id))) throw notThere();
  }

  async addresses(owner: RegistrationOwner, query: InvitedAddressesQuery): Promise<Page<InvitedAddress>> {
    await this.owners.seriesOf(owner);
    const { items, total } = await this.invitations.addresses(owner, query);
    return pageOf(items, total, query);
  }

  /** @throws request.invalid naming each line that is no address; nothing is added then */
  @Transactional()
  async invite(
    owner: RegistrationOwner,
    lines: readonly string[],
    staff: Me,
  ): Promise<InvitedAddressesAnswer> {
    await this.owners.seriesOf(owner);
    const { patterns, problems } = pastedAddresses(lines);
    if (problems.length > 0) throw invalidFields(...problems);
    if (patterns.length === 0) throw invalidFields({ path: 'lines', code: 'required' });
    const ids = await this.invitations.invite(owner, [...new Set(patterns)].sort(), this.clock.now());
    if (ids.length > 0) await this.audit.record('invited-address.create', owner, staff, { after: { ids } });
    return { added: ids.length, known: patterns.length - ids.length };
  }

  @Transactional()
  async removeAddress(id: string, staff: Me): Promise<void> {
    const owner = await this.invitations.removeAddress(id);
    if (!owner) throw notThere();
    await this.audit.record('invited-address.remove', owner, staff, { before: { id } });
  }
}

function aCode(): string {
  const letters = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
