import { Module } from '@nestjs/common';
import { AttendeesController } from './attendees/attendees.controller';
import { AttendeesRepository } from './attendees/attendees.repository';
import { Attendees } from './attendees/attendees.service';
import { AttendanceImportsController } from './imports/attendance-imports.controller';
import { AttendanceImports } from './imports/attendance-imports.service';
import { ImportsRepository } from './imports/imports.repository';
import { ThresholdsController } from './thresholds/thresholds.controller';
import { ThresholdsRepository } from './thresholds/thresholds.repository';
import { Thresholds } from './thresholds/thresholds.service';

/** Who came to sessions, by the word of meeting tools: taken in, matched with people, and counted. */
@Module({
  controllers: [AttendanceImportsController, AttendeesController, ThresholdsController],
  providers: [
    AttendanceImports,
    ImportsRepository,
    Attendees,
    AttendeesRepository,
    Thresholds,
    ThresholdsRepository,
  ],
})
export class AttendanceModule {}
