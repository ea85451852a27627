import { TestBed } from '@angular/core/testing';
import { LOCALE_ID } from '@angular/core';
import { Formats } from './formats';

const formatsIn = (language: string) => {
  TestBed.configureTestingModule({ providers: [{ provide: LOCALE_ID, useValue: language }] });
  return TestBed.inject(Formats);
};
const evening = '2020-06-03T22:30:00Z';
const later = '2020-06-03T23:45:00Z';

describe('formats', () => {
  it('tell a day in the zone asked for, and never end a line within it', () => {
    expect(formatsIn('en').day(evening, 'Europe/Berlin')).toBe('4\u00a0June\u00a02020');
  });

  it('tell it in the page language', () => {
    expect(formatsIn('de').longDay(evening, 'America/Sao_Paulo')).toBe('Mittwoch, 3.\u00a0Juni\u00a02020');
  });

  it('keep a day without a time what it is', () => {
    expect(formatsIn('en').plainDay('2020-06-03')).toBe('3\u00a0June\u00a02020');
  });

  it('name the day where a range crosses midnight', () => {
    const formats = formatsIn('en');
    expect(formats.timeRange(evening, later, 'Europe/Berlin')).toBe('00:30 – 01:45');
    expect(formats.timeRange(evening, '2020-06-04T00:30:00Z', 'UTC')).toMatch(
      /3\sJun.*22:30 – .*4\sJun.*00:30/,
    );
  });

  it('name a zone as it is called on that day', () => {
    const formats = formatsIn('en');
    expect(formats.zoneName(evening, 'Europe/Berlin')).toBe('Central European Summer Time');
    expect(formats.zoneOffset('2020-12-03T12:00:00Z', 'Europe/Berlin')).toBe('GMT+1');
    expect(formats.zoneOffset('2020-12-03T12:00:00Z', 'America/Sao_Paulo')).toBe('GMT\u22123');
    expect(formats.zoneCity('America/Sao_Paulo')).toBe('Sao Paulo');
  });

  it('count down in words', () => {
    const formats = formatsIn('en');
    const now = new Date('2020-06-01T22:30:00Z');
    expect(formats.fromNow(evening, now)).toBe('in 2 days');
    expect(formats.fromNow('2020-06-02T03:30:00Z', now)).toBe('in 5 hours');
    expect(formats.fromNow('2020-06-01T22:40:00Z', now)).toBe('in 10 minutes');
  });

  it('name countries, languages, numbers and lists', () => {
    const formats = formatsIn('de');
    expect(formats.countryName('BR')).toBe('Brasilien');
    expect(formats.languageName('pt')).toBe('Portugiesisch');
    expect(formats.ownName('en')).toBe('English');
    expect(formats.number(12345)).toBe('12.345');
    expect(formats.list(['Lwiw', 'Dakar', 'Lima'])).toBe('Lwiw, Dakar und Lima');
  });
});
