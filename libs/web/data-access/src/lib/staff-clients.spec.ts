import { HttpErrorResponse, provideHttpClient, withXhr } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { SessionState } from '@reihe/shared-contracts';
import { AuthClient } from './auth-client';
import { FiguresClient } from './figures-client';
import { PrivacyClient } from './privacy-client';
import { RecapsClient } from './recaps-client';
import { SessionsClient } from './sessions-client';

describe('staff clients', () => {
  let backend: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(withXhr()), provideHttpClientTesting()] });
    backend = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    backend.verify();
  });

  it('asks a list again when its filter changes, without the empty filters', async () => {
    const state = signal<SessionState | undefined>(undefined);
    const sessions = TestBed.inject(SessionsClient);
    const list = TestBed.runInInjectionContext(() =>
      sessions.list(() => ({ page: 2, q: '', state: state() })),
    );
    TestBed.tick();
    backend.expectOne('/api/v1/sessions?page=2').flush({ items: [], total: 0, page: 2, pageSize: 25 });
    await TestBed.inject(ApplicationRef).whenStable();
    expect(list.value()?.page).toBe(2);

    state.set('held');
    TestBed.tick();
    backend
      .expectOne('/api/v1/sessions?page=2&state=held')
      .flush({ items: [], total: 0, page: 2, pageSize: 25 });
  });

  it('does not ask the same again because something beside it changed', () => {
    const form = signal({ seriesId: 'r1', title: 'A' });
    const sessions = TestBed.inject(SessionsClient);
    TestBed.runInInjectionContext(() => sessions.list(() => ({ series: form().seriesId })));
    TestBed.tick();
    backend.expectOne('/api/v1/sessions?series=r1').flush({ items: [], total: 0, page: 1, pageSize: 25 });
    form.set({ seriesId: 'r1', title: 'AB' });
    TestBed.tick();
    backend.expectNone('/api/v1/sessions?series=r1');
  });

  it('reads nothing while there is no id', () => {
    const id = signal<string | null>(null);
    const client = TestBed.inject(SessionsClient);
    const session = TestBed.runInInjectionContext(() => client.one(id));
    TestBed.tick();
    expect(session.status()).toBe('idle');

    id.set('a1');
    TestBed.tick();
    backend.expectOne('/api/v1/sessions/a1').flush({ id: 'a1' });
  });

  it('hands a refused write on as the problem the API gave', async () => {
    const answer = TestBed.inject(AuthClient).signIn({ email: 'a@example.org', password: 'wrong' });
    backend
      .expectOne({ method: 'POST', url: '/api/v1/auth/sign-in' })
      .flush({ code: 'auth.failed' }, { status: 401, statusText: 'Unauthorized' });
    const failure = await answer.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(HttpErrorResponse);
    expect(failure).toMatchObject({ status: 401, error: { code: 'auth.failed' } });
  });

  it('sends every change of state with the version it was decided on', async () => {
    const cancelled = TestBed.inject(SessionsClient).cancel('s1', {
      version: 7,
      reason: 'The speaker fell ill',
    });
    const request = backend.expectOne({ method: 'POST', url: '/api/v1/sessions/s1/cancel' });
    expect(request.request.body).toEqual({ version: 7, reason: 'The speaker fell ill' });
    request.flush({ state: 'cancelled' });
    await expect(cancelled).resolves.toMatchObject({ state: 'cancelled' });

    const restored = TestBed.inject(RecapsClient).restoreRevision('r1', 3, 9);
    const restore = backend.expectOne({ method: 'POST', url: '/api/v1/recaps/r1/revisions/3/restore' });
    expect(restore.request.body).toEqual({ version: 9 });
    restore.flush({});
    await restored;
  });

  it('removes by DELETE and waits for the answer', async () => {
    const erased = TestBed.inject(PrivacyClient).eraseGuest('s1', 'a1');
    backend.expectOne({ method: 'DELETE', url: '/api/v1/sessions/s1/attendees/a1/person' }).flush(null);
    const removed = TestBed.inject(FiguresClient).remove('c1');
    backend.expectOne({ method: 'DELETE', url: '/api/v1/counts/c1' }).flush(null);
    await expect(Promise.all([erased, removed])).resolves.toBeDefined();
  });

  it('asks for everything about a person as a file, and names the request', async () => {
    const file = TestBed.inject(PrivacyClient).exportPerson('p1', 'File 7');
    const asked = backend.expectOne({ method: 'POST', url: '/api/v1/privacy/people/p1/export' });
    expect(asked.request.body).toEqual({ reference: 'File 7' });
    expect(asked.request.responseType).toBe('blob');
    asked.flush(new Blob(['zip']));
    expect((await file).size).toBe(3);
  });
});
