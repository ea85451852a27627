import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';

export interface NearSession {
  id: string;
  version: number;
}

/** Somewhere else: what a meeting service hears of those who come. */
export class MeetingPlace {
  readonly visits: { path: string; referrer: string | undefined }[] = [];
  private readonly server: Server = createServer((request, response) => {
    if (request.url === '/favicon.ico') return response.writeHead(204).end();
    this.visits.push({ path: request.url ?? '', referrer: request.headers.referer });
    return response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>The meeting</h1>');
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Wall clock in Kyiv, so many minutes from now. */
function inKyiv(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000)
    .toLocaleString('sv-SE', { timeZone: 'Europe/Kyiv' })
    .slice(0, 16)
    .replace(' ', 'T');
}

/** What an organiser who is signed in on this page sends. */
export async function asOrganiser<T>(
  page: Page,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  data?: object,
): Promise<T> {
  const cookies = await page.context().cookies();
  const csrf = cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.request.fetch(`/api/v1${path}`, {
    method,
    headers: { 'X-XSRF-TOKEN': decodeURIComponent(csrf) },
    ...(data && { data }),
  });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

/** Plans and publishes a session of the upcoming sample series that begins in so many minutes. */
export async function planNearSession(
  page: Page,
  planned: { slug: string; title: string; germanTitle: string; startsIn: number; meetingUrl: string },
): Promise<NearSession> {
  const series = await asOrganiser<{ items: { id: string; slug: string }[] }>(
    page,
    'GET',
    '/series?pageSize=100',
  );
  const session = await asOrganiser<NearSession>(page, 'POST', '/sessions', {
    version: 0,
    seriesId: series.items.find(({ slug }) => slug === 'cities-in-a-changing-climate')?.id,
    slug: planned.slug,
    kind: 'extra',
    startsLocal: inKyiv(planned.startsIn),
    endsLocal: inKyiv(planned.startsIn + 60),
    timeZone: 'Europe/Kyiv',
    languages: ['en'],
    interpretation: [],
    regionIds: [],
    categoryIds: [],
    capacity: null,
    registrationOpensAt: null,
    registrationClosesAt: null,
    meeting: {
      url: planned.meetingUrl,
      passcode: 'tide-42',
      meetingId: '812 345',
      dialIn: [{ label: 'Kyiv', number: '+380 44 555 019', pin: '77#' }],
    },
    translations: {
      en: { title: planned.title, abstract: '' },
      de: { title: planned.germanTitle, abstract: '' },
    },
    agenda: [],
    contributions: [],
  });
  return asOrganiser(page, 'POST', `/sessions/${session.id}/publish`, { version: session.version });
}

/** What the API tells of a session and does not take back. */
const TOLD_ONLY = ['id', 'state', 'startsAt', 'endsAt', 'cancelReason', 'sequence', 'counts'];

/** Another link for the meeting, everything else as it is. */
export async function changeLink(page: Page, id: string, url: string): Promise<NearSession> {
  const session = await asOrganiser<Record<string, unknown>>(page, 'GET', `/sessions/${id}`);
  const kept = Object.fromEntries(Object.entries(session).filter(([field]) => !TOLD_ONLY.includes(field)));
  return asOrganiser(page, 'PUT', `/sessions/${id}`, {
    ...kept,
    meeting: { ...(session['meeting'] as object), url },
  });
}
