import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Answers, AnswersNothing, RequirePermission } from '@reihe/api-platform';
import type { Page } from '@reihe/shared-contracts';
import type { OutboxMessage, OutboxStatus, OutboxSummary } from '@reihe/shared-registration';
import { OutboxQuery } from './outbox.queries';
import { OutboxService } from './outbox.service';

@Controller('outbox')
export class OutboxController {
  constructor(private readonly outbox: OutboxService) {}

  @Get()
  @RequirePermission('outbox.read')
  @Answers('Page<OutboxSummary>')
  list(@Query() query: OutboxQuery): Promise<Page<OutboxSummary>> {
    return this.outbox.list(query);
  }

  @Get('status')
  @RequirePermission('outbox.read')
  @Answers('OutboxStatus')
  status(): Promise<OutboxStatus> {
    return this.outbox.status();
  }

  @Get(':id')
  @RequirePermission('outbox.read')
  @Answers('OutboxMessage')
  read(@Param('id', ParseUUIDPipe) id: string): Promise<OutboxMessage> {
    return this.outbox.read(id);
  }

  @Post(':id/retry')
  @HttpCode(204)
  @RequirePermission('outbox.read')
  @AnswersNothing()
  retry(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.outbox.retry(id);
  }
}
