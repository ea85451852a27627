export { DraftEndedSessions } from './lib/draft-ended-sessions';
export { RecapDraftsModule } from './lib/recap-drafts.module';
