import { LANGUAGES } from '@reihe/shared-contracts';
import { documentText } from '@reihe/shared-recap-policies';
import { draftText } from './draft-from-session';
import type { SessionRecords } from './session-records.repository';

const session: SessionRecords = {
  id: 'session',
  seriesId: 'series',
  state: 'held',
  startsAt: '2026-10-05T23:30:00.000Z',
  timeZone: 'Europe/Berlin',
  titles: { en: 'Pipes', de: 'Rohre' },
  seriesTitles: { en: 'Water' },
  titlePatterns: { fr: { pattern: '{session} – {date}' } },
  regions: [{ en: 'Africa', de: 'Afrika', es: 'África', fr: 'Afrique' }],
  regionIds: [],
  categoryIds: [],
  measures: [],
  agenda: [],
  contributions: [],
};

describe('the text that a recap begins with', () => {
  it.each([
    ['en', 'Held on 6 October 2026, for Africa.'],
    ['de', '6. Oktober 2026'],
    ['es', '6 de octubre de 2026'],
    ['fr', '6 octobre 2026'],
  ] as const)('tells in %s the day in the zone of the session', (language, words) => {
    expect(documentText(draftText(session, language).body)).toContain(words);
  });

  it('has a title in every language, of words of another one where there are none', () => {
    const titles = LANGUAGES.map((language) => draftText(session, language).title);
    expect(new Set(titles).size).toBe(LANGUAGES.length);
    expect(titles.filter((title) => title.includes('Pipes'))).toHaveLength(3);
  });
});
