import { markedAtEnd } from './sample-text';
import type { UpcomingSeriesContent } from './types';

export const upcomingSeries: UpcomingSeriesContent = {
  key: 'cities-in-a-changing-climate',
  title: {
    de: 'Städte im Klimawandel (Beispielreihe)',
    en: 'Cities in a changing climate (sample series)',
    es: 'Ciudades en un clima cambiante (serie de ejemplo)',
    fr: 'Les villes face au climat qui change (série d’exemple)',
  },
  summary: markedAtEnd({
    de: 'Hitze, Starkregen, Trockenheit: Fachleute aus Kommunen beraten einander, wie Städte auch in Zukunft lebenswert bleiben. Die Termine liegen immer rund um den heutigen Tag, damit sich die Anmeldung sofort ausprobieren lässt.',
    en: 'Heat, heavy rain, drought: municipal practitioners advise each other on how cities remain good places to live. The dates always lie around today, so that registration can be tried at once.',
    es: 'Calor, lluvias torrenciales, sequía: profesionales municipales se asesoran mutuamente para que las ciudades sigan siendo lugares habitables. Las fechas se sitúan siempre en torno al día de hoy, para que la inscripción pueda probarse de inmediato.',
    fr: 'Chaleur, fortes pluies, sécheresse\u00a0: des professionnels municipaux se conseillent mutuellement pour que les villes restent agréables à vivre. Les dates se situent toujours autour d’aujourd’hui, afin que l’inscription puisse être essayée immédiatement.',
  }),
  host: {
    de: 'Beispielnetzwerk der Städte',
    en: 'Sample Network of Cities',
    es: 'Red de ciudades de ejemplo',
    fr: 'Réseau de villes d’exemple',
  },
  commissioner: { de: '', en: '' },
  defaultLanguage: 'en',
  timeZone: 'Europe/Berlin',
  startsOffset: -32,
  endsOffset: 60,
  cover: 'towers-in-the-heat',
  categories: ['climate-adaptation', 'integrated-urban-development', 'municipal-services', 'mobility'],
  stated: [],
};
