export { RecapsModule, recapsRootRoutes } from './lib/recaps.module';
