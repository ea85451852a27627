import { apiPaths, type Page, type RegistrationOwner } from '@reihe/shared-contracts';
import type {
  CreateInvitationCode,
  InvitationCode,
  InvitedAddress,
  InvitedAddressesAnswer,
} from '@reihe/shared-registration';
import { NOW, SetupApp } from '../testing/setup-app';
import { pastedAddresses } from './pasted-addresses';

describe('invitations to register', () => {
  let app: SetupApp;
  let series: RegistrationOwner;
  let session: RegistrationOwner;

  const codes = (owner: RegistrationOwner) =>
    app.answer<InvitationCode[]>('get', apiPaths.invitationCodes(owner));
  const body = (change: Partial<CreateInvitationCode>) => ({
    code: '',
    note: '',
    maxUses: null,
    expiresAt: null,
    ...change,
  });
  const create = (owner: RegistrationOwner, change: Partial<CreateInvitationCode> = {}) =>
    app.answer<InvitationCode[]>('post', apiPaths.invitationCodes(owner), body(change));
  const invite = (owner: RegistrationOwner, ...lines: string[]) =>
    app.answer<InvitedAddressesAnswer>('post', apiPaths.invitedAddresses(owner), { lines });
  const list = (owner: RegistrationOwner, query = '') =>
    app.answer<Page<InvitedAddress>>('get', apiPaths.invitedAddresses(owner) + query);
  const patterns = async (owner: RegistrationOwner, query = '') =>
    (await list(owner, query)).items.map(({ pattern }) => pattern);

  beforeAll(async () => {
    app = await SetupApp.openSetup();
  });
  beforeEach(async () => {
    app.user = app.staff;
    await app.rows('DELETE FROM invitation_codes');
    series = await app.aSeries();
    session = await app.aSession(series);
  });
  afterAll(() => app.close());

  describe('by code', () => {
    it('are made where none is typed: short, and without letters that are mistaken for each other', async () => {
      const [code] = await create(series);
      expect(code?.code).toMatch(/^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}$/);
      expect(code).toMatchObject({ note: '', maxUses: null, uses: 0, revokedAt: null, createdAt: NOW });
    });

    it('say how many people used them, once each, while they are still there', async () => {
      const [code] = await create(session, { code: 'Spring 26', note: 'Partners', maxUses: 5 });
      for (const state of ['confirmed', 'unverified', 'cancelled', 'expired'])
        await app.aRegistration(session, state, code?.id);
      expect(await codes(session)).toMatchObject([
        { code: 'Spring 26', note: 'Partners', maxUses: 5, uses: 2 },
      ]);
      expect(await codes(series)).toEqual([]);
    });

    it('are one code however they are written, for whichever series', async () => {
      await create(series, { code: 'spring-26' });
      const other = await app.aSession(await app.aSeries());
      expect(
        (await app.problem('post', apiPaths.invitationCodes(other), body({ code: 'SPRING 26' }))).fields,
      ).toEqual([{ path: 'code', code: 'already-used' }]);
    });

    it.each<[Partial<CreateInvitationCode>, object]>([
      [{ code: '----' }, { path: 'code', code: 'wrong-format' }],
      [{ code: 'abc' }, { path: 'code', code: 'too-short', limit: 4 }],
      [{ maxUses: 0 }, { path: 'maxUses', code: 'too-small', limit: 1 }],
      [{ expiresAt: NOW }, { path: 'expiresAt', code: 'too-small' }],
      [{ expiresAt: '2026-10-01' }, { path: 'expiresAt', code: 'wrong-format' }],
    ])('are not %j', async (change, problem) => {
      expect((await app.problem('post', apiPaths.invitationCodes(series), body(change))).fields).toEqual([
        problem,
      ]);
    });

    it('are revoked, twice if need be, and stand below those that hold', async () => {
      const [old] = await create(series, { code: 'AAAA-2222' });
      await create(series, { code: 'BBBB-3333', expiresAt: '2026-10-01T00:00:00Z' });
      await app.call('post', apiPaths.revokeInvitationCode(old?.id ?? '')).expect(204);
      await app.call('post', apiPaths.revokeInvitationCode(old?.id ?? '')).expect(204);
      expect(await codes(series)).toMatchObject([
        { code: 'BBBB-3333', expiresAt: '2026-10-01T00:00:00Z', revokedAt: null },
        { code: 'AAAA-2222', revokedAt: NOW },
      ]);
      const nobody = '00000000-0000-4000-8000-000000000000';
      expect((await app.problem('post', apiPaths.revokeInvitationCode(nobody))).code).toBe(
        'invitation-code.not-found',
      );
    });

    it('leave a trace that gives nothing away', async () => {
      const [code] = await create(series, { code: 'SECRET-26' });
      const entry = await app.lastEntry(series);
      expect(entry).toMatchObject({ action: 'invitation-code.create', after: { id: code?.id } });
      expect(JSON.stringify(entry)).not.toContain('SECRET');
    });
  });

  describe('by address', () => {
    it('are one however the domain is written, of a person or of everybody there', async () => {
      await invite(series, 'jürgen@STÄDTE.example', 'Kim <jürgen@xn--stdte-hra.example>', '@Bücher.example');
      expect(await patterns(series)).toEqual(['@xn--bcher-kva.example', 'jürgen@xn--stdte-hra.example']);
    });

    it('are pasted as a list, with names or without, and are on it once', async () => {
      const answer = await invite(
        series,
        'Kim.Lee@City.example',
        '',
        '  Sample Person <person@water.example>; ',
        '@Town.example',
        'kim.lee@city.example,',
      );
      expect(answer).toEqual({ added: 3, known: 1 });
      expect(await patterns(series)).toEqual([
        '@town.example',
        'kim.lee@city.example',
        'person@water.example',
      ]);
      expect(await invite(series, 'person@water.example', 'new@water.example')).toEqual({
        added: 1,
        known: 1,
      });
      expect(await patterns(session)).toEqual([]);
    });

    it('are taken whole or not at all, each wrong line named', async () => {
      const problem = await app.problem('post', apiPaths.invitedAddresses(series), {
        lines: ['good@city.example', 'nobody', '', '@', 'a b@city.example'],
      });
      expect(problem.fields).toEqual([
        { path: 'lines.1', code: 'wrong-format' },
        { path: 'lines.3', code: 'wrong-format' },
        { path: 'lines.4', code: 'wrong-format' },
      ]);
      expect(await patterns(series)).toEqual([]);
      const none = await app.problem('post', apiPaths.invitedAddresses(series), { lines: [' ', ''] });
      expect(none.fields).toEqual([{ path: 'lines', code: 'required' }]);
    });

    it('are found, paged and removed', async () => {
      await invite(series, 'b@city.example', 'a@city.example', 'a_b@town.example');
      expect(await patterns(series, '?q=City')).toEqual(['a@city.example', 'b@city.example']);
      expect(await patterns(series, '?q=_')).toEqual(['a_b@town.example']);
      const page = await list(series, '?pageSize=1&page=2');
      expect(page).toMatchObject({ total: 3, items: [{ pattern: 'a_b@town.example' }] });
      const path = apiPaths.invitedAddress(page.items[0]?.id ?? '');
      await app.call('delete', path).expect(204);
      await app.call('delete', path).expect(404);
      expect(await patterns(series)).toEqual(['a@city.example', 'b@city.example']);
    });

    it('leave a trace by reference only', async () => {
      await invite(series, 'kim@city.example');
      const entry = await app.lastEntry(series);
      expect(entry?.action).toBe('invited-address.create');
      expect(JSON.stringify(entry)).not.toContain('kim');
    });

    it('understand no line that is no text', () => {
      expect(pastedAddresses([7]).problems).toEqual([{ path: 'lines.0', code: 'wrong-type' }]);
    });
  });

  it('are read and made by organisers only', async () => {
    app.user = await app.as('editor');
    for (const path of [apiPaths.invitationCodes(series), apiPaths.invitedAddresses(series)])
      expect((await app.problem('get', path)).code).toBe('auth.forbidden');
    expect((await app.problem('post', apiPaths.invitationCodes(series), body({}))).code).toBe(
      'auth.forbidden',
    );
  });
});
