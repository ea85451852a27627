import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Role } from '@reihe/shared-contracts';
import type { BulkPreview, BulkPreviewItem, BulkRequest } from '@reihe/shared-planning';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { BulkBar } from './bulk-bar';

const PREVIEW = '/api/v1/planning/bulk/preview';
const CHANGE = '/api/v1/planning/bulk';

function item(id: string, change: Partial<BulkPreviewItem> = {}): BulkPreviewItem {
  return {
    id,
    version: 3,
    title: `Session ${id}`,
    seriesTitle: 'Water',
    state: 'published',
    startsLocal: '2026-10-24T02:30',
    endsLocal: '2026-10-24T04:00',
    startsAt: '2026-10-24T00:30:00.000Z',
    endsAt: '2026-10-24T02:00:00.000Z',
    timeZone: 'Europe/Berlin',
    capacity: 10,
    confirmed: 4,
    waitlisted: 0,
    refusal: null,
    question: null,
    moved: null,
    peopleTold: 4,
    speakersTold: 1,
    promoted: 0,
    ...change,
  };
}

async function open(role: Role, ids: string[]) {
  const changed = jest.fn();
  await render(BulkBar, {
    inputs: { ids },
    on: { changed },
    providers: [provideHttpClient(), provideHttpClientTesting()],
    configureTestBed: (testBed) => {
      void testBed.inject(StaffAccess).ready();
      testBed
        .inject(HttpTestingController)
        .expectOne('/api/v1/auth/me')
        .flush({ id: 'a1', email: 'a@example.org', name: 'A', roles: [role], language: 'en' });
    },
  });
  const backend = TestBed.inject(HttpTestingController);
  const answer = (path: string, body: object, options?: { status: number; statusText: string }) =>
    waitFor(() => {
      const request = backend.expectOne(path);
      request.flush(body, options);
      return request.request.body as BulkRequest;
    });
  const preview = (...items: BulkPreviewItem[]) =>
    answer(PREVIEW, { items, peopleTold: 7, speakersTold: 2 } satisfies BulkPreview);
  return { answer, preview, changed };
}

describe('the bar for chosen sessions', () => {
  it('can do nothing while none is chosen, and is not there for who may only read', async () => {
    await open('organiser', []);
    expect(screen.getByRole('button', { name: 'Publish …' })).toBeDisabled();
    TestBed.resetTestingModule();
    document.body.innerHTML = '';
    await open('editor', ['a']);
    expect(screen.queryByRole('button', { name: 'Publish …' })).not.toBeInTheDocument();
  });

  it('shows what happens, what is left out and why, and who is told; then changes only the rest', async () => {
    const { answer, preview, changed } = await open('organiser', ['a', 'b']);
    fireEvent.click(screen.getByRole('button', { name: 'Publish …' }));
    const dialog = await screen.findByRole('dialog', { name: 'Publish sessions' });
    const asked = await preview(
      item('a', { state: 'draft' }),
      item('b', { refusal: { code: 'incomplete', gaps: ['no-default-language'] } }),
    );
    expect(asked).toEqual({
      change: { kind: 'publish' },
      sessions: [
        { id: 'a', version: 0 },
        { id: 'b', version: 0 },
      ],
    });
    expect(await within(dialog).findByText(/One session is changed/)).toBeInTheDocument();
    expect(within(dialog).getByText(/One is left out/)).toBeInTheDocument();
    expect(within(dialog).getByText(/7 people registered, 2 speakers/)).toBeInTheDocument();
    expect(within(dialog).getByRole('row', { name: /Session b/ })).toHaveTextContent(
      'Left out: It has no title in the default language of its series.',
    );
    fireEvent.click(within(dialog).getByRole('button', { name: 'Publish 1' }));
    const undo = { change: { kind: 'withdraw' }, sessions: [{ id: 'a', version: 4 }] };
    const sent = await answer(CHANGE, { changed: 1, undo });
    expect(sent.sessions).toEqual([{ id: 'a', version: 3 }]);
    expect(await screen.findByText(/Published: 1/)).toBeVisible();
    expect(changed).toHaveBeenCalledTimes(1);

    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await answer(CHANGE, { changed: 1, undo: null })).toEqual(undo);
    expect(await screen.findByText(/Undone: 1/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });

  it('asks which of two equal times is meant before anything moves', async () => {
    const { answer, preview } = await open('organiser', ['a']);
    fireEvent.click(screen.getByRole('button', { name: 'Move by days …' }));
    const dialog = await screen.findByRole('dialog', { name: 'Move sessions by days' });
    await preview(item('a'));
    fireEvent.input(within(dialog).getByLabelText('Days later'), { target: { value: '1' } });
    const candidates = ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'];
    const question = {
      kind: 'ambiguous',
      field: 'startsLocal',
      local: '2026-10-25T02:30',
      candidates,
    } as const;
    expect((await preview(item('a', { question }))).change).toEqual({ kind: 'move', days: 1 });
    expect(await within(dialog).findByText(/One time needs your answer/)).toBeVisible();
    expect(within(dialog).getByRole('button', { name: /^Move/ })).toBeDisabled();
    fireEvent.click(within(dialog).getByRole('radio', { name: 'The second time, 02:30 GMT+1' }));
    const moved = {
      startsLocal: '2026-10-25T02:30',
      endsLocal: '2026-10-25T04:00',
      startsAt: '2026-10-25T01:30:00.000Z',
      endsAt: '2026-10-25T03:00:00.000Z',
    };
    const again = await preview(item('a', { moved }));
    expect(again.sessions).toEqual([{ id: 'a', version: 0, clockChoice: 'later' }]);
    fireEvent.click(await within(dialog).findByRole('button', { name: 'Move 1' }));
    const sent = await answer(CHANGE, { changed: 1, undo: null });
    expect(sent.sessions).toEqual([{ id: 'a', version: 3, clockChoice: 'later' }]);
  });

  it('sends nothing that was not looked at: what is typed after the preview is previewed first', async () => {
    const { answer, preview } = await open('organiser', ['a']);
    fireEvent.click(screen.getByRole('button', { name: 'Move by days …' }));
    const dialog = await screen.findByRole('dialog', { name: 'Move sessions by days' });
    await preview(item('a'));
    const type = (days: string) =>
      fireEvent.input(within(dialog).getByLabelText('Days later'), { target: { value: days } });
    const go = await within(dialog).findByRole('button', { name: 'Move 1' });
    expect(go).toBeEnabled();
    type('20');
    await waitFor(() => {
      expect(go).toBeDisabled();
    });
    fireEvent.submit(go);
    TestBed.inject(HttpTestingController).expectNone(CHANGE);
    expect((await preview(item('a'))).change).toEqual({ kind: 'move', days: 20 });
    await waitFor(() => {
      expect(go).toBeEnabled();
    });
    fireEvent.click(go);
    expect((await answer(CHANGE, { changed: 1, undo: null })).change).toEqual({ kind: 'move', days: 20 });
  });

  it('cancels only with a reason', async () => {
    const { answer, preview } = await open('organiser', ['a']);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel …' }));
    const dialog = await screen.findByRole('dialog', { name: 'Cancel sessions' });
    await preview(item('a'));
    const send = await within(dialog).findByRole('button', { name: 'Cancel 1 and tell everyone' });
    fireEvent.click(send);
    const reason = within(dialog).getByLabelText('Reason');
    await waitFor(() => {
      expect(reason).toHaveAccessibleDescription(/Please fill this in/);
    });
    fireEvent.input(reason, { target: { value: 'A strike.' } });
    fireEvent.click(send);
    expect((await answer(CHANGE, { changed: 1, undo: null })).change).toEqual({
      kind: 'cancel',
      reason: 'A strike.',
    });
  });

  it('says when a session has changed since the preview, and looks again', async () => {
    const { answer, preview } = await open('organiser', ['a']);
    fireEvent.click(screen.getByRole('button', { name: 'Change places …' }));
    const dialog = await screen.findByRole('dialog', { name: 'Change the places of sessions' });
    fireEvent.input(within(dialog).getByLabelText('Places in each session'), { target: { value: '12' } });
    await preview(item('a', { promoted: 2 }));
    expect(await within(dialog).findByText(/2 move up from the waiting list/)).toBeVisible();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Change 1' }));
    await answer(CHANGE, { code: 'bulk.refused' }, { status: 409, statusText: 'Conflict' });
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Nothing was changed');
    await preview(item('a', { version: 4 }));
    fireEvent.click(await within(dialog).findByRole('button', { name: 'Change 1' }));
    expect((await answer(CHANGE, { changed: 1, undo: null })).sessions).toEqual([{ id: 'a', version: 4 }]);
  });
});
