export { ImportWorker } from './lib/import-worker';
export { Origins } from './lib/origins/origins.service';
export { RecapImportModule } from './lib/recap-import.module';
