export { MySessionsModule } from './lib/my-sessions.module';
export { mySessionsRootRoutes } from './lib/root-routes';
