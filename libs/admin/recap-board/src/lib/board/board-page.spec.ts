import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { BoardCard, BoardSession } from '@reihe/shared-editorial';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { BoardPage } from './board-page';

const card = (change: Partial<BoardCard> = {}): BoardCard => ({
  id: 'r1',
  version: 3,
  state: 'draft',
  title: 'Night shift',
  seriesId: 'y1',
  seriesTitle: 'Cities',
  languages: ['en'],
  figures: 'live',
  texts: [{ language: 'en', state: 'original', outdatedSince: null }],
  sessions: [{ id: 's1', title: 'Night', startsAt: '2026-10-06T12:00:00Z', timeZone: 'UTC', recaps: 2 }],
  assignment: { version: 1, owner: { id: 'a2', name: 'Noor' }, dueOn: '2026-10-20' },
  reviewer: null,
  lastWriter: null,
  isOverdue: true,
  lacks: [
    { what: 'photo', languages: [] },
    { what: 'translation', languages: ['de'] },
    { what: 'review', languages: [] },
  ],
  openComments: 2,
  publishAt: null,
  hasNotAppeared: false,
  publishedOn: null,
  isUpdated: false,
  hasUnpublishedChanges: false,
  updatedAt: '2026-10-19T12:00:00Z',
  ...change,
});
const session: BoardSession = {
  id: 's2',
  title: 'Day shift',
  seriesId: 'y1',
  seriesTitle: 'Cities',
  startsAt: '2026-10-01T12:00:00Z',
  timeZone: 'UTC',
  dueOn: '2026-10-15',
  isOverdue: true,
};
const page = <T>(items: T[], total = items.length) => ({ items, total, page: 1, pageSize: 25 });

describe('the board', () => {
  let backend: HttpTestingController;

  async function open(address: string, role = 'editor'): Promise<void> {
    await render(BoardPage, {
      initialRoute: address,
      routes: [{ path: 'recaps', component: BoardPage }],
      providers: [provideHttpClient(), provideHttpClientTesting()],
      configureTestBed: (testBed) => {
        void testBed.inject(StaffAccess).ready();
        testBed
          .inject(HttpTestingController)
          .expectOne('/api/v1/auth/me')
          .flush({ id: 'a1', email: 'a@example.org', name: 'A', roles: [role], language: 'en' });
      },
    });
    backend = TestBed.inject(HttpTestingController);
    await waitFor(() => {
      backend.expectOne('/api/v1/recap-desk/people').flush([{ id: 'a2', name: 'Noor', isReviewer: true }]);
    });
    backend.match(({ url }) => url === '/api/v1/series').forEach((one) => one.flush(page([])));
  }

  /** Answers what the board asks for: cards by their column, and sessions. */
  async function fill(cards: Record<string, BoardCard[]>, sessions: BoardSession[] = []): Promise<string[]> {
    const asked: string[] = [];
    await waitFor(() => {
      const found = backend.match(({ url }) => url === '/api/v1/recap-desk/cards');
      expect(found.length + asked.length).toBeGreaterThan(0);
      for (const one of found) {
        asked.push(one.request.urlWithParams);
        one.flush(page(cards[one.request.params.get('state') ?? 'all'] ?? []));
      }
    });
    backend
      .match(({ url }) => url === '/api/v1/recap-desk/sessions')
      .forEach((one) => one.flush(page(sessions)));
    return asked;
  }

  const column = (name: RegExp) => within(screen.getByRole('region', { name }));

  it('shows what is to be written and each recap in its column, with owner, due day and what it lacks', async () => {
    await open('/recaps');
    await fill({ draft: [card()] }, [session]);
    const draft = await waitFor(() => column(/^Draft/));
    await draft.findByRole('link', { name: 'Night shift' });
    expect(draft.getByText('Overdue since 20 October 2026')).toBeVisible();
    expect(draft.getByText(/Noor/)).toBeVisible();
    expect(draft.getAllByRole('listitem').map(({ textContent }) => textContent.trim())).toEqual(
      expect.arrayContaining(['Lead picture', 'Translation: German']),
    );
    expect(draft.getByText('2 open comments')).toBeVisible();
    expect(draft.getByText(/one of 2 recaps/)).toBeVisible();
    expect(column(/^To be written/).getByRole('button', { name: 'Begin its recap Day shift' })).toBeEnabled();
    expect(column(/^Approved/).getByText('None')).toBeVisible();
  });

  it('keeps its filters in the address, and asks every column by them', async () => {
    await open('/recaps?owner=mine&overdue=yes&lack=photo');
    const asked = await fill({});
    expect(asked).toHaveLength(5);
    for (const address of asked) expect(address).toMatch(/owner=mine.*lack=photo.*overdue=yes/);
    expect(screen.queryByRole('region', { name: /^To be written/ })).not.toBeInTheDocument();
    fireEvent.change(screen.getByLabelText('Owner'), { target: { value: 'nobody' } });
    await waitFor(() => {
      expect(TestBed.inject(Router).url).toContain('owner=nobody');
    });
  });

  it('moves a card by key, and takes the focus along', async () => {
    await open('/recaps');
    await fill({ draft: [card()] });
    const mover = await screen.findByRole('button', { name: 'Move Night shift' });
    mover.focus();
    fireEvent.keyDown(mover, { key: 'ArrowRight', altKey: true });
    await waitFor(() => {
      backend.expectOne('/api/v1/recap-desk/people').flush([{ id: 'a2', name: 'Noor', isReviewer: true }]);
    });
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Submit for review' }));
    const request = await waitFor(() => backend.expectOne('/api/v1/recaps/r1/submit'));
    expect(request.request.body).toEqual({ version: 3, reviewerId: null });
    request.flush({});
    await fill({ 'in-review': [card({ state: 'in-review', version: 4 })] });
    const moved = await waitFor(() => column(/^In review/).getByRole('button', { name: 'Move Night shift' }));
    await waitFor(() => {
      expect(moved).toHaveFocus();
    });
  });

  it('shows the same as a table, and assigns from there', async () => {
    await open('/recaps?view=table&state=draft');
    const asked = await fill({ draft: [card()] });
    expect(asked).toHaveLength(1);
    const row = within(await screen.findByRole('row', { name: /Night shift/ }));
    expect(row.getByText('Lead picture · Translation: German · Review')).toBeVisible();
    fireEvent.click(row.getByRole('button', { name: /Noor/ }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('Whose it is'), { target: { value: '' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Assign' }));
    const request = await waitFor(() => backend.expectOne('/api/v1/recap-desk/recaps/r1/assignment'));
    expect(request.request.body).toEqual({ version: 1, ownerId: null, dueOn: '2026-10-20' });
  });

  it('hands over chosen recaps as files for an agency, and leads to each translation', async () => {
    await open('/recaps?view=table&state=draft');
    await fill({ draft: [card()] });
    const row = within(await screen.findByRole('row', { name: /Night shift/ }));
    const german = row.getByRole('link', { name: /^German/ });
    expect(german.getAttribute('href')).toMatch(/\/recaps\/r1\/translate\/de$/);
    expect(screen.queryByRole('link', { name: 'XLIFF 2.1' })).toBeNull();
    fireEvent.click(row.getByRole('checkbox', { name: 'Choose Night shift' }));
    expect((await screen.findByRole('link', { name: 'XLIFF 2.1' })).getAttribute('href')).toBe(
      '/api/v1/recap-exchange/export?recaps=r1&language=de&format=xliff-2.1',
    );
  });

  it('offers nothing to change to an organiser', async () => {
    await open('/recaps', 'organiser');
    await fill({ draft: [card()] }, [session]);
    await screen.findByRole('link', { name: 'Night shift' });
    expect(screen.queryByRole('button', { name: /^Move/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Begin/ })).not.toBeInTheDocument();
  });
});
