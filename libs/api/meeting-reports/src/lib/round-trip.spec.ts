import fc from 'fast-check';
import { MEETING_REPORT_FORMATS, type MeetingReportFormat } from './meeting-report';
import { readMeetingReport } from './read-meeting-report';
import type { FileStyle } from './testing/sample-file';
import { sampleReport } from './testing/sample-report';
import type { SampleStay } from './testing/sample-stays';

/** Clocks are not changed on these days in any of the zones. */
const DAYS = ['2026-01-12', '2026-02-03', '2026-05-05', '2026-06-07', '2026-09-11', '2026-12-24'];
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'America/St_Johns',
  'UTC',
];

const style: fc.Arbitrary<FileStyle> = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  dateOrder: fc.constantFrom('dmy', 'mdy', 'ymd'),
  clock: fc.constantFrom(12, 24),
  separator: fc.constantFrom(',', ';', '\t'),
  encoding: fc.constantFrom('utf-8', 'utf-8-mark', 'utf-16le', 'utf-16le-mark', 'utf-16be-mark', 'xlsx'),
  newline: fc.constantFrom('\n', '\r\n'),
});

const letters = fc.string({ unit: fc.constantFrom(...'abzÄöß’ -,;"\t\n=+@(1'), maxLength: 12 });
/** Each of another name, so that tools which tell people apart by it make one line of each. */
const stays: fc.Arbitrary<SampleStay[]> = fc
  .record({
    day: fc.constantFrom(...DAYS),
    people: fc.array(
      fc.record({ name: letters, from: fc.nat(7200), length: fc.nat(9000), hasAddress: fc.boolean() }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ day, people }) =>
    people.map(({ name, from, length, hasAddress }, index) => {
      const joined = Date.parse(`${day}T09:00:00Z`) + from * 1000;
      return {
        name: `P${index} ${name}`.trim(),
        ...(hasAddress && { email: `p${index}@city.example` }),
        joinedAt: new Date(joined).toISOString(),
        leftAt: new Date(joined + length * 1000).toISOString(),
      };
    }),
  );

const spans = (all: readonly { joinedAt?: string | null; leftAt?: string | null }[]) =>
  all.map(({ joinedAt, leftAt }) => `${joinedAt ?? ''} ${leftAt ?? ''}`);

describe('what was written in a form', () => {
  const forms: [MeetingReportFormat, boolean][] = MEETING_REPORT_FORMATS.filter(
    (format) => format !== 'zoom-registrants',
  ).map((format) => [format, false]);

  it.each([...forms, ['teams', true] as const])(
    'of %s is read as the same stays, in any order, zone, clock, encoding and language (older form: %s)',
    async (format, isOther) => {
      await fc.assert(
        fc.asyncProperty(stays, style, fc.constantFrom('en', 'de'), async (written, how, language) => {
          const session = { startsAt: written[0]?.joinedAt ?? '', endsAt: written[0]?.leftAt ?? '' };
          const bytes = sampleReport(format, { ...how, stays: written, language, isOther });
          const report = await readMeetingReport(bytes, { timeZone: how.timeZone ?? 'UTC', session });
          expect(report.problems).toEqual([]);
          expect(report).toMatchObject({ format, isDateOrderGuessed: false });
          expect(spans(report.entries)).toEqual(spans(written));
        }),
        { numRuns: 40 },
      );
    },
  );
});
