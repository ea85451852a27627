import { HttpXsrfTokenExtractor, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { EditorTab } from '@reihe/shared-contracts';
import { EditingClient } from './editing-client';

const TAB: EditorTab = { subject: 'session', subjectId: 's1', tab: 't1' };

describe('the client of editors', () => {
  let client: EditingClient;
  let backend: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: HttpXsrfTokenExtractor, useValue: { getToken: () => 'token-1' } },
      ],
    });
    client = TestBed.inject(EditingClient);
    backend = TestBed.inject(HttpTestingController);
  });
  afterEach(() => {
    backend.verify();
  });

  it('gives one’s own draft of a thing, or null', async () => {
    const found = client.draft('session', 'new');
    backend.expectOne('/api/v1/drafts?subject=session&key=new').flush([]);
    expect(await found).toBeNull();
  });

  it('leaves without waiting, and a refusal disturbs nobody', async () => {
    client.leave(TAB, false);
    backend.expectOne('/api/v1/presence/leave').flush({}, { status: 401, statusText: 'Signed out' });
    await Promise.resolve();
  });

  it('leaves from a page that is closed with a request that outlives it and carries the token', () => {
    const fetch = jest.fn().mockResolvedValue(null);
    window.fetch = fetch;
    client.leave(TAB, true);
    expect(fetch).toHaveBeenCalledWith(
      '/api/v1/presence/leave',
      expect.objectContaining({
        method: 'POST',
        keepalive: true,
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': 'token-1' },
        body: JSON.stringify(TAB),
      }),
    );
  });
});
