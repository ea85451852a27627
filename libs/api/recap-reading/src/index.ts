export { RecapReadingModule, recapReadingRootRoutes } from './lib/recap-reading.module';
