import { inEveryLanguage } from '@reihe/admin-ui';
import { TestBed } from '@angular/core/testing';
import { ORDER } from '@reihe/shared-policies';
import { SeriesClient, SpeakersClient, TaxonomyClient } from '@reihe/web-data-access';
import {
  emptyAgendaItem,
  emptyContribution,
  emptySession,
  type SessionForm,
} from '@reihe/admin-session-form';
import { SessionFields } from './session-fields';

const NO_TEXT = { title: '', description: '' };
const english = { ...NO_TEXT, title: 'Welcome' };
const FORM: SessionForm = {
  ...emptySession('y1', 'Europe/Berlin'),
  agenda: [
    {
      ...emptyAgendaItem(0),
      id: 'a1',
      translations: inEveryLanguage({ en: english, de: { title: 'Begrüßung', description: '' } }, NO_TEXT),
      contributions: [{ ...emptyContribution(), id: 'c1', speakerId: 'k1', city: 'Lviv' }],
    },
    {
      ...emptyAgendaItem(20),
      id: 'a2',
      translations: inEveryLanguage({ en: { ...english, title: 'Talk' }, de: english }, NO_TEXT),
    },
  ],
  contributions: [{ ...emptyContribution(), id: 'c2', role: 'moderator' }],
};

function fields(): SessionFields {
  const provide = (client: unknown, useValue: object) => ({ provide: client, useValue });
  TestBed.configureTestingModule({
    providers: [
      provide(SeriesClient, { fetch: () => Promise.resolve({ slug: 'y', translations: {} }) }),
      provide(TaxonomyClient, {
        fetchRegions: () => Promise.reject(new Error('offline')),
        fetchCategories: () => Promise.resolve([]),
      }),
      provide(SpeakersClient, { fetch: () => Promise.resolve({ title: 'Dr.', name: 'Ada Example' }) }),
    ],
  });
  return TestBed.inject(SessionFields);
}

describe('the fields of a session in words', () => {
  it('are called as in the editor, each with the part or person it belongs to', async () => {
    const describeField = await fields().describe([FORM]);
    const label = (...path: string[]) => describeField(path).label;
    expect(label('translations', 'de', 'title')).toBe('Title, German');
    expect(label('meeting', 'passcode')).toBe('Passcode');
    expect(label('agenda', 'a1', 'durationMinutes')).toBe('Agenda: Welcome, Length in minutes');
    expect(label('agenda', 'a1', 'contributions', 'c1', 'city')).toBe(
      'Agenda: Welcome: Speaker: Dr. Ada Example, Lviv, City',
    );
    expect(label('contributions', 'c2', 'role')).toBe(
      'People of the whole session: Moderator: Nothing, Role',
    );
    expect(label('agenda', ORDER)).toBe('Order of the agenda');
    expect(label('somethingNew')).toBe('');
  });

  it('say their values: names, dates, lists, and what is not there', async () => {
    const describeField = await fields().describe([FORM]);
    const say = (value: unknown, ...path: string[]) => describeField(path).say(value);
    expect(say('2026-10-06T14:00', 'startsLocal')).toMatch(/^Tuesday,? 6\sOctober\s2026, 14:00$/);
    expect(say('', 'registrationOpensAt')).toBe('Nothing');
    expect(say(['en', 'uk'], 'languages')).toBe('English and Ukrainian');
    expect(say('y1', 'seriesId')).toBe('y');
    // The regions could not be read: an id is never shown all the same.
    expect(say(['r1'], 'regionIds')).toBe('no longer there');
    expect(say(['a2', 'a1'], 'agenda', ORDER)).toBe('Talk and Welcome');
    expect(say(undefined, 'agenda', 'a1')).toBe('Not in it');
    expect(say(FORM.agenda[0], 'agenda', 'a1')).toBe(
      'Welcome / Begrüßung (Talk, 20 minutes, 0 after the start)\nSpeaker: Dr. Ada Example, Lviv',
    );
  });
});
