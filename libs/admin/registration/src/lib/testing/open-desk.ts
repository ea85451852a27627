import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding, withRouterConfig } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ProgrammeChange, Role } from '@reihe/shared-contracts';
import type { DeskQuestion, DeskRegistration } from '@reihe/shared-registration';
import { EVENT_LINE, StaffAccess } from '@reihe/web-data-access';
import { waitFor } from '@testing-library/angular';
import { participantsRoutes, registrationsRoutes } from '../registration.routes';

const DESK = '/api/v1/registration-desk';

export function aRegistration(id: string, change: Partial<DeskRegistration> = {}): DeskRegistration {
  return {
    id,
    participantId: `p-${id}`,
    sessionId: 's1',
    sessionTitle: 'Pipes',
    sessionStartsAt: '2026-11-25T09:00:00Z',
    timeZone: 'UTC',
    state: 'confirmed',
    name: `Person ${id}`,
    email: `${id}@example.org`,
    organisation: 'City administration',
    position: '',
    city: 'Lviv',
    country: 'UA',
    language: 'en',
    origin: 'form',
    registeredAt: '2026-11-20T10:00:00Z',
    confirmedAt: null,
    endedAt: null,
    place: null,
    heldUntil: null,
    decisionReason: '',
    accessibilityNeeds: '',
    allowsRecording: null,
    joinHint: null,
    answers: [],
    ...change,
  };
}

/** The desk's pages at an address, with a backend that answers what a spec says. */
export class OpenDesk {
  readonly backend = TestBed.inject(HttpTestingController);
  readonly router = TestBed.inject(Router);
  private static heard: ((event: { data?: unknown }) => void)[] = [];

  static async at(address: string, role: Role = 'organiser'): Promise<OpenDesk> {
    OpenDesk.heard = [];
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter(
          [
            { path: 'sessions/:sessionId/registrations', children: registrationsRoutes },
            { path: 'series/:seriesId/registrations', children: registrationsRoutes },
            { path: 'participants', children: participantsRoutes },
            { path: 'messages/:id', children: [] },
          ],
          withComponentInputBinding(),
          withRouterConfig({ paramsInheritanceStrategy: 'always' }),
        ),
        {
          provide: EVENT_LINE,
          useValue: () => ({
            addEventListener: (type: string, listener: (event: { data?: unknown }) => void) => {
              if (type === 'change') OpenDesk.heard.push(listener);
            },
            close: () => undefined,
          }),
        },
      ],
    });
    const backend = TestBed.inject(HttpTestingController);
    const ready = TestBed.inject(StaffAccess).ready();
    backend
      .expectOne('/api/v1/auth/me')
      .flush({ id: 'a', email: 'a@b.org', name: 'A', roles: [role], language: 'en' });
    await ready;
    await RouterTestingHarness.create(address);
    return new OpenDesk();
  }

  /** Somebody changed something. */
  hear(change: Partial<ProgrammeChange>): void {
    const data = JSON.stringify({ sessionIds: [], seriesIds: [], by: null, isWhole: false, ...change });
    for (const listener of OpenDesk.heard) listener({ data });
  }

  asked(method: string, path: string): Promise<TestRequest> {
    return waitFor(() =>
      this.backend.expectOne((one) => one.method === method && one.url === `${DESK}${path}`),
    );
  }

  async answerList(items: readonly DeskRegistration[], total = items.length): Promise<TestRequest> {
    const request = await this.asked('GET', '/registrations');
    request.flush({ items, total, page: 1, pageSize: 50, joinHints: 1 });
    return request;
  }

  async answerQuestions(questions: readonly DeskQuestion[] = []): Promise<void> {
    (await this.asked('GET', '/questions')).flush(questions);
  }

  async answerSession(): Promise<void> {
    const request = await waitFor(() => this.backend.expectOne('/api/v1/sessions/s1'));
    request.flush({
      id: 's1',
      slug: 'pipes',
      capacity: null,
      counts: [],
      translations: { en: { title: 'Pipes', abstract: '' } },
      timeZone: 'UTC',
    });
  }
}
