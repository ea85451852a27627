import type { SampleCell } from './sample-file';

/** One stay of one person, or one registration; for specs. */
export interface SampleStay {
  name: string;
  email?: string;
  /** Instants; without them nobody came. */
  joinedAt?: string;
  leftAt?: string;
  role?: 'host' | 'speaker';
  organisation?: string;
  city?: string;
  country?: string;
  token?: string;
}

export const SAMPLE_SESSION = { startsAt: '2026-10-06T12:00:00.000Z', endsAt: '2026-10-06T13:30:00.000Z' };

const at = (time: string) => `2026-10-06T${time}.000Z`;

/** A host, somebody who came back twice, one person under three names, a guest without address, a recorder, a telephone, a formula. */
export const SAMPLE_STAYS: readonly SampleStay[] = [
  {
    name: 'Ada Sample',
    email: 'ada@host.example',
    joinedAt: at('11:50:00'),
    leftAt: at('13:35:00'),
    role: 'host',
  },
  {
    name: 'Ben Beispiel',
    email: 'ben@city.example',
    joinedAt: at('12:00:05'),
    leftAt: at('12:20:00'),
    city: 'Lviv',
  },
  { name: 'Ben Beispiel', email: 'ben@city.example', joinedAt: at('12:19:30'), leftAt: at('12:40:10') },
  { name: 'Ben Beispiel', email: 'ben@city.example', joinedAt: at('13:00:00'), leftAt: at('13:30:00') },
  { name: 'Cleo Müster', email: 'cleo@town.example', joinedAt: at('12:02:00'), leftAt: at('12:10:00') },
  {
    name: 'C. Müster – Stadtwerke',
    email: 'Cleo@Town.example',
    joinedAt: at('12:11:00'),
    leftAt: at('12:50:00'),
  },
  { name: 'iPhone (Cleo)', joinedAt: at('12:51:00'), leftAt: at('13:29:59') },
  { name: 'A guest, from elsewhere', joinedAt: at('12:05:00'), leftAt: at('13:30:00') },
  { name: 'Ada’s Notetaker (Otter.ai)', joinedAt: at('12:00:00'), leftAt: at('13:30:00') },
  { name: '+49 30 ***12', joinedAt: at('12:15:00'), leftAt: at('12:45:00') },
  {
    name: '=HYPERLINK("https://trap.example","Dan")',
    email: 'dan@trap.example',
    joinedAt: at('12:30:00'),
    leftAt: at('12:31:00'),
  },
];

/** What a tool tells of a meeting, and how. */
export interface Sample {
  stays: readonly SampleStay[];
  title: string;
  isGerman: boolean;
  isOther: boolean;
  hasMeeting: boolean;
}

/** Cells of a row of texts. */
export const row = (cells: string): string[] => cells.split(' | ');
export const time = (instant: string | undefined, missing = ''): SampleCell =>
  instant ? { at: instant } : missing;
export const ms = ({ joinedAt, leftAt }: SampleStay) =>
  joinedAt && leftAt ? Date.parse(leftAt) - Date.parse(joinedAt) : 0;
/** Zoom rounds up. */
export const minutes = (...stays: SampleStay[]) =>
  String(Math.ceil(stays.reduce((sum, stay) => sum + ms(stay), 0) / 60_000));
export const meetingStart = (stays: readonly SampleStay[]) =>
  stays.flatMap((stay) => stay.joinedAt ?? []).sort()[0];
export const meetingEnd = (stays: readonly SampleStay[]) =>
  stays
    .flatMap((stay) => stay.leftAt ?? [])
    .sort()
    .at(-1);

/** By name and address, as the tools tell people apart. */
export function people(stays: readonly SampleStay[]): [SampleStay, ...SampleStay[]][] {
  const found = new Map<string, [SampleStay, ...SampleStay[]]>();
  for (const stay of stays) {
    const key = `${stay.name} ${stay.email ?? ''}`;
    const own = found.get(key);
    if (own) own.push(stay);
    else found.set(key, [stay]);
  }
  return [...found.values()];
}
