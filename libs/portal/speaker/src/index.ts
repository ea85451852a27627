export { speakersRoutes } from './lib/speakers.routes';
