import { markedAtEnd } from './sample-text';
import type { UpcomingSeriesContent } from './types';

export const upcomingSeries: UpcomingSeriesContent = {
  key: 'cities-in-a-changing-climate',
  title: {
    de: 'Städte im Klimawandel (Beispielreihe)',
    en: 'Cities in a changing climate (sample series)',
  },
  summary: markedAtEnd({
    de: 'Hitze, Starkregen, Trockenheit: Fachleute aus Kommunen beraten einander, wie Städte auch in Zukunft lebenswert bleiben. Die Termine liegen immer rund um den heutigen Tag, damit sich die Anmeldung sofort ausprobieren lässt.',
    en: 'Heat, heavy rain, drought: municipal practitioners advise each other on how cities remain good places to live. The dates always lie around today, so that registration can be tried at once.',
  }),
  host: { de: 'Beispielnetzwerk der Städte', en: 'Sample Network of Cities' },
  commissioner: { de: '', en: '' },
  defaultLanguage: 'en',
  timeZone: 'Europe/Berlin',
  startsOffset: -32,
  endsOffset: 60,
  cover: 'towers-in-the-heat',
  categories: ['climate-adaptation', 'integrated-urban-development', 'municipal-services', 'mobility'],
  stated: [],
};
