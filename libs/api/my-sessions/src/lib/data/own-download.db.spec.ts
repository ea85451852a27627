import { randomUUID } from 'node:crypto';
import { mySessionsPaths } from '@reihe/shared-registration';
import { strFromU8, unzipSync } from 'fflate';
import { OwnWorld } from '../testing/own-world';

describe('everything stored about somebody, as a file', () => {
  let world: OwnWorld;

  beforeAll(async () => {
    world = await OwnWorld.openWorld();
  });
  afterAll(() => world.close());

  const download = async (token: string): Promise<{ json: string; told: Record<string, unknown> }> => {
    const { body } = await world
      .http('post', mySessionsPaths.download('en', token))
      .responseType('blob')
      .expect(200)
      .expect('Cache-Control', 'no-store');
    const json = strFromU8(unzipSync(new Uint8Array(body as Buffer))['my-data.json'] ?? new Uint8Array());
    return { json, told: JSON.parse(json) as Record<string, unknown> };
  };

  it('has what was registered for and what was typed, and nothing that opens a door', async () => {
    const { id, token } = await world.aPerson('whole@city.example');
    await world.aRegistration(id, await world.aSession({ title: 'Pipes' }), { needs: 'A ramp' });
    const { json, told } = await download(token);
    expect(told).toMatchObject({
      person: { email: 'whole@city.example', name: 'Sample Person' },
      registrations: [{ title: 'Pipes', state: 'confirmed', accessibilityNeeds: 'A ramp' }],
      otherAddresses: [],
      news: [],
      invitations: [],
      links: [{ for: 'manage' }],
    });
    expect(json).not.toContain(token);
    expect(json).not.toMatch(/hash|sealed/i);
  });

  it('has the addresses that lead to the person too, and why somebody said that they do', async () => {
    const { id, token } = await world.aPerson('kept@city.example');
    const { id: absorbed } = await world.aPerson('absorbed@city.example');
    await world.query(`UPDATE participants SET merged_into_id = $1 WHERE id = $2`, [id, absorbed]);
    await world.query(
      `INSERT INTO participant_merges (kept_id, absorbed_id, staff_id, reason, moved_ids, ended_ids, merged_at)
       VALUES ($1, $2, $3, 'Wrote from the new one', '{}', '{}', '2026-08-30T10:00:00Z')`,
      [id, absorbed, randomUUID()],
    );
    expect((await download(token)).told).toMatchObject({
      otherAddresses: [
        {
          email: 'absorbed@city.example',
          reason: 'Wrote from the new one',
          mergedAt: '2026-08-30T10:00:00+00:00',
        },
      ],
    });
  });

  it('has which news somebody wants none of, and where their address is on a list', async () => {
    const { id, token } = await world.aPerson('News@city.example');
    await world.query(
      `INSERT INTO news_opt_outs (participant_id, series_id) SELECT $1::uuid, NULL UNION ALL SELECT $1, id FROM series`,
      [id],
    );
    await world.query(
      `INSERT INTO invited_addresses (series_id, pattern)
       SELECT id, unnest(ARRAY['news@city.example', 'other@city.example', '@city.example']) FROM series`,
    );
    const { told, json } = await download(token);
    expect(told).toMatchObject({
      news: [{ endedFor: 'water' }, { endedFor: 'every series' }],
      invitations: [{ series: 'water', session: null }],
    });
    expect(json).not.toContain('other@city.example');
  });

  it('is nobody’s without their link', async () => {
    await world.http('post', mySessionsPaths.download('en', 'made-up-token-of-some-length')).expect(404);
  });
});
