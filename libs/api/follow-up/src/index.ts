export { followUpRootRoutes } from './lib/after/after-form.controller';
export { FollowUpModule } from './lib/follow-up.module';
