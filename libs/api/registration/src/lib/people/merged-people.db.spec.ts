import { TransactionHost } from '@nestjs-cls/transactional';
import { SeatDesk } from '@reihe/api-platform';
import { ErasePerson } from '@reihe/api-privacy';
import { MyRegistrationsService } from '../places/my-registrations';
import { TakeSeat } from '../places/take-seat';
import { RegistrationWorld } from '../testing/registration-world';

describe('a seat that was freed by merging', () => {
  it('goes to who waits longest, for that reason and no other', async () => {
    const world = await RegistrationWorld.open();
    const session = await world.aSession({ capacity: 1 });
    await world.register('kept@city.example', [session]);
    await world.register('next@city.example', [session]);
    const { id } = await world.registrationOf('kept@city.example', session);
    await world.query(`UPDATE registrations SET state = 'cancelled', ended_at = now() WHERE id = $1`, [id]);
    await world.app.get(TransactionHost).withTransaction(() => world.app.get(SeatDesk).passOn(session.id));
    expect(await world.people(session, 'confirmed')).toEqual(['next@city.example']);
    expect(
      await world.query(
        `SELECT after ->> 'reason' AS reason FROM audit_entries WHERE action = 'registration.promote'`,
      ),
    ).toEqual([{ reason: 'seat-freed' }]);
    await world.close();
  });
});

describe('an address whose entry was merged into another', () => {
  let world: RegistrationWorld;
  const idOf = async (email: string) => {
    const [row] = await world.query<{ id: string }>(`SELECT id FROM participants WHERE email_key = $1`, [
      email,
    ]);
    return row?.id ?? '';
  };
  const peopleOf = (sessionId: string) =>
    world.query<{ participant_id: string }>(
      `SELECT participant_id FROM registrations WHERE session_id = $1 AND state = 'confirmed'`,
      [sessionId],
    );

  beforeAll(async () => {
    world = await RegistrationWorld.open();
  });
  afterAll(() => world.close());

  it('leads to the entry that goes on, also where that one is registered already, and goes when that one is erased', async () => {
    const [first, second] = [await world.aSession(), await world.aSession()];
    await world.register('kept@city.example', [first]);
    await world.register('gone@city.example', [await world.aSession()]);
    const [kept, gone] = [await idOf('kept@city.example'), await idOf('gone@city.example')];
    await world.query(`UPDATE participants SET merged_into_id = $1 WHERE id = $2`, [kept, gone]);

    await world.register('gone@city.example', [first, second]);
    expect(await peopleOf(first.id)).toEqual([{ participant_id: kept }]);
    expect(await peopleOf(second.id)).toEqual([{ participant_id: kept }]);

    await world.app.get(ErasePerson).erase(kept, '', world.signIn('administrator'));
    expect([await idOf('gone@city.example'), await idOf('kept@city.example')]).toEqual(['', '']);
  });

  it('that nobody proved leads to nobody: whoever comes with it is somebody new, and sees nothing of the person', async () => {
    const [known, wanted] = [await world.aSession(), await world.aSession()];
    await world.register('person@city.example', [known]);
    const token = await world.wish('typed@city.example', [wanted]);
    const [person, typed] = [await idOf('person@city.example'), await idOf('typed@city.example')];
    // As merging leaves them: nothing that was mailed there leads on, and the address is free.
    await world.query(`DELETE FROM participant_links WHERE participant_id = $1`, [typed]);
    await world.query(`UPDATE registrations SET participant_id = $1 WHERE participant_id = $2`, [
      person,
      typed,
    ]);
    await world.query(`UPDATE participants SET merged_into_id = $1, email_key = NULL WHERE id = $2`, [
      person,
      typed,
    ]);
    await expect(world.app.get(TakeSeat).confirm(token, 'en')).rejects.toMatchObject({
      code: 'registration.link-unknown',
    });

    const manage = await world.register('typed@city.example', [known, wanted]);
    expect(await idOf('typed@city.example')).not.toBe(typed);
    const own = await world.app.get(MyRegistrationsService).read(manage, 'en');
    expect(own.registrations.map(({ session }) => session.slug).sort()).toEqual(
      [known.slug, wanted.slug].sort(),
    );
    expect((await peopleOf(known.id)).map(({ participant_id }) => participant_id).sort()).toEqual(
      [person, await idOf('typed@city.example')].sort(),
    );
  });
});
