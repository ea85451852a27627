export { ProgrammeModule } from './lib/programme.module';
export { HOLD_ENDED_SESSIONS_JOB } from './lib/sessions/hold-ended-sessions';
export { SessionStates } from './lib/sessions/session-states.service';
