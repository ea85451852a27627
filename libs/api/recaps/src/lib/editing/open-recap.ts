import { Injectable } from '@nestjs/common';
import { AuditTrail, outdatedVersion } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import { recapNotFound } from './recap.errors';
import type { RecapRecord } from './recap.mapper';
import { RecapsRepository } from './recaps.repository';

/** How every use case gets hold of the recap it changes, and leaves a trace of it. */
@Injectable()
export class OpenRecap {
  constructor(
    private readonly recaps: RecapsRepository,
    private readonly audit: AuditTrail,
  ) {}

  async read(id: string): Promise<RecapRecord> {
    const recap = await this.recaps.one(id);
    if (!recap) throw recapNotFound();
    return recap;
  }

  /** The recap as it was, but locked, and stored a version further, until the transaction ends. */
  async claim(id: string, version: number): Promise<RecapRecord> {
    const isClaimed = await this.recaps.claim(id, version);
    const recap = await this.read(id);
    if (!isClaimed) throw outdatedVersion(recap.version);
    return { ...recap, version };
  }

  record(
    action: string,
    id: string,
    by: Pick<Me, 'id'> | 'system',
    before: object | null,
    after: object | null,
  ): Promise<void> {
    return this.audit.record({
      actor: by === 'system' ? { kind: 'system' } : { kind: 'staff', id: by.id },
      action: `recap.${action}`,
      subject: 'recap',
      subjectId: id,
      before,
      after,
    });
  }
}
