import { Module } from '@nestjs/common';
import { SeatsModule } from '@reihe/api-seats';
import { ErasePerson } from './erase-person';
import { Forgetting } from './forgetting.repository';
import { PersonDownload } from './person-download';
import { PersonRecords } from './person-records.repository';
import { PrivacyRecords } from './privacy-records.repository';

/** What is stored about one person: told, and taken out of every row. */
@Module({
  imports: [SeatsModule],
  providers: [ErasePerson, Forgetting, PersonDownload, PersonRecords, PrivacyRecords],
  exports: [ErasePerson, Forgetting, PersonDownload, PersonRecords, PrivacyRecords],
})
export class PersonDataModule {}
