import { Module } from '@nestjs/common';
import { PeopleController } from './people/people.controller';
import { ExportPerson } from './people/export-person';
import { PersonDataModule } from './people/person-data.module';
import { Anonymising } from './retention/anonymising.repository';
import { RetentionController } from './retention/retention.controller';
import { RetentionRepository } from './retention/retention.repository';
import { RetentionRulesRepository } from './retention/retention-rules.repository';
import { RetentionRules } from './retention/retention-rules.service';
import { RunRetention } from './retention/run-retention';

/** What is kept of people is shown, told and forgotten: one of them at once, all of a series when its time has come. */
@Module({
  imports: [PersonDataModule],
  controllers: [PeopleController, RetentionController],
  providers: [
    Anonymising,
    ExportPerson,
    RetentionRepository,
    RetentionRules,
    RetentionRulesRepository,
    RunRetention,
  ],
})
export class PrivacyModule {}
