import { Controller, Get, Query } from '@nestjs/common';
import { Answers, RequirePermission } from '@reihe/api-platform';
import type { AuditEntry, Page } from '@reihe/shared-contracts';
import { AuditQuery } from './audit-log.queries';
import { AuditLogService } from './audit-log.service';

@Controller('audit')
@RequirePermission('audit.read')
export class AuditLogController {
  constructor(private readonly log: AuditLogService) {}

  /** `q` is the id of what was changed. */
  @Get()
  @Answers('Page<AuditEntry>')
  listEntries(@Query() query: AuditQuery): Promise<Page<AuditEntry>> {
    return this.log.list(query);
  }
}
