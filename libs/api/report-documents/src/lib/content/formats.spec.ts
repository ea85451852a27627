import type { FunderReport } from '../funder-report';
import { aReportedSession } from '../testing/a-funder-report';
import { REPORT_WORDS } from '../words/languages';
import { ReportFormats } from './formats';

const english = new ReportFormats(REPORT_WORDS.en, 'Europe/Berlin');
const german = new ReportFormats(REPORT_WORDS.de, 'Europe/Berlin');
const march = aReportedSession();
const june = aReportedSession({ startsAt: '2026-06-09T22:30:00.000Z' });
const period = (from: string | null, to: string | null, sessions: FunderReport['sessions'] = []) => ({
  period: { from, to },
  sessions,
});

describe('the period of a report', () => {
  it.each([
    ['2026-03-01', '2026-06-30', '1 March 2026 to 30 June 2026', '1. März 2026 bis 30. Juni 2026'],
    ['2026-03-01', null, 'since 1 March 2026', 'seit dem 1. März 2026'],
    [null, '2026-06-30', 'until 30 June 2026', 'bis zum 30. Juni 2026'],
  ])('from %s to %s is “%s”', (from, to, inEnglish, inGerman) => {
    expect(english.period(period(from, to, [march]))).toBe(inEnglish);
    expect(german.period(period(from, to, [march]))).toBe(inGerman);
  });

  it('without limits says from which session to which, each by its own clock', () => {
    expect(english.period(period(null, null, [march, june]))).toBe(
      'the whole series, 10 March 2026 to 10 June 2026',
    );
    expect(english.period(period(null, null, [march]))).toBe('the whole series, 10 March 2026');
    expect(german.period(period(null, null))).toBe('die ganze Reihe');
  });
});

describe('numbers of a report', () => {
  it('are a number, a range, or words where they may not be shown', () => {
    expect(english.amount({ least: 1200, most: 1200 })).toBe('1,200');
    expect(german.amount({ least: 1200, most: 1231 })).toBe('1.200–1.231');
    expect(german.amount(null)).toBe('nicht ausgewiesen');
  });
});
