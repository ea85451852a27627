export { DirectoryModule } from './lib/directory.module';
export { directoryRootRoutes } from './lib/invitations/speaker-page.controller';
