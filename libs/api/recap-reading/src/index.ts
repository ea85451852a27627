export { RecapPages } from './lib/pages/recap-pages.service';
export { RecapPageQuery } from './lib/pages/recap-pages.controller';
export { RecapReadingModule, recapReadingRootRoutes } from './lib/recap-reading.module';
