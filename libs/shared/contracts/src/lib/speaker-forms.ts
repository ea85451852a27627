/** The forms of a speaker's own page; each names itself in the field `form`. */
export const SPEAKER_FORMS = ['answer', 'profile', 'photo', 'remove-photo'] as const;
export type SpeakerForm = (typeof SPEAKER_FORMS)[number];

/** For how many days after a session its speakers' links to these forms still open. */
export const SPEAKER_LINK_DAYS = 90;
