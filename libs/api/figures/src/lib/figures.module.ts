import { Module } from '@nestjs/common';
import { CountsController } from './counts.controller';
import { CountsRepository } from './counts.repository';
import { CountsService } from './counts.service';

@Module({
  controllers: [CountsController],
  providers: [CountsService, CountsRepository],
})
export class FiguresModule {}
