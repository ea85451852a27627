import { TestBed } from '@angular/core/testing';
import { LANGUAGE } from '@reihe/web-platform';
import type { Language } from '@reihe/shared-contracts';
import { Moments } from './moments';

describe('when something happened', () => {
  it.each<[Language, string]>([
    ['en', '3\u00a0Jun\u00a02020'],
    ['de', '3.\u00a0Juni\u00a02020'],
  ])('is written in %s as everywhere else: day before month on one line, 24 hours', (language, day) => {
    TestBed.configureTestingModule({ providers: [{ provide: LANGUAGE, useValue: language }] });
    const moments = TestBed.inject(Moments);
    const afternoon = new Date(2020, 5, 3, 15, 5);
    expect(moments.when(afternoon.toISOString())).toBe(`${day}, 15:05`);
    expect(moments.time(afternoon)).toBe('15:05');
  });
});
