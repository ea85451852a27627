import { ParticipantRow, RegistrationRow } from '@reihe/api-persistence';
import { PRIVACY_NOTICE_VERSION, type RegistrationState } from '@reihe/shared-contracts';
import { emailKey } from '@reihe/shared-policies';
import { upcomingSessions } from '@reihe/api-demo-content';
import { samplePeople, sampleRegistrations, type SamplePerson } from '@reihe/api-demo-content';
import type { DemoRepository } from './demo.repository';
import { idsFor, type Ids } from './ids';

const PEOPLE = 320;
const HOUR_MS = 3_600_000;

/** Some hundred made-up participants, registered as the content plans it, in queue order where they wait. */
export async function loadRegistrations(store: DemoRepository, sessions: Ids, now: Date): Promise<void> {
  const people = samplePeople(PEOPLE);
  const ids = idsFor(people.map(({ email }) => ({ key: email })));
  await store.insert(
    ParticipantRow,
    people.map(({ position, email, ...person }) => ({
      ...person,
      id: ids(email),
      email,
      emailKey: emailKey(email),
      jobPosition: position,
      verifiedAt: now,
    })),
  );
  for (const { key, registrations: plan } of upcomingSessions) {
    const drawn = sampleRegistrations(people, key, plan);
    const queue = await store.nextQueueNumbers(plan.waitlisted);
    await store.insert(
      RegistrationRow,
      drawn.map(({ person, state }, index) => ({
        sessionId: sessions(key),
        participantId: ids(person.email),
        state,
        queueNumber: state === 'waitlisted' ? (queue.shift() ?? null) : null,
        ...snapshotOf(person),
        ...momentsOf(state, new Date(now.getTime() - (drawn.length - index) * HOUR_MS)),
      })),
    );
  }
}

function snapshotOf({ name, organisation, position, city, country, language, timeZone }: SamplePerson) {
  return {
    name,
    organisation,
    jobPosition: position,
    city,
    country,
    language,
    timeZone,
    privacyNotice: PRIVACY_NOTICE_VERSION,
  };
}

function momentsOf(state: RegistrationState, createdAt: Date) {
  return {
    createdAt,
    confirmedAt: state === 'confirmed' ? createdAt : null,
    endedAt: state === 'cancelled' ? createdAt : null,
  };
}
