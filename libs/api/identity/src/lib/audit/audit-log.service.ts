import { Injectable } from '@nestjs/common';
import { pageOf } from '@reihe/api-platform';
import type { AuditEntry, Page } from '@reihe/shared-contracts';
import type { AuditQuery } from './audit-log.queries';
import { AuditLogRepository } from './audit-log.repository';

@Injectable()
export class AuditLogService {
  constructor(private readonly log: AuditLogRepository) {}

  async list(query: AuditQuery): Promise<Page<AuditEntry>> {
    const lines = await this.log.list(query);
    const entries = lines.map(({ total: _total, at, ...entry }) => ({ ...entry, at: at.toISOString() }));
    return pageOf(entries, lines[0]?.total ?? 0, query);
  }
}
