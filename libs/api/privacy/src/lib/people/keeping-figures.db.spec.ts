import fc from 'fast-check';
import { PrivacyWorld } from '../testing/privacy-world';
import { makePeople, somePeople } from '../testing/random-people';
import { ErasePerson } from './erase-person';

describe('erasing people', () => {
  let world: PrivacyWorld;
  beforeAll(async () => {
    world = await PrivacyWorld.openWorld();
  });
  afterAll(() => world.close());

  const named = () =>
    world.query<{ table: string }>(
      `SELECT 'participants' AS table FROM participants WHERE name <> '' OR email IS NOT NULL
       UNION ALL SELECT 'registrations' FROM registrations WHERE name <> '' OR organisation <> ''
       UNION ALL SELECT 'attendees' FROM attendees WHERE name <> '' OR organisation <> '' OR key NOT LIKE 'erased:%'
       UNION ALL SELECT 'presences' FROM presences WHERE organisation <> ''`,
    );

  it('leaves every figure as it was, whoever goes and in whatever order, and nobody in any row', async () => {
    const erasing = world.get(ErasePerson);
    await fc.assert(
      fc.asyncProperty(somePeople, fc.infiniteStream(fc.nat()), async (some, order) => {
        const { people, guests } = await makePeople(world, some);
        const before = await world.figures();
        const going = [
          ...people.map((id) => () => erasing.erase(id, '', world.staff)),
          ...guests.map(
            ({ sessionId, id }) =>
              () =>
                erasing.eraseGuest(sessionId, id, world.staff),
          ),
        ];
        while (going.length > 0) {
          const [next] = going.splice((order.next().value ?? 0) % going.length, 1);
          await next?.();
          expect(await world.figures()).toEqual(before);
        }
        expect(await named()).toEqual([]);
        // Whatever makes the database count anew comes to the same.
        await world.recount();
        expect(await world.figures()).toEqual(before);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('keeps the one organisation that somebody counts for under whom two names in a report say different ones', async () => {
    const series = await world.aSeries();
    const session = await world.aSession(series);
    const participant_id = await world.aPerson('two.names@city.example');
    const importId = await world.aReport(session);
    // By its letters the first is the greater one, by its trace the second.
    for (const organisation of ['Water works', 'City of Lviv'])
      await world.anAttendee(session, { importId, name: 'Nameable', organisation, participant_id });
    await world.recount();
    const before = await world.figures();
    await world.get(ErasePerson).erase(participant_id, '', world.staff);
    expect(await world.figures()).toEqual(before);
    await world.recount();
    expect(await world.figures()).toEqual(before);
  });
});
