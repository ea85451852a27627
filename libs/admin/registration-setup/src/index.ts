export { QuestionsEditor } from './lib/questions/questions-editor';
export { seriesRegistrationRoutes, sessionRegistrationRoutes } from './lib/registration-setup.routes';
