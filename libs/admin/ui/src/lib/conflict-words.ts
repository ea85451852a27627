import type { ClashingSession, Conflict } from '@reihe/shared-planning';
import type { Formats } from '@reihe/web-platform';

/** Sections of the session editor in which conflicts are mended, by their ids in its page. */
export const CONFLICT_SECTIONS = ['when', 'meeting', 'people'] as const;
export type ConflictSection = (typeof CONFLICT_SECTIONS)[number];

/** Where in the session editor a conflict is mended. */
export function sectionOf({ code }: Conflict): ConflictSection {
  switch (code) {
    case 'holiday':
    case 'outside-period':
    case 'same-audience':
      return 'when';
    case 'meeting-room-taken':
    case 'no-meeting-link':
      return 'meeting';
    case 'speaker-elsewhere':
    case 'no-moderator':
      return 'people';
  }
}

/** What clashes, in one sentence. Sessions are named where they can be linked: beside it. */
export function conflictWords(conflict: Conflict, formats: Formats): string {
  switch (conflict.code) {
    case 'speaker-elsewhere':
      return $localize`:@@admin.conflicts.speaker:${conflict.speaker.name}:name: has a part in another session at that time.`;
    case 'meeting-room-taken':
      return $localize`:@@admin.conflicts.room:Another session uses the same meeting link or account at that time.`;
    case 'same-audience':
      return $localize`:@@admin.conflicts.audience:Another session is for the same audience at that time.`;
    case 'holiday':
      return $localize`:@@admin.conflicts.holiday:Public holiday in ${formats.countryName(conflict.country)}:country:: ${conflict.name}:name:.`;
    case 'outside-period':
      return $localize`:@@admin.conflicts.period:It is outside of its series, which lasts from ${formats.plainDay(conflict.startsOn)}:first: to ${formats.plainDay(conflict.endsOn)}:last:.`;
    case 'no-meeting-link':
      return $localize`:@@admin.conflicts.no-link:It begins within 48 hours and has no meeting link.`;
    case 'no-moderator':
      return $localize`:@@admin.conflicts.no-moderator:It begins within 48 hours and nobody moderates it.`;
  }
}

/** The session it clashes with; undefined where it is about one alone. */
export function clashingSession(conflict: Conflict): ClashingSession | undefined {
  return 'session' in conflict ? conflict.session : undefined;
}
