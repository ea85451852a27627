import { newsReader } from '@reihe/api-mail';
import type { RegistrationFacts, SessionFacts } from '@reihe/api-seats';
import type { ContributionRole, Language, ToldAudience } from '@reihe/shared-contracts';
import { emailKey } from '@reihe/shared-policies';

/** Somebody who is told of a changed session. */
export interface ToldReader {
  /** One person is one reader, as the outbox knows them. */
  key: string;
  audience: ToldAudience;
  /** null: a speaker who is not registered. */
  participantId: string | null;
  /** Their confirmed registration; null: they have none. */
  seatId: string | null;
  /** null: only registered. */
  speakerId: string | null;
  email: string;
  name: string;
  language: Language;
  timeZone: string;
  /** Own parts in the session; empty for those who are only registered. */
  roles: ContributionRole[];
  /** As it is now, in the reader's language. */
  session: SessionFacts;
}

export interface SpeakerOfSession {
  id: string;
  email: string;
  name: string;
  roles: ContributionRole[];
  /** Their own, or the series' where it is not known. */
  language: Language;
  session: SessionFacts;
}

/**
 * Everyone once: a speaker who is registered too is told as a speaker, in the language and zone given when registering. Of other
 * speakers no zone is known; they read the host's. Erased people are passed over.
 */
export function toldReaders(
  registrations: readonly RegistrationFacts[],
  speakers: readonly SpeakerOfSession[],
): ToldReader[] {
  const speaking = new Map(speakers.map((speaker) => [emailKey(speaker.email), speaker]));
  const registered = registrations.flatMap(({ id, email, state, ...facts }): ToldReader[] => {
    if (email === null) return [];
    const { participantId, name, language, timeZone, session } = facts;
    const speaker = speaking.get(emailKey(email));
    speaking.delete(emailKey(email));
    const audience = speaker ? 'speaker' : state === 'confirmed' ? 'seat' : 'waiting';
    const to = {
      participantId,
      seatId: state === 'confirmed' ? id : null,
      speakerId: speaker?.id ?? null,
      email,
      name,
      language,
      timeZone,
      session,
    };
    return [{ key: newsReader(to), audience, roles: speaker?.roles ?? [], ...to }];
  });
  const others = [...speaking.values()].map(({ id, ...speaker }): ToldReader => {
    const nobodyRegistered = { participantId: null, seatId: null };
    const to = { ...speaker, ...nobodyRegistered, speakerId: id, timeZone: speaker.session.timeZone };
    return { key: newsReader(to), audience: 'speaker', ...to };
  });
  return [...registered, ...others];
}
