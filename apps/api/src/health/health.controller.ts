import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DomainError, ForEveryone } from '@reihe/api-platform';
import { HealthRepository } from './health.repository';

@ApiExcludeController()
@ForEveryone()
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthRepository) {}

  /** The process runs. */
  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can serve: the database answers. */
  @Get('ready')
  async ready(): Promise<{ status: 'ok' }> {
    if (!(await this.health.isDatabaseUp())) throw new DomainError('server.busy', 503);
    return { status: 'ok' };
  }
}
