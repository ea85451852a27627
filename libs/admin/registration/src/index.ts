export { PERSON_ACTIONS } from './lib/people/person-page';
export { participantsRoutes, registrationsRoutes } from './lib/registration.routes';
