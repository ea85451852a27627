import { HttpEventType, provideHttpClient, withXhr } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ImportProgress, TypedSession } from '@reihe/shared-planning';
import { failureOf } from '@reihe/web-platform';
import { ConflictsClient } from './conflicts-client';
import { ImportClient } from './import-client';

const typed: TypedSession = {
  sessionId: null,
  seriesId: 'a',
  startsLocal: '2026-10-06T14:00',
  endsLocal: '2026-10-06T15:00',
  timeZone: 'Europe/Berlin',
  regionIds: [],
  speakerIds: [],
  meetingUrl: '',
  hasModerator: false,
};

describe('the clients of planning', () => {
  let backend: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withXhr()), provideHttpClientTesting()],
    });
    backend = TestBed.inject(HttpTestingController);
  });
  afterEach(() => {
    backend.verify();
  });

  it('tell how far an import is, by the last line that has arrived whole', () => {
    const seen: ImportProgress[] = [];
    TestBed.inject(ImportClient)
      .run({ columns: [], rows: [] })
      .subscribe((line) => seen.push(line));
    const request = backend.expectOne('/api/v1/planning/import');
    const lines = ['{"kind":"progress","done":1,"total":2}', '{"kind":"done","result":{"sessions":[]}}'];
    request.event({
      type: HttpEventType.DownloadProgress,
      loaded: 20,
      partialText: `${lines[0]}\n{"kind":"pro`,
    });
    request.flush(`${lines.join('\n')}\n`);
    expect(seen).toEqual(lines.map((line) => JSON.parse(line) as ImportProgress));
  });

  it('tell a refused import as the problem that it is', () => {
    let failure: unknown;
    TestBed.inject(ImportClient)
      .run({ columns: [], rows: [] })
      .subscribe({ error: (error: unknown) => (failure = failureOf(error)) });
    backend
      .expectOne('/api/v1/planning/import')
      .flush('{"code":"import.refused","status":409}', { status: 409, statusText: 'Conflict' });
    expect(failure).toMatchObject({ kind: 'problem', problem: { code: 'import.refused' } });
  });

  it('ask again what is typed only when it has changed', () => {
    const session = signal<TypedSession | null>(null);
    const found = TestBed.runInInjectionContext(() => TestBed.inject(ConflictsClient).ofTyped(session));
    TestBed.tick();
    expect(found.hasValue()).toBe(false);
    session.set(typed);
    TestBed.tick();
    const first = backend.expectOne('/api/v1/planning/conflicts/preview');
    expect(first.request.body).toEqual(typed);
    first.flush([]);
    session.set({ ...typed });
    TestBed.tick();
    backend.expectNone('/api/v1/planning/conflicts/preview');
  });
});
