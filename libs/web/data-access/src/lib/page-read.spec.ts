import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, input, LOCALE_ID, makeStateKey, RESPONSE_INIT, TransferState } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Problem } from '@reihe/shared-contracts';
import type { Failure } from '@reihe/web-platform';
import { render, screen } from '@testing-library/angular';
import { readPage } from './page-read';

@Component({
  selector: 'reihe-sample-page',
  template: `
    @if (read.failure(); as failure) {
      <p>failed: {{ failure.kind }}</p>
      <button (click)="read.retry()">Again</button>
    } @else if (read.page(); as page) {
      <p>{{ page.title }}</p>
    } @else {
      <p>loading</p>
    }
  `,
})
class SamplePage {
  readonly region = input('');
  protected readonly read = readPage<{ title: string }>(() => ({
    path: '/pages/x',
    query: { region: this.region() },
  }));
}

const missing: Problem = {
  type: 'about:blank',
  title: 'Not found',
  status: 404,
  code: 'series.not-found',
  correlationId: 'abcdefgh',
};

async function open(state?: Failure) {
  const response: ResponseInit = {};
  const shown = await render(SamplePage, {
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: LOCALE_ID, useValue: 'de' },
      { provide: RESPONSE_INIT, useValue: response },
    ],
    configureTestBed: (bed) => {
      if (state) bed.inject(TransferState).set(makeStateKey<Failure>('failure /pages/x'), state);
    },
  });
  return { ...shown, response, api: TestBed.inject(HttpTestingController) };
}

describe('reading a page', () => {
  it('asks in the page’s language, in the address itself, and leaves empty filters out', async () => {
    const { api, fixture } = await open();
    api.expectOne('/api/v1/pages/x?lang=de').flush({ title: 'Reihe' });
    await fixture.whenStable();
    expect(await screen.findByText('Reihe')).toBeInTheDocument();
  });

  it('answers 404 where there is nothing, and leaves word for the browser', async () => {
    const { api, response } = await open();
    api.expectOne('/api/v1/pages/x?lang=de').flush(missing, { status: 404, statusText: 'Not found' });
    expect(await screen.findByText('failed: problem')).toBeInTheDocument();
    expect(response.status).toBe(404);
    expect(TestBed.inject(TransferState).hasKey(makeStateKey('failure /pages/x'))).toBe(true);
  });

  it('answers 500 where the API broke', async () => {
    const { api, response } = await open();
    api.expectOne('/api/v1/pages/x?lang=de').flush('', { status: 500, statusText: 'Broken' });
    expect(await screen.findByText('failed: unknown')).toBeInTheDocument();
    expect(response.status).toBe(500);
  });

  it('takes a failure over from the server without asking again, until one tries again', async () => {
    const { api } = await open({ kind: 'unknown' });
    expect(screen.getByText('failed: unknown')).toBeInTheDocument();
    api.expectNone('/api/v1/pages/x?lang=de');
    screen.getByRole('button').click();
    TestBed.tick();
    api.expectOne('/api/v1/pages/x?lang=de').flush({ title: 'Reihe' });
    expect(await screen.findByText('Reihe')).toBeInTheDocument();
  });

  it('keeps what is shown while the same page is read with another filter', async () => {
    const { api, rerender } = await open();
    api.expectOne('/api/v1/pages/x?lang=de').flush({ title: 'All' });
    expect(await screen.findByText('All')).toBeInTheDocument();
    await rerender({ inputs: { region: 'asia' } });
    TestBed.tick();
    expect(screen.getByText('All')).toBeInTheDocument();
    api.expectOne('/api/v1/pages/x?region=asia&lang=de').flush({ title: 'Asia' });
    expect(await screen.findByText('Asia')).toBeInTheDocument();
  });
});
