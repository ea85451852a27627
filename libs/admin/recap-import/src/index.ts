export { recapImportRoutes } from './lib/recap-import.routes';
