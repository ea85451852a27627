import { privacyApiPaths, type PrivacyRecord } from '@reihe/shared-figures';
import type { Page } from '@reihe/shared-contracts';
import { NOW, PrivacyWorld } from '../testing/privacy-world';
import { ErasePerson } from './erase-person';
import { Forgetting } from './forgetting.repository';

describe('an address that nobody ever proved', () => {
  let world: PrivacyWorld;
  beforeAll(async () => {
    world = await PrivacyWorld.openWorld();
  });
  afterAll(() => world.close());

  it('is forgotten once nothing waits for it, unless a meeting report says that its person was there', async () => {
    const session = await world.aSession(await world.aSeries());
    const typed = await world.aPerson('typed@city.example', { verified_at: null });
    const came = await world.aPerson('came@city.example', { verified_at: null });
    const importId = await world.aReport(session);
    await world.anAttendee(session, { importId, name: 'Came Sample', participant_id: came });
    expect(await world.get(Forgetting).forgetUnproven(new Date(NOW))).toEqual([typed]);
    expect(await world.query(`SELECT id, email FROM participants WHERE erased_at IS NULL`)).toEqual([
      { id: came, email: 'came@city.example' },
    ]);
  });
});

describe('whoever leaves by themselves', () => {
  it('is on record as such, by no name', async () => {
    const world = await PrivacyWorld.openWorld();
    const person = await world.aPerson('leaving@city.example');
    await world.aRegistration(await world.aSession(await world.aSeries()), person);
    await world.get(ErasePerson).eraseThemselves(person);
    const { items } = await world.answer<Page<PrivacyRecord>>('get', privacyApiPaths.records);
    expect(items).toMatchObject([
      { kind: 'erase', subjectId: person, by: null, isByThemselves: true, counts: { registrations: 1 } },
    ]);
    expect(
      await world.query(`SELECT actor_kind, actor_id FROM audit_entries WHERE action = 'participant.erase'`),
    ).toEqual([{ actor_kind: 'participant', actor_id: person }]);
    await world.close();
  });
});
