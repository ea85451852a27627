import { describe, expect, it } from '@jest/globals';
import { FORMAT_PATTERNS } from '@reihe/shared-contracts';
import { upcomingSessions, upcomingSpeakers } from '../index';
import { samplePeople, sampleRegistrations, speakerName } from './people';

describe('made-up people', () => {
  const people = samplePeople(320);

  it('are the same on every run', () => {
    expect(samplePeople(320)).toEqual(people);
    expect(samplePeople(5)).toEqual(people.slice(0, 5));
    expect(upcomingSpeakers.map(speakerName)).toEqual(upcomingSpeakers.map(speakerName));
  });

  it('have addresses that reach nobody, each their own', () => {
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
    expect(
      people.filter(({ email }) => !FORMAT_PATTERNS.email.test(email) || !/@example\.(org|com)$/.test(email)),
    ).toEqual([]);
  });

  it('live in real places with real time zones', () => {
    const zones = Intl.supportedValuesOf('timeZone').concat(
      'Europe/Kyiv',
      'Asia/Kolkata',
      'Asia/Ho_Chi_Minh',
    );
    expect(people.filter(({ timeZone }) => !zones.includes(timeZone))).toEqual([]);
    expect(new Set(people.map(({ country }) => country)).size).toBeGreaterThan(12);
  });

  it('register once per session, as planned, and many of them for several', () => {
    const registrations = upcomingSessions.flatMap((session) => {
      const drawn = sampleRegistrations(people, session.key, session.registrations);
      expect(new Set(drawn.map(({ person }) => person.email)).size).toBe(drawn.length);
      expect(drawn.filter(({ state }) => state === 'confirmed')).toHaveLength(
        session.registrations.confirmed,
      );
      return drawn;
    });
    const distinct = new Set(registrations.map(({ person }) => person.email)).size;
    expect(distinct).toBeGreaterThan(200);
    expect(registrations.length).toBeGreaterThan(distinct);
  });
});
