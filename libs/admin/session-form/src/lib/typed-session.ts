import type { ContributionRole } from '@reihe/shared-contracts';
import { typedSessionRules, type TypedSession } from '@reihe/shared-planning';
import { fieldError } from '@reihe/shared-form-policies';
import type { SessionForm } from './session-form';

interface Part {
  speakerId: string;
  role: ContributionRole;
}

/** What conflicts are about, of a session as it is typed; null while series or times are not there yet. */
export function typedSessionOf(form: SessionForm, sessionId: string | null): TypedSession | null {
  const { seriesId, startsLocal, endsLocal, timeZone, regionIds, meeting } = form;
  const parts: Part[] = [...form.contributions, ...form.agenda.flatMap(({ contributions }) => contributions)];
  const typed: TypedSession = {
    sessionId,
    seriesId,
    startsLocal,
    endsLocal,
    timeZone,
    regionIds,
    speakerIds: [...new Set(parts.map(({ speakerId }) => speakerId))].filter((id) => id !== ''),
    meetingUrl: fieldError(meeting.url, typedSessionRules.meetingUrl) ? '' : meeting.url,
    meetingAccount: meeting.account,
    hasModerator: parts.some(({ role }) => role === 'moderator'),
  };
  const fields = Object.entries(typedSessionRules) as [
    keyof TypedSession,
    (typeof typedSessionRules)[keyof TypedSession],
  ][];
  return fields.every(([field, rules]) => fieldError(typed[field], rules) === null) ? typed : null;
}
