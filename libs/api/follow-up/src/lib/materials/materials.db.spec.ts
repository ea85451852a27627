import { MediaStorage } from '@reihe/api-media';
import { strToU8 } from 'fflate';
import { followUpApiPaths, type Material } from '@reihe/shared-registration';
import { FollowUpWorld, type Somebody } from '../testing/follow-up-world';
import { materialKey } from './materials.service';
import { OwnPass } from './own-pass';

const PDF = strToU8('%PDF-1.7 secret-slides-content');

describe('materials of a session', () => {
  let world: FollowUpWorld;
  let sessionId: string;

  const link = (change: object = {}) => ({
    kind: 'recording',
    audience: 'public',
    titles: { en: 'The recording', de: 'Die Aufzeichnung' },
    url: 'https://video.example/watch',
    ...change,
  });
  const add = (change: object = {}) =>
    world.answer<Material[]>('post', followUpApiPaths.materials(sessionId), link(change));
  const upload = (bytes: Uint8Array, name: string, fields: Record<string, string> = {}) => {
    const call = world.call('post', followUpApiPaths.materialFiles(sessionId));
    const all = { kind: 'slides', audience: 'registered', title: 'Slides', language: 'en', ...fields };
    for (const [field, value] of Object.entries(all)) void call.field(field, value);
    return call.attach('file', Buffer.from(bytes), name);
  };
  const last = (materials: Material[]): Material => {
    const material = materials.at(-1);
    if (!material) throw new Error('There is no material.');
    return material;
  };

  beforeAll(async () => {
    world = await FollowUpWorld.begin();
  });
  beforeEach(async () => {
    world.user = world.staff;
    sessionId = await world.aSession();
  });
  afterAll(() => world.close());

  it('are added, changed, ordered and removed, each change in the audit log', async () => {
    const [first] = await add();
    const both = await add({ kind: 'link', titles: { en: 'More' }, url: 'https://more.example' });
    expect(both.map(({ titles }) => titles.en)).toEqual(['The recording', 'More']);
    const turned = await world.answer<Material[]>('put', followUpApiPaths.orderMaterials(sessionId), {
      ids: both.map(({ id }) => id).reverse(),
    });
    expect(turned.map(({ titles }) => titles.en)).toEqual(['More', 'The recording']);
    const id = first?.id ?? '';
    const saved = await world.answer<Material[]>('put', followUpApiPaths.material(id), {
      ...link({ audience: 'registered', titles: { en: 'Recording, cut', de: '' } }),
      version: 1,
    });
    expect(last(saved)).toMatchObject({
      version: 2,
      audience: 'registered',
      titles: { en: 'Recording, cut' },
    });
    await world.call('delete', followUpApiPaths.material(id)).expect(204);
    expect(await world.answer('get', followUpApiPaths.materials(sessionId))).toHaveLength(1);
    const entries = await world.query<{ action: string }>(
      `SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY at, id`,
      [sessionId],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'session.add-material',
      'session.add-material',
      'session.order-materials',
      'session.save-material',
      'session.remove-material',
    ]);
  });

  it('are not written over unseen', async () => {
    const { id } = last(await add());
    const path = followUpApiPaths.material(id);
    await world.answer('put', path, { ...link({ titles: { en: 'One' } }), version: 1 });
    expect(await world.problem('put', path, { ...link(), version: 1 })).toMatchObject({
      status: 409,
      code: 'version.outdated',
    });
  });

  it.each([
    ['a title', { titles: { en: ' ' } }, 'titles'],
    ['a title that is a text', { titles: { en: 4 } }, 'titles.en'],
    ['an address', { url: 'javascript:alert(1)' }, 'url'],
    ['a kind', { kind: 'page' }, 'kind'],
    ['an audience', { audience: 'staff' }, 'audience'],
  ])('want %s', async (_what, change, path) => {
    const { fields } = await world.problem('post', followUpApiPaths.materials(sessionId), link(change));
    expect(fields).toMatchObject([{ path }]);
  });

  it('are ordered all of them or not at all', async () => {
    const { id } = last(await add());
    await add();
    const path = followUpApiPaths.orderMaterials(sessionId);
    expect(await world.problem('put', path, { ids: [id] })).toMatchObject({ status: 400 });
    expect(await world.problem('put', path, { ids: [id, id] })).toMatchObject({ status: 400 });
  });

  it('are for organisers to change', async () => {
    const { id } = last(await add());
    world.user = await world.as('editor');
    await world.call('get', followUpApiPaths.materials(sessionId)).expect(200);
    await world.call('post', followUpApiPaths.materials(sessionId), link()).expect(403);
    await world.call('delete', followUpApiPaths.material(id)).expect(403);
    world.user = undefined;
    await world.call('get', followUpApiPaths.materials(sessionId)).expect(401);
  });

  describe('as files', () => {
    it('are taken for what they are, not for what they are called', async () => {
      const response = await upload(PDF, 'Präsentation.html').expect(201);
      expect(last(response.body as Material[]).file).toEqual({
        name: 'Präsentation.pdf',
        type: 'pdf',
        byteSize: PDF.byteLength,
      });
      const refused = await upload(strToU8('<html></html>'), 'slides.pdf').expect(415);
      expect(refused.body).toMatchObject({ code: 'material.unsupported' });
      await world.call('post', followUpApiPaths.materialFiles(sessionId)).field('kind', 'slides').expect(400);
    });

    it('of everybody are sent to be kept, and never shown as a page', async () => {
      const { id } = last((await upload(PDF, 'S.pdf', { audience: 'public' })).body as Material[]);
      world.user = undefined;
      const sent = await world.call('get', followUpApiPaths.materialFile(id)).expect(200);
      expect(sent.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="S.pdf"; filename*=UTF-8''S.pdf`,
        'content-length': String(PDF.byteLength),
        'x-content-type-options': 'nosniff',
      });
      expect((sent.body as Buffer).toString()).toBe('%PDF-1.7 secret-slides-content');
      await world.query(`UPDATE sessions SET state = 'draft' WHERE id = $1`, [sessionId]);
      await world.call('get', followUpApiPaths.materialFile(id)).expect(404);
    });

    it('leave the storage with their row', async () => {
      const { id } = last((await upload(PDF, 'S.pdf', { audience: 'public' })).body as Material[]);
      const stored = async () => (await world.get(MediaStorage).stream(materialKey(id))) !== null;
      expect(await stored()).toBe(true);
      await world.call('delete', followUpApiPaths.material(id)).expect(204);
      expect(await stored()).toBe(false);
      await world.call('get', followUpApiPaths.materialFile(id)).expect(404);
    });
  });

  describe('for registered people', () => {
    let person: Somebody;
    let file: Material;

    beforeEach(async () => {
      person = await world.somebody(sessionId);
      await add({ audience: 'registered', url: 'https://secret.example/recording' });
      file = last((await upload(PDF, 'S.pdf')).body as Material[]);
      world.user = undefined;
    });

    const hrefOfFile = async () => (await world.page(person)).materials.at(-1)?.href ?? '';
    const statusOf = async (href: string) => (await world.http('get', href)).status;

    it('are on the page of whoever has a place, and by its address alone', async () => {
      const { materials } = await world.page(person);
      expect(materials).toMatchObject([
        { kind: 'recording', title: 'The recording', href: 'https://secret.example/recording', file: null },
        { kind: 'slides', title: 'Slides', file: { type: 'PDF', byteSize: PDF.byteLength } },
      ]);
      const sent = await world.http('get', materials.at(-1)?.href ?? '').expect(200);
      expect((sent.body as Buffer).toString()).toContain('secret-slides-content');
      expect(sent.headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      expect(materials.at(-1)?.href).not.toContain(person.token);
    });

    it('are not to be had by the public address', async () => {
      expect(await statusOf(`/api/v1${followUpApiPaths.materialFile(file.id)}`)).toBe(404);
    });

    it.each(['waitlisted', 'awaiting-approval', 'cancelled', 'unverified'])(
      'are not for somebody who is %s',
      async (state) => {
        const href = await hrefOfFile();
        await world.query(
          `UPDATE registrations SET state = $2, queue_number = CASE WHEN $2 = 'waitlisted' THEN 1 END WHERE id = $1`,
          [person.registrationId, state],
        );
        expect(await statusOf(href)).toBe(404);
        const page = await world.own('get', followUpApiPaths.afterPage(person.registrationId), person.token);
        expect(page.status).toBe(409);
        expect(page.text).not.toContain('secret');
      },
    );

    it('are not for somebody else, nor for a pass of another session, a changed one, or an old one', async () => {
      const other = await world.somebody(await world.aSession());
      await world.own('get', followUpApiPaths.afterPage(person.registrationId), other.token).expect(404);
      const passes = world.get(OwnPass);
      const { registrationId } = other;
      const foreign = passes.issue({ registrationId, thing: file.id });
      expect(await statusOf(`/api/v1${followUpApiPaths.ownFile(foreign)}`)).toBe(404);
      expect(await statusOf(`/api/v1${followUpApiPaths.ownFile(`x${foreign}`)}`)).toBe(404);
      const href = await hrefOfFile();
      world.clock.advance({ hours: 12 });
      expect(await statusOf(href)).toBe(404);
      world.clock.advance({ hours: -12 });
      expect(await statusOf(href)).toBe(200);
    });
  });
});
