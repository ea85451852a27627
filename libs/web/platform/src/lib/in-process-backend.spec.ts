import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { LOCALE_ID, REQUEST_CONTEXT, RESPONSE_INIT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { provideInProcessHttp, provideReaderHttp } from './http';
import { PageStatus } from './page-status';
import type { ApiAnswer } from './render-context';

function answer(body: unknown, status = 200): ApiAnswer {
  const type = status === 200 ? 'application/json; charset=utf-8' : 'application/problem+json';
  return { status, headers: { 'content-type': type }, text: JSON.stringify(body) };
}

function clientOver(fetchApi: jest.Mock): HttpClient {
  TestBed.configureTestingModule({
    providers: [
      provideReaderHttp(),
      provideInProcessHttp(),
      { provide: LOCALE_ID, useValue: 'de' },
      { provide: REQUEST_CONTEXT, useValue: { baseUrl: 'https://reihe.example', fetchApi } },
    ],
  });
  return TestBed.inject(HttpClient);
}

describe('HTTP of a page rendered on the server', () => {
  it('reads the API in this process, in the page language', async () => {
    const fetchApi = jest.fn().mockResolvedValue(answer({ items: [] }));
    const value = await firstValueFrom(
      clientOver(fetchApi).get('/api/v1/pages/home', { params: { page: 2 } }),
    );
    expect(value).toEqual({ items: [] });
    expect(fetchApi).toHaveBeenCalledWith(
      '/api/v1/pages/home?page=2&lang=de',
      expect.objectContaining({ method: 'GET' }),
    );
  });

  it('keeps an absolute address of this site in the process too', async () => {
    const fetchApi = jest.fn().mockResolvedValue(answer({}));
    await firstValueFrom(clientOver(fetchApi).get('https://reihe.example/api/v1/x'));
    expect(fetchApi).toHaveBeenCalledWith('/api/v1/x', expect.anything());
  });

  it('hands on the problem the API answered with', async () => {
    const fetchApi = jest.fn().mockResolvedValue(answer({ code: 'recap.not-found' }, 404));
    const failed = firstValueFrom(clientOver(fetchApi).get('/api/v1/x'));
    await expect(failed).rejects.toMatchObject({ status: 404, error: { code: 'recap.not-found' } });
  });

  it('is a failure without status where the API cannot be reached', async () => {
    const fetchApi = jest.fn().mockRejectedValue(new Error('refused'));
    const failed = firstValueFrom(clientOver(fetchApi).get('/api/v1/x'));
    await expect(failed).rejects.toBeInstanceOf(HttpErrorResponse);
    await expect(failed).rejects.toMatchObject({ status: 0 });
  });
});

describe('the status of a page', () => {
  function statusOf(act: (status: PageStatus) => void): ResponseInit {
    const init: ResponseInit = {};
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: RESPONSE_INIT, useValue: init }],
    });
    act(TestBed.inject(PageStatus));
    return init;
  }

  it('is 404 where there is nothing', () => {
    expect(statusOf((page) => page.notFound()).status).toBe(404);
  });

  it('is a permanent redirect where the page has moved', () => {
    const init = statusOf((page) => page.movedTo('/recaps/new'));
    expect(init.status).toBe(301);
    expect(new Headers(init.headers).get('location')).toBe('/recaps/new');
  });
});
