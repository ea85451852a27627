export { PersonActions } from './lib/person/person-actions';
export { privacyRoutes } from './lib/privacy.routes';
