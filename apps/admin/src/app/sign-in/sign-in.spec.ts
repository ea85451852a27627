import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Me } from '@reihe/shared-contracts';
import { fireEvent, screen, waitFor } from '@testing-library/angular';
import { firstValueFrom } from 'rxjs';
import { resumeSession } from './resume-session';
import { safeAddress, SignInPage } from './sign-in-page';
import { mustBeAllowed, mustBeSignedIn } from './staff-guards';

const editor: Me = { id: 'a1', email: 'e@example.org', name: 'E', roles: ['editor'], language: 'en' };

@Component({ selector: 'reihe-figures-stand-in', template: '<h1>Figures of the series</h1>' })
class Figures {}

@Component({ selector: 'reihe-refusal-stand-in', template: '<h1>Not for this account</h1>' })
class Refusal {}

const routes: Routes = [
  { path: 'sign-in', component: SignInPage },
  { path: 'figures', component: Figures, canActivate: [mustBeSignedIn] },
  { path: 'accounts', component: Figures, canActivate: [mustBeSignedIn, mustBeAllowed('accounts.manage')] },
  { path: 'not-allowed', component: Refusal },
];

function setUp(): HttpTestingController {
  TestBed.configureTestingModule({
    providers: [
      provideRouter(routes, withComponentInputBinding()),
      provideHttpClient(withInterceptors([resumeSession])),
      provideHttpClientTesting(),
    ],
  });
  return TestBed.inject(HttpTestingController);
}

async function whoAmI(backend: HttpTestingController, me: Me | null): Promise<void> {
  await waitFor(() => {
    const request = backend.expectOne('/api/v1/auth/me');
    if (me) request.flush(me);
    else request.flush({ code: 'auth.required' }, { status: 401, statusText: 'Unauthorized' });
  });
}

async function fillIn(): Promise<void> {
  fireEvent.input(await screen.findByLabelText('E-mail'), { target: { value: 'e@example.org' } });
  fireEvent.input(screen.getByLabelText('Password'), { target: { value: 'long enough words' } });
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('signing in', () => {
  it('leads back to the page that was asked for', async () => {
    const backend = setUp();
    const harness = await RouterTestingHarness.create();
    const opened = harness.navigateByUrl('/figures?series=a');
    await whoAmI(backend, null);
    await opened;
    expect(TestBed.inject(Router).url).toBe('/sign-in?returnTo=%2Ffigures%3Fseries%3Da');
    await fillIn();
    await waitFor(() => {
      backend.expectOne('/api/v1/auth/sign-in').flush(editor);
    });
    expect(await screen.findByRole('heading', { name: 'Figures of the series' })).toBeVisible();
    expect(TestBed.inject(Router).url).toBe('/figures?series=a');
  });

  it('says in words why it was refused, and keeps the address', async () => {
    const backend = setUp();
    await RouterTestingHarness.create('/sign-in');
    await fillIn();
    await waitFor(() => {
      backend
        .expectOne('/api/v1/auth/sign-in')
        .flush({ code: 'request.too-many' }, { status: 429, statusText: 'Too Many Requests' });
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Too many tries in a short time');
    expect(screen.getByLabelText('E-mail')).toHaveValue('e@example.org');
  });

  it('does not open a page that the account may not see', async () => {
    const backend = setUp();
    const harness = await RouterTestingHarness.create();
    const opened = harness.navigateByUrl('/accounts');
    await whoAmI(backend, editor);
    await opened;
    expect(screen.getByRole('heading', { name: 'Not for this account' })).toBeVisible();
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', '/sign-in?returnTo=/', undefined])(
    'never leads to %s',
    (asked) => {
      expect(safeAddress(asked)).toBe('/');
    },
  );
});

describe('a session that ends while one works', () => {
  it('asks to sign in again over the page, once for all requests, and then sends them again', async () => {
    const backend = setUp();
    const http = TestBed.inject(HttpClient);
    const saved = firstValueFrom(http.put('/api/v1/sessions/s1', { title: 'Typed' }));
    const read = firstValueFrom(http.get('/api/v1/regions'));
    for (const url of ['/api/v1/sessions/s1', '/api/v1/regions'])
      backend.expectOne(url).flush({ code: 'auth.required' }, { status: 401, statusText: 'Unauthorized' });
    expect(await screen.findAllByRole('dialog')).toHaveLength(1);
    await fillIn();
    await waitFor(() => {
      backend.expectOne('/api/v1/auth/sign-in').flush(editor);
    });
    await waitFor(() => {
      const again = backend.expectOne({ method: 'PUT', url: '/api/v1/sessions/s1' });
      expect(again.request.body).toEqual({ title: 'Typed' });
      again.flush({ id: 's1' });
    });
    backend.expectOne('/api/v1/regions').flush([]);
    await expect(Promise.all([saved, read])).resolves.toEqual([{ id: 's1' }, []]);
  });

  it('hands the refusal on when one does not sign in', async () => {
    const backend = setUp();
    const saved = firstValueFrom(TestBed.inject(HttpClient).put('/api/v1/sessions/s1', {}));
    const refused = expect(saved).rejects.toMatchObject({ status: 401 });
    backend
      .expectOne('/api/v1/sessions/s1')
      .flush({ code: 'auth.required' }, { status: 401, statusText: 'Unauthorized' });
    fireEvent.click(await screen.findByRole('button', { name: 'Not now' }));
    await refused;
  });
});
