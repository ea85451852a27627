import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { PublicContribution, SessionPage } from '@reihe/shared-contracts';
import { aSessionTeaser } from '@reihe/shared-testing';
import { ReaderClock } from '@reihe/web-platform';
import { render, screen } from '@testing-library/angular';
import { googleCalendarLink, outlookCalendarLink } from './calendar-links';
import { eventData } from './event-data';
import { Session } from './session';

const part = (change: Partial<PublicContribution>): PublicContribution => ({
  language: 'en',
  role: 'speaker',
  name: null,
  position: '',
  organisation: '',
  topic: '',
  city: '',
  country: null,
  photo: null,
  ...change,
});

const aSessionPage = (change: Partial<SessionPage> = {}): SessionPage => ({
  ...aSessionTeaser(),
  abstract: 'Where the water goes.',
  cancelReason: null,
  agenda: [],
  contributions: [],
  recaps: [],
  materials: [],
  isSample: false,
  uid: 'session-1@reihe',
  sequence: 0,
  availableLanguages: ['en'],
  ...change,
});

async function show(session: SessionPage, ownZone: string | null = null) {
  await render(Session, {
    inputs: { slug: session.slug },
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      {
        provide: ReaderClock,
        useValue: { timeZone: signal(ownZone), now: signal(new Date('2026-10-03T12:00:00Z')) },
      },
    ],
  });
  TestBed.inject(HttpTestingController)
    .expectOne((request) => request.url.endsWith(`/pages/sessions/${session.slug}`))
    .flush(session);
  await screen.findByRole('heading', { level: 1 });
}

describe('the page of a session', () => {
  it('hands out what is for everybody, and says nothing where there is nothing', async () => {
    const material = { id: 'm1', kind: 'recording', title: 'The recording', language: 'en' } as const;
    await show(aSessionPage({ materials: [{ ...material, href: 'https://video.example/1', file: null }] }));
    const part = await screen.findByRole('region', { name: 'Materials and recording' });
    expect(part).toContainElement(screen.getByRole('link', { name: 'The recording' }));
  });

  it('is without materials where none are handed out', async () => {
    await show(aSessionPage());
    expect(screen.queryByText('Materials and recording')).not.toBeInTheDocument();
  });

  it('tells the reader’s own time first and the host’s beside it', async () => {
    await show(aSessionPage(), 'America/Sao_Paulo');
    const own = screen.getByText('your time');
    const host = screen.getByText(/in Berlin \(GMT\+2\)/);
    expect(own.closest('p')).toHaveTextContent('09:00 – 11:00');
    expect(own.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(screen.getByText('in 3 days')).toBeInTheDocument();
  });

  it('says when it was to be before it was moved, in the zone that stands first', async () => {
    const movedFrom = { startsAt: '2026-10-05T02:00:00Z', endsAt: '2026-10-05T04:00:00Z' };
    await show(aSessionPage({ movedFrom }), 'America/Sao_Paulo');
    expect(screen.getByText(/^Moved: it was to be on/)).toHaveTextContent(
      /to be on Sun.* 4.Oct.*23:00 – Mon.* 5.Oct.*01:00/,
    );
  });

  it('leads to the registration while one can register', async () => {
    await show(aSessionPage());
    expect(screen.getByRole('link', { name: 'Register' })).toHaveAttribute(
      'href',
      '/register?session=leaking-pipes',
    );
  });

  it('says why it was cancelled, and offers neither a place nor a calendar entry', async () => {
    await show(
      aSessionPage({
        cancelReason: 'Both speakers are ill.',
        seats: { phase: 'cancelled', placesLeft: null, opensAt: null, closesAt: null, mode: 'open' },
      }),
    );
    expect(screen.getByText(/Both speakers are ill/)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Register' })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Google' })).not.toBeInTheDocument();
  });

  it('shows the photo of whoever agreed to it, with its credit', async () => {
    const photo = {
      width: 600,
      height: 600,
      widths: [480],
      template: '/media/m1/{width}.{format}',
      formats: ['webp' as const],
      alt: 'Ada Sample',
      caption: '',
      credit: 'Sample Photographer',
      licence: '',
    };
    await show(
      aSessionPage({ speakers: [part({ name: 'Ada Sample', photo }), part({ name: 'Ben Sample' })] }),
    );
    expect(screen.getByRole('img', { name: 'Ada Sample' })).toHaveAttribute('src', '/media/m1/480.jpeg');
    expect(screen.getByText('Photo: Sample Photographer')).toBeInTheDocument();
    expect(screen.queryByRole('img', { name: 'Ben Sample' })).not.toBeInTheDocument();
  });

  it('names a contribution without a person by its city and country', async () => {
    await show(aSessionPage({ speakers: [part({ city: 'Thiès', country: 'SN' })] }));
    expect(screen.getByRole('heading', { name: 'Thiès, Senegal' })).toBeInTheDocument();
  });
});

describe('what search engines and calendars are told', () => {
  const address = 'https://reihe.example/en/sessions/leaking-pipes';

  it('an online event that takes place on its public page', () => {
    const data = eventData(aSessionPage({ speakers: [part({ name: 'Ada Sample' })] }), address, '/s');
    expect(data).toMatchObject({
      '@type': 'Event',
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      eventStatus: 'https://schema.org/EventScheduled',
      location: { '@type': 'VirtualLocation', url: address },
      performer: [{ '@type': 'Person', name: 'Ada Sample' }],
    });
  });

  it('that it is cancelled, with nothing to be had', () => {
    const seats = {
      phase: 'cancelled',
      placesLeft: null,
      opensAt: null,
      closesAt: null,
      mode: 'open',
    } as const;
    const data = eventData(aSessionPage({ seats }), address, '/s');
    expect(data).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' });
    expect(data).not.toHaveProperty('offers');
  });

  it('instants and the public page, no meeting link', () => {
    const google = new URL(googleCalendarLink(aSessionPage(), address)).searchParams;
    expect(google.get('dates')).toBe('20261006T120000Z/20261006T140000Z');
    expect(google.get('location')).toBe(address);
    const outlook = new URL(outlookCalendarLink(aSessionPage(), address)).searchParams;
    expect(outlook.get('startdt')).toBe('2026-10-06T12:00:00.000Z');
    expect(outlook.get('location')).toBe(address);
  });
});
