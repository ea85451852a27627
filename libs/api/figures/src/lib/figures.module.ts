import { Module } from '@nestjs/common';
import { CountsController } from './counts.controller';
import { CountsRepository } from './counts.repository';
import { CountsService } from './counts.service';
import { SessionNumbersController } from './session-numbers/session-numbers.controller';
import { SessionNumbersRepository } from './session-numbers/session-numbers.repository';
import { SessionNumbersService } from './session-numbers/session-numbers.service';

@Module({
  controllers: [CountsController, SessionNumbersController],
  providers: [CountsService, CountsRepository, SessionNumbersService, SessionNumbersRepository],
})
export class FiguresModule {}
