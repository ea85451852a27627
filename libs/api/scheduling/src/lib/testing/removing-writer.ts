import { Injectable, type DynamicModule } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { AuditTrail, SessionWriter } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';

/** Stands for the programme in specs: it removes drafts, in the transaction in progress, unless somebody is registered. */
@Injectable()
class RemovingWriter {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async removeDraft(id: string, version: number, staff: Me): Promise<boolean> {
    const removed = await this.database.query(
      `WITH removed AS (
         DELETE FROM sessions s WHERE s.id = $1 AND s.version = $2 AND s.state = 'draft'
           AND NOT EXISTS (SELECT FROM registrations r WHERE r.session_id = s.id)
         RETURNING s.id
       ) SELECT id FROM removed`,
      [id, version],
    );
    if (removed.length === 0) return false;
    const actor = { kind: 'staff', id: staff.id } as const;
    await this.audit.record({ actor, action: 'session.remove', subject: 'session', subjectId: id });
    return true;
  }
}

export function aRemovingWriter(): DynamicModule {
  return {
    module: class Writers {},
    global: true,
    providers: [{ provide: SessionWriter, useClass: RemovingWriter }],
    exports: [SessionWriter],
  };
}
