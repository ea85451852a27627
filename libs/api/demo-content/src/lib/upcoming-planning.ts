import { runningOrder, type RunningOrderItem, sample } from './sample-text';
import type { ContributionContent, UpcomingSessionContent } from './types';

export const by = (speaker: string): readonly ContributionContent[] => [{ role: 'speaker', speaker }];
const moderated: readonly ContributionContent[] = [{ role: 'moderator', speaker: 'speaker-moderation' }];
export const unnamed = (city: string, country: string): readonly ContributionContent[] => [
  { role: 'speaker', city, country },
];

export const welcome: RunningOrderItem = [
  'talk',
  10,
  { de: 'Begrüßung', en: 'Welcome', es: 'Bienvenida', fr: 'Accueil' },
  moderated,
];
export const pause: RunningOrderItem = ['break', 10, { de: 'Pause', en: 'Break', es: 'Pausa', fr: 'Pause' }];
export const discussion: RunningOrderItem = [
  'discussion',
  30,
  { de: 'Offene Diskussion', en: 'Open discussion', es: 'Debate abierto', fr: 'Discussion ouverte' },
  moderated,
];
export const advice: RunningOrderItem = [
  'peer-advice',
  30,
  {
    de: 'Kollegiale Beratung in kleinen Gruppen',
    en: 'Peer advice in small groups',
    es: 'Asesoramiento entre pares en grupos pequeños',
    fr: 'Conseil entre pairs en petits groupes',
  },
];
/** A title in each language. */
type Titles = readonly [de: string, en: string, es: string, fr: string];

export const experience = (
  [de, en, es, fr]: Titles,
  contributions: readonly ContributionContent[],
): RunningOrderItem => [
  'experience',
  15,
  {
    de: `Erfahrungsbericht: ${de}`,
    en: `Experience report: ${en}`,
    es: `Experiencia práctica: ${es}`,
    fr: `Retour d’expérience\u00a0: ${fr}`,
  },
  contributions,
];
export const talk = (
  [de, en, es, fr]: Titles,
  contributions: readonly ContributionContent[],
): RunningOrderItem => ['talk', 20, { de, en, es, fr }, contributions];

export const nobody = { confirmed: 0, waitlisted: 0, unverified: 0, cancelled: 0 };
export const meetingOf = (room: string) => ({
  url: `https://meet.example.org/${room}`,
  passcode: `sample-${room}`,
});

type Planned = Omit<UpcomingSessionContent, 'format' | 'minutes' | 'agenda' | 'cancelReason' | 'attended'> &
  Partial<Pick<UpcomingSessionContent, 'cancelReason' | 'attended'>> & { order: readonly RunningOrderItem[] };

export function planned({
  order,
  abstract,
  cancelReason = null,
  attended = null,
  ...session
}: Planned): UpcomingSessionContent {
  return {
    ...session,
    format: 'virtual',
    abstract: sample(abstract),
    ...runningOrder(order),
    cancelReason,
    attended,
  };
}
