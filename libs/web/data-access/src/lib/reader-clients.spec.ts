import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { aSessionTeaser } from '@reihe/shared-testing';
import { RecapsPagesClient } from './recaps-pages-client';
import { RegistrationClient } from './registration-client';

describe('what readers and participants ask for', () => {
  let backend: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    backend = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    backend.verify();
  });

  it('names the language in the address of a recaps list and leaves empty filters out', () => {
    const client = TestBed.inject(RecapsPagesClient);
    TestBed.runInInjectionContext(() => client.list(() => ({ q: '', region: 'africa', page: 2 })));
    TestBed.tick();
    backend.expectOne('/api/v1/pages/recaps?region=africa&page=2&lang=en');
  });

  it('leaves out sessions that do not exist and keeps the others in order', async () => {
    const asked = TestBed.inject(RegistrationClient).sessions(['b', 'gone', 'a']);
    backend.expectOne('/api/v1/pages/sessions/b').flush(aSessionTeaser({ slug: 'b' }));
    backend.expectOne('/api/v1/pages/sessions/gone').flush({}, { status: 404, statusText: 'Not Found' });
    backend.expectOne('/api/v1/pages/sessions/a').flush(aSessionTeaser({ slug: 'a' }));
    expect((await asked).map(({ slug }) => slug)).toEqual(['b', 'a']);
  });

  it('does not mistake a broken server for a session that does not exist', async () => {
    const asked = TestBed.inject(RegistrationClient).sessions(['a']);
    backend.expectOne('/api/v1/pages/sessions/a').flush({}, { status: 500, statusText: 'Error' });
    await expect(asked).rejects.toMatchObject({ status: 500 });
  });

  it('shows the manage link in a header, never in an address', () => {
    void TestBed.inject(RegistrationClient).mine('secret-token');
    const { request } = backend.expectOne('/api/v1/registrations/mine');
    expect(request.headers.get('authorization')).toBe('Bearer secret-token');
  });
});
