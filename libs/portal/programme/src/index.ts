export { Home } from './lib/home';
