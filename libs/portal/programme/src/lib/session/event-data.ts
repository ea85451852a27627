import type { SessionPage } from '@reihe/shared-contracts';
import type { StructuredData } from '@reihe/web-platform';

/** The session for search engines. It takes place on its own public page: the meeting link is never told here. */
export function eventData(session: SessionPage, address: string, seriesAddress: string): StructuredData {
  const { phase } = session.seats;
  const isOpen = phase === 'open' || phase === 'few';
  const performers = session.speakers.flatMap(({ name, organisation, role }) =>
    name === null || role === 'interpreter' || role === 'moderator'
      ? []
      : [
          {
            '@type': 'Person',
            name,
            ...(organisation && { affiliation: { '@type': 'Organization', name: organisation } }),
          },
        ],
  );
  return {
    '@type': 'Event',
    name: session.title,
    description: session.abstract || session.title,
    inLanguage: session.languages,
    startDate: session.startsAt,
    endDate: session.endsAt,
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    eventStatus: `https://schema.org/${phase === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    location: { '@type': 'VirtualLocation', url: address },
    url: address,
    isAccessibleForFree: true,
    superEvent: { '@type': 'EventSeries', name: session.seriesTitle, url: seriesAddress },
    ...(performers.length > 0 && { performer: performers }),
    ...(isOpen && {
      offers: {
        '@type': 'Offer',
        price: 0,
        priceCurrency: 'EUR',
        availability: `https://schema.org/${phase === 'few' ? 'LimitedAvailability' : 'InStock'}`,
        url: address,
        ...(session.seats.opensAt && { validFrom: session.seats.opensAt }),
      },
    }),
  };
}
