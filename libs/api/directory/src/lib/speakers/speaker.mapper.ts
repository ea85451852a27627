import type { SpeakerRow, SpeakerTranslationRow } from '@reihe/api-persistence';
import { orEmpty, textsOf } from '@reihe/api-platform';
import type { SaveSpeaker } from '@reihe/shared-contracts';

export function speakerRowOf(body: Omit<SaveSpeaker, 'version'>) {
  return {
    title: orEmpty(body.title),
    name: body.name,
    email: orEmpty(body.email),
    city: orEmpty(body.city),
    language: body.language ?? null,
    country: body.country || null, // eslint-disable-line @typescript-eslint/prefer-nullish-coalescing -- forms send '' for none
  } satisfies Partial<SpeakerRow>;
}

export function speakerTextsOf(
  speakerId: string,
  body: Omit<SaveSpeaker, 'version'>,
): Omit<SpeakerTranslationRow, 'speaker'>[] {
  return textsOf(body.translations).map(([language, text]) => ({
    speakerId,
    language,
    position: orEmpty(text.position),
    organisation: orEmpty(text.organisation),
    bio: orEmpty(text.bio),
  }));
}
