import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import type { Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { By } from '@angular/platform-browser';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ProgrammeChange, Role, SessionListItem } from '@reihe/shared-contracts';
import { EVENT_LINE, StaffAccess } from '@reihe/web-data-access';
import { waitFor } from '@testing-library/angular';
import { programmeRoutes } from '../views.routes';

/** The programme's page on an API that a spec plays. */
export class OpenProgramme {
  readonly backend = TestBed.inject(HttpTestingController);
  readonly router = TestBed.inject(Router);
  private harness: RouterTestingHarness | null = null;

  constructor(private readonly told: readonly ((event: { data?: unknown }) => void)[]) {}

  /** Signed in, with these sessions in every list that is read first. */
  static async at(
    address: string,
    sessions: SessionListItem[],
    role: Role = 'organiser',
    providers: Provider[] = [],
  ): Promise<OpenProgramme> {
    localStorage.clear();
    const told: ((event: { data?: unknown }) => void)[] = [];
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter(programmeRoutes),
        ...providers,
        {
          provide: EVENT_LINE,
          useValue: () => ({
            addEventListener: (type: string, listener: (event: { data?: unknown }) => void) => {
              if (type === 'change') told.push(listener);
            },
            close: () => undefined,
          }),
        },
      ],
    });
    const ready = TestBed.inject(StaffAccess).ready();
    const programme = new OpenProgramme(told);
    programme.backend
      .expectOne('/api/v1/auth/me')
      .flush({ id: 'me', email: 'a@example.org', name: 'A', roles: [role], language: 'en' });
    await ready;
    programme.harness = await RouterTestingHarness.create(address);
    await programme.answerList(sessions);
    for (const url of ['/api/v1/regions', '/api/v1/categories'])
      programme.backend.match(url).forEach((request) => {
        request.flush([]);
      });
    programme.backend
      .match(({ url }) => url === '/api/v1/series')
      .forEach((request) => {
        request.flush({ items: [{ id: 'r1', title: 'Water and cities' }], total: 1, page: 1, pageSize: 100 });
      });
    return programme;
  }

  /** A part of the page, by the name of its element. */
  part<T>(selector: string): T {
    const found = this.harness?.fixture.debugElement.query(By.css(selector));
    if (!found) throw new Error(`There is no ${selector} on the page.`);
    return found.componentInstance as T;
  }

  /** As the server tells it. */
  tell(change: ProgrammeChange): void {
    for (const listener of this.told) listener({ data: JSON.stringify(change) });
  }

  /** Waits for the list to be asked for; gives how. */
  async answerList(items: SessionListItem[], total = items.length): Promise<TestRequest> {
    const request = await this.asked('GET', '/api/v1/sessions');
    request.flush({ items, total, page: 1, pageSize: 50 });
    return request;
  }

  async asked(method: string, url: string): Promise<TestRequest> {
    return waitFor(() =>
      this.backend.expectOne((request) => request.method === method && request.url === url),
    );
  }
}
