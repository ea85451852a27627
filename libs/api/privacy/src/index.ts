export { ErasePerson } from './lib/people/erase-person';
export { Forgetting } from './lib/people/forgetting.repository';
export { PersonDataModule } from './lib/people/person-data.module';
export { PersonDownload } from './lib/people/person-download';
export { PrivacyModule } from './lib/privacy.module';
