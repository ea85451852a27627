export { REACHABLE, type Reachable } from './lib/fetching/public-fetcher';
export { ImportWorker } from './lib/import-worker';
export { Origins } from './lib/origins/origins.service';
export { RecapImportModule } from './lib/recap-import.module';
export {
  A_JSON_FEED,
  anAttachment,
  anItem,
  aWordpressArchive,
  aWordpressExport,
} from './lib/testing/samples';
