import type { AnswersOfSession } from '@reihe/api-questions';
import { PRIVACY_NOTICE_VERSION, type Register } from '@reihe/shared-contracts';

type Person = Pick<
  Register,
  'name' | 'organisation' | 'position' | 'city' | 'country' | 'language' | 'timeZone'
>;

/** What a registration keeps of what was said: of the person as they are now, and for its session. */
export function saidWords<Origin extends 'form' | 'link'>(
  { name, organisation, position, city, country, language, timeZone }: Person,
  { accessibilityNeeds, allowsRecording }: AnswersOfSession,
  origin: Origin,
) {
  return {
    ...{ name, organisation, position, city, country, language, timeZone },
    ...{ accessibilityNeeds, allowsRecording, origin },
    privacyNotice: PRIVACY_NOTICE_VERSION,
  };
}
