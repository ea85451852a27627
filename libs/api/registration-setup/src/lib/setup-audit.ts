import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@reihe/api-platform';
import type { Me, RegistrationOwner } from '@reihe/shared-contracts';

/** Every change of what is set up, under the series or session it is of. */
@Injectable()
export class SetupAudit {
  constructor(private readonly trail: AuditTrail) {}

  record(
    action: `${'registration-rules' | 'questions' | 'invitation-code' | 'invited-address'}.${string}`,
    owner: RegistrationOwner,
    staff: Me,
    { before = null, after = null }: { before?: object | null; after?: object | null },
  ): Promise<void> {
    const of = { of: owner.kind };
    return this.trail.record({
      actor: { kind: 'staff', id: staff.id },
      action,
      subject: 'registration-setup',
      subjectId: owner.id,
      before: before && { ...of, ...before },
      after: after && { ...of, ...after },
    });
  }
}
