export { peopleImportRoutes } from './lib/people-import.routes';
