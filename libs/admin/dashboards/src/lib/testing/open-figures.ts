import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Role } from '@reihe/shared-contracts';
import { StaffAccess } from '@reihe/web-data-access';
import { waitFor } from '@testing-library/angular';
import { NGX_ECHARTS_CONFIG } from 'ngx-echarts';
import { dashboardRoutes, figurePeopleRoutes } from '../dashboards.routes';
import { FigureChart } from '../panels/figure-chart';

const API = '/api/v1';
const NOTHING = { items: [], total: 0, page: 1, pageSize: 100 };

/** Stands in for a chart: jsdom lays nothing out, so none is ever drawn. */
const chart = {
  setOption: jest.fn(),
  ...{ on: jest.fn(), off: jest.fn(), clear: jest.fn(), dispose: jest.fn(), resize: jest.fn() },
  ...{ showLoading: jest.fn(), hideLoading: jest.fn(), isDisposed: () => false },
};

/** The pages of figures at an address, with a backend that answers what a spec says. */
export class OpenFigures {
  readonly backend = TestBed.inject(HttpTestingController);
  readonly router = TestBed.inject(Router);

  static async at(address: string, role: Role = 'organiser'): Promise<OpenFigures> {
    const nothing = jest.fn();
    const noMedia = { matches: false, addEventListener: nothing, removeEventListener: nothing };
    if (!('matchMedia' in window)) Object.assign(window, { matchMedia: () => noMedia });
    window.ResizeObserver ??= class {
      readonly observe = nothing;
      readonly unobserve = nothing;
      readonly disconnect = nothing;
    };
    Element.prototype.scrollIntoView = nothing;
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter(
          [
            { path: 'figures/people', children: figurePeopleRoutes },
            { path: 'figures', children: dashboardRoutes },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
    TestBed.overrideComponent(FigureChart, {
      set: { providers: [{ provide: NGX_ECHARTS_CONFIG, useValue: { echarts: { init: () => chart } } }] },
    });
    const backend = TestBed.inject(HttpTestingController);
    const ready = TestBed.inject(StaffAccess).ready();
    backend
      .expectOne(`${API}/auth/me`)
      .flush({ id: 'a', email: 'a@example.org', name: 'A', roles: [role], language: 'en' });
    await ready;
    await RouterTestingHarness.create(address);
    const opened = new OpenFigures();
    await opened.answer('/regions', [
      {
        id: 'africa',
        slug: 'africa',
        version: 1,
        position: 0,
        tint: 'africa',
        parentId: null,
        countries: [],
        translations: { en: { name: 'Africa' } },
      },
    ]);
    await opened.answer('/categories', []);
    return opened;
  }

  asked(path: string): Promise<TestRequest> {
    return waitFor(() => this.backend.expectOne((one) => one.url === `${API}${path}`));
  }

  async answer(path: string, body: object): Promise<TestRequest> {
    const request = await this.asked(path);
    request.flush(body);
    return request;
  }

  /** What stands in the filters for series. */
  async nameSeries(): Promise<void> {
    await this.answer('/series', { ...NOTHING, items: [{ id: 'r1', title: 'Water and cities' }], total: 1 });
  }
}

/** What is handed over to keep, in place of saving it. */
export function savedFiles(): { name: string; file: Blob }[] {
  const saved: { name: string; file: Blob }[] = [];
  URL.createObjectURL = (file) => {
    saved.push({ name: '', file: file as Blob });
    return 'blob:saved';
  };
  URL.revokeObjectURL = jest.fn();
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const last = saved.at(-1);
    if (last) last.name = this.download;
  });
  return saved;
}

export function textOf(file: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(reader.result as string);
    };
    reader.readAsText(file);
  });
}
