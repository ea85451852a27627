import fc from 'fast-check';
import {
  meetingRoomOf,
  programmeConflicts,
  type ProgrammeConflict,
  type ProgrammeEntry,
} from './programme-conflicts';

const NOW = new Date('2026-11-23T09:00:00Z');

const entry = (id: string, start: string, change: Partial<ProgrammeEntry> = {}): ProgrammeEntry => ({
  id,
  state: 'published',
  startsAt: new Date(start),
  endsAt: new Date(Date.parse(start) + 90 * 60_000),
  seriesPeriod: { startsOn: '2026-10-01', endsOn: '2027-03-31' },
  day: start.slice(0, 10),
  speakerIds: [],
  regionIds: [id],
  meetingUrl: `https://meet.example/${id}`,
  hasModerator: true,
  holidays: [],
  ...change,
});

const of = (id: string, ...programme: ProgrammeEntry[]): ProgrammeConflict[] =>
  programmeConflicts(programme, NOW).get(id) ?? [];

describe('the conflicts of a programme', () => {
  it('are none for sessions that share nothing, though they run at once', () => {
    const found = programmeConflicts(
      [entry('a', '2026-12-01T12:00:00Z'), entry('b', '2026-12-01T12:30:00Z')],
      NOW,
    );
    expect([...found.values()]).toEqual([[], []]);
  });

  it('tell both sessions of a speaker, a meeting room and an audience they share', () => {
    const a = entry('a', '2026-12-01T12:00:00Z', { speakerIds: ['ana', 'ana'], regionIds: ['europe'] });
    const b = entry('b', '2026-12-01T13:00:00Z', {
      speakerIds: ['ana', 'bo'],
      regionIds: ['asia', 'europe'],
      meetingUrl: 'https://MEET.example/a/?pwd=other',
    });
    expect(of('a', a, b)).toEqual([
      { code: 'speaker-elsewhere', sessionId: 'b', speakerId: 'ana' },
      { code: 'meeting-room-taken', sessionId: 'b' },
      { code: 'same-audience', sessionId: 'b' },
    ]);
    expect(of('b', a, b).map(({ code }) => code)).toEqual([
      'speaker-elsewhere',
      'meeting-room-taken',
      'same-audience',
    ]);
  });

  it('tell of one account that would host two meetings at once, however its name is written', () => {
    const a = entry('a', '2026-12-01T12:00:00Z', { meetingAccount: 'Water room' });
    const b = entry('b', '2026-12-01T12:30:00Z', { meetingAccount: ' water ROOM ' });
    const nameless = entry('c', '2026-12-01T12:30:00Z', { meetingAccount: ' ' });
    expect(of('a', a, b, nameless)).toEqual([{ code: 'meeting-room-taken', sessionId: 'b' }]);
    expect(of('c', a, b, nameless, { ...nameless, id: 'd', regionIds: ['d'], meetingUrl: '' })).toEqual([]);
  });

  it('take a session without regions as one for everyone', () => {
    const world = entry('w', '2026-12-01T12:00:00Z', { regionIds: [] });
    expect(of('a', world, entry('a', '2026-12-01T12:30:00Z'))).toEqual([
      { code: 'same-audience', sessionId: 'w' },
    ]);
  });

  it('end where one begins as the other ends', () => {
    const a = entry('a', '2026-12-01T12:00:00Z', { regionIds: [] });
    expect(of('a', a, entry('b', '2026-12-01T13:30:00Z'))).toEqual([]);
    expect(of('a', a, entry('b', '2026-12-01T13:29:00Z'))).toHaveLength(1);
  });

  it('say what a session itself lacks: a working day, its series’ period, and 48 hours before a link and a moderator', () => {
    const bare = { meetingUrl: ' ', hasModerator: false };
    expect(of('a', entry('a', '2026-11-25T09:00:00Z', bare)).map(({ code }) => code)).toEqual([
      'no-meeting-link',
      'no-moderator',
    ]);
    expect(of('a', entry('a', '2026-11-25T09:01:00Z', bare))).toEqual([]);
    expect(of('a', entry('a', '2026-11-24T09:00:00Z', { ...bare, state: 'draft' }))).toEqual([]);
    const feast = { country: 'BR', name: 'Natal' };
    expect(of('a', entry('a', '2027-04-01T09:00:00Z', { holidays: [feast] }))).toEqual([
      { code: 'holiday', ...feast },
      { code: 'outside-period' },
    ]);
  });

  it('leave cancelled sessions and those that are over alone', () => {
    const all = { regionIds: [], speakerIds: ['ana'] };
    const cancelled = entry('c', '2026-12-01T12:00:00Z', { ...all, state: 'cancelled' });
    const over = entry('o', '2026-11-23T07:00:00Z', { ...all, meetingUrl: '' });
    const running = entry('r', '2026-11-23T08:00:00Z', all);
    expect(of('a', entry('a', '2026-12-01T12:00:00Z', all), cancelled)).toEqual([]);
    const found = programmeConflicts([cancelled, over, running], NOW);
    expect([...found]).toEqual([['r', []]]);
  });

  it('are found alike by looking at every pair', () => {
    const ids = fc.constantFrom('ana', 'bo', 'cy');
    const programmes = fc.array(
      fc.record({
        start: fc.integer({ min: 1, max: 40 }),
        halfHours: fc.integer({ min: 1, max: 8 }),
        speakerIds: fc.uniqueArray(ids),
        regionIds: fc.uniqueArray(ids),
        meetingUrl: fc.constantFrom('', 'https://meet.example/1', 'https://meet.example/2'),
        state: fc.constantFrom('draft' as const, 'published' as const, 'cancelled' as const),
      }),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(programmes, (drawn) => {
        const programme = drawn.map(({ start, halfHours, ...rest }, index) => {
          const startsAt = new Date(Date.parse('2026-12-01T00:00:00Z') + start * 1_800_000);
          const endsAt = new Date(startsAt.getTime() + halfHours * 1_800_000);
          return entry(String(index), startsAt.toISOString(), { ...rest, endsAt });
        });
        const live = programme.filter(({ state }) => state !== 'cancelled');
        const found = programmeConflicts(programme, NOW);
        expect([...found.keys()].sort()).toEqual(live.map(({ id }) => id).sort());
        for (const one of live) {
          const shared = live
            .filter((other) => other !== one && other.startsAt < one.endsAt && one.startsAt < other.endsAt)
            .flatMap((other) => [
              ...one.speakerIds
                .filter((id) => other.speakerIds.includes(id))
                .map((id) => `speaker-elsewhere ${other.id} ${id}`),
              ...(one.meetingUrl && one.meetingUrl === other.meetingUrl
                ? [`meeting-room-taken ${other.id}`]
                : []),
              ...(one.regionIds.length === 0 ||
              other.regionIds.length === 0 ||
              one.regionIds.some((id) => other.regionIds.includes(id))
                ? [`same-audience ${other.id}`]
                : []),
            ]);
          const told = (found.get(one.id) ?? []).map((conflict) =>
            [
              conflict.code,
              'sessionId' in conflict ? conflict.sessionId : '',
              'speakerId' in conflict ? conflict.speakerId : '',
            ]
              .filter(Boolean)
              .join(' '),
          );
          expect(told.sort()).toEqual(shared.sort());
        }
      }),
    );
  });
});

describe('a meeting room', () => {
  it.each([
    ['https://Meet.Example/Room/1?pwd=x#start', 'meet.example/room/1'],
    ['https://meet.example/room/1/', 'meet.example/room/1'],
    ['no link', ''],
    ['', ''],
  ])('of %s is %s', (url, room) => {
    expect(meetingRoomOf(url)).toBe(room);
  });
});
