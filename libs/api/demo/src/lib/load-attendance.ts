import { createHash } from 'node:crypto';
import { upcomingSessions } from '@reihe/api-demo-content';
import type { DemoRepository } from './demo.repository';
import type { Ids } from './ids';

/** The second session held has guests whom nobody identified, so that there is somebody to look for. */
const GUESTS = ['Sample Guest (Lviv)', 'S. Participant'];

/** A meeting's report for each sample session that was held: so many of those with a place came, a few for a short time only. */
export async function loadAttendance(store: DemoRepository, sessions: Ids, now: Date): Promise<void> {
  const held = upcomingSessions.filter(({ attended }) => attended !== null);
  for (const [index, { key, attended }] of held.entries()) {
    const fileName = `sample-report-${key}.csv`;
    await store.reportAttendance({
      sessionId: sessions(key),
      attended: attended ?? 0,
      guests: index === 1 ? GUESTS : [],
      fileName,
      sha256: createHash('sha256').update(fileName).digest('hex'),
      now,
    });
  }
}
