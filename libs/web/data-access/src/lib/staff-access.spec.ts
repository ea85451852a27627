import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Me } from '@reihe/shared-contracts';
import { StaffAccess } from './staff-access';

const editor: Me = { id: 'a1', email: 'e@example.org', name: 'E', roles: ['editor'], language: 'en' };

describe('who is signed in', () => {
  let access: StaffAccess;
  let backend: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    access = TestBed.inject(StaffAccess);
    backend = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    backend.verify();
  });

  it('is asked once, and decides what may be done', async () => {
    const [first, second] = [access.ready(), access.ready()];
    backend.expectOne('/api/v1/auth/me').flush(editor);
    expect(await first).toEqual(editor);
    expect(await second).toEqual(editor);
    expect(access.may('recaps.publish')).toBe(true);
    expect(access.may('programme.write')).toBe(false);
  });

  it('is nobody when the API says so, and nobody may do anything', async () => {
    const asked = access.ready();
    backend.expectOne('/api/v1/auth/me').flush({}, { status: 401, statusText: 'Unauthorized' });
    expect(await asked).toBeNull();
    expect(access.may('programme.read')).toBe(false);
  });

  it('is asked again after the API could not answer', async () => {
    const asked = access.ready();
    backend.expectOne('/api/v1/auth/me').flush({}, { status: 503, statusText: 'Busy' });
    await expect(asked).rejects.toMatchObject({ status: 503 });
    const again = access.ready();
    backend.expectOne('/api/v1/auth/me').flush(editor);
    expect(await again).toEqual(editor);
  });

  it('ends with signing out', async () => {
    const signedIn = access.signIn({ email: 'e@example.org', password: 'long enough words' });
    backend.expectOne('/api/v1/auth/sign-in').flush(editor);
    await signedIn;
    const out = access.signOut();
    backend.expectOne('/api/v1/auth/sign-out').flush(null);
    await out;
    expect(access.isSignedIn()).toBe(false);
  });
});
