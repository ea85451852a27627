import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Language } from '@reihe/shared-contracts';
import type { RecapComment } from '@reihe/shared-editorial';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { CommentsPanel } from './comments-panel';

const COMMENT: RecapComment = {
  id: 'c1',
  anchor: {
    language: 'en',
    blockId: null,
    quote: 'forty-two cities',
    before: 'To it came',
    after: ', all of them',
  },
  text: 'Who counted?',
  author: { id: 'a1', name: 'Noor' },
  createdAt: '2026-10-20T08:00:00Z',
  resolvedAt: null,
  resolvedBy: null,
  answers: [],
};
const LOST: RecapComment = { ...COMMENT, id: 'c2', anchor: { ...COMMENT.anchor, quote: 'forty-three' } };

/** The panel beside a text that somebody else's component writes. */
@Component({
  imports: [CommentsPanel],
  template: `
    <div role="textbox" aria-multiline="true" aria-label="Text" lang="en" tabindex="0">
      <p>Before.</p>
      <p>To it came <em>forty-two</em> cities, all of them early.</p>
    </div>
    <reihe-comments-panel
      recapId="r1"
      [mayWrite]="mayWrite"
      (unresolved)="unresolved.set($event)"
      (show)="shown.set($event)"
    />
    <output>{{ unresolved().join('|') }}</output>
  `,
})
class Page {
  mayWrite = true;
  readonly unresolved = signal<readonly string[]>([]);
  readonly shown = signal<Language | null>(null);
}

async function open(comments: RecapComment[], mayWrite = true): Promise<HttpTestingController> {
  await render(Page, {
    componentProperties: { mayWrite },
    providers: [provideHttpClient(), provideHttpClientTesting()],
  });
  const backend = TestBed.inject(HttpTestingController);
  await waitFor(() => {
    backend.expectOne('/api/v1/recaps/r1/comments').flush(comments);
  });
  return backend;
}

/** Selects "forty-two cities", which begins within another element. */
function select(): void {
  const paragraph = screen.getByText(/To it came/);
  const range = document.createRange();
  range.setStart(paragraph.querySelector('em')?.firstChild ?? paragraph, 0);
  range.setEnd(paragraph.lastChild ?? paragraph, ' cities'.length);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  fireEvent(document, new Event('selectionchange'));
}

describe('comments beside the text', () => {
  beforeAll(() => {
    Element.prototype.scrollIntoView = () => undefined;
  });

  it('are written on selected words, by keys alone', async () => {
    const backend = await open([]);
    expect(screen.getByRole('button', { name: 'Comment on the selected words' })).toBeDisabled();
    select();
    fireEvent.keyDown(document, { code: 'KeyM', ctrlKey: true, altKey: true });
    const box = await screen.findByLabelText('Comment');
    await waitFor(() => {
      expect(box).toHaveFocus();
    });
    fireEvent.input(box, { target: { value: 'Who counted?' } });
    fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
    const request = await waitFor(() =>
      backend.expectOne({ method: 'POST', url: '/api/v1/recaps/r1/comments' }),
    );
    expect(request.request.body).toEqual({
      language: 'en',
      blockId: null,
      quote: 'forty-two cities',
      before: 'To it came ',
      after: ', all of them early.',
      text: 'Who counted?',
    });
    request.flush([COMMENT]);
    expect(await screen.findByText('Who counted?')).toBeVisible();
    expect(screen.queryByLabelText('Comment')).not.toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('forty-two cities');
  });

  it('lead to their words, and say where those are gone', async () => {
    await open([COMMENT, LOST]);
    expect(await screen.findByText('These words are not in the text any more:')).toBeVisible();
    expect(screen.getByText('forty-three')).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: '“forty-two cities”' }));
    await waitFor(() => {
      expect(document.getSelection()?.toString()).toBe('forty-two cities');
    });
    expect(screen.getByRole('textbox', { name: 'Text' })).toHaveFocus();
  });

  it('are answered, resolved and opened again', async () => {
    const backend = await open([COMMENT]);
    const answer = await screen.findByLabelText('Answer to “forty-two cities”');
    fireEvent.input(answer, { target: { value: 'The host did.' } });
    fireEvent.click(screen.getByRole('button', { name: /^Send answer/ }));
    const sent = await waitFor(() => backend.expectOne('/api/v1/recaps/r1/comments/c1/answers'));
    expect(sent.request.body).toEqual({ text: 'The host did.' });
    sent.flush([COMMENT]);
    await waitFor(() => {
      expect(screen.getByRole('button', { name: /^Resolve/ })).toBeEnabled();
    });
    fireEvent.click(screen.getByRole('button', { name: /^Resolve/ }));
    const resolved = {
      ...COMMENT,
      resolvedAt: '2026-10-20T09:00:00Z',
      resolvedBy: { id: 'a2', name: 'Mara' },
    };
    await waitFor(() => {
      backend.expectOne('/api/v1/recaps/r1/comments/c1/resolve').flush([resolved]);
    });
    const group = await screen.findByText('One resolved comment');
    expect(screen.getByRole('status')).toHaveTextContent('');
    fireEvent.click(group);
    fireEvent.click(
      within(group.closest('details') ?? document.body).getByRole('button', { name: /^Open it again/ }),
    );
    await waitFor(() => {
      backend.expectOne('/api/v1/recaps/r1/comments/c1/reopen').flush([COMMENT]);
    });
    expect(await screen.findByRole('button', { name: /^Resolve/ })).toBeVisible();
  });

  it('are only read by whoever may not write', async () => {
    await open([COMMENT], false);
    expect(await screen.findByText('Who counted?')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Resolve|Comment on/ })).not.toBeInTheDocument();
  });
});
