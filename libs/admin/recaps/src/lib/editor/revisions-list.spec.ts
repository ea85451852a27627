import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RecapFieldWords, type RecapForm } from '@reihe/admin-recap-form';
import type { RichNode } from '@reihe/shared-contracts';
import type { Recap, RecapRevisionContent } from '@reihe/shared-editorial';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { RevisionsList } from './revisions-list';

const paragraph = (text: string, id: string): RichNode => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});

function contentOf(...content: RichNode[]): Omit<RecapRevisionContent, 'number'> {
  return {
    ...{
      sessionIds: ['s1'],
      categoryIds: [],
      regionIds: [],
      byline: 'Somebody',
      leadMediaId: null,
      gallery: [],
      figureValues: {},
    },
    translations: {
      en: {
        title: 'Night shift',
        lead: '',
        seoTitle: '',
        seoDescription: '',
        body: { type: 'doc', content },
      },
    },
  };
}

const FIRST = contentOf(paragraph('First.', 'block-1'));
const SECOND = contentOf(paragraph('First.', 'block-1'), paragraph('Second.', 'block-2'));
const WORKING = contentOf(paragraph('First, anew.', 'block-1'), paragraph('Second.', 'block-2'));

const RECAP = {
  ...WORKING,
  ...{ id: 'r1', version: 7, seriesId: 'y1', state: 'published', publishedOn: null, reviewComment: null },
  translations: { en: { ...WORKING.translations.en, slug: 'night-shift' } },
  ...{
    staleLanguages: [],
    translationStates: {},
    translationBases: {},
    hasUnpublishedChanges: true,
    gaps: [],
  },
  revisions: [2, 1].map((number) => ({
    ...{ id: `v${number}`, number, createdAt: '2026-11-01T08:00:00Z', createdBy: 'Sample Editor' },
    isCurrent: number === 2,
    figures: number === 1 ? 'frozen' : 'live',
  })),
} as unknown as Recap;

async function show() {
  const changed = jest.fn();
  await render(RevisionsList, {
    inputs: {
      recap: RECAP,
      mayRestore: true,
      mayPublish: true,
      describe: (forms: readonly RecapForm[]) =>
        Promise.resolve(TestBed.inject(RecapFieldWords).describe(forms)),
    },
    on: { changed },
    providers: [RecapFieldWords, provideHttpClient(), provideHttpClientTesting()],
  });
  const backend = TestBed.inject(HttpTestingController);
  const answer = async (number: number, content: Omit<RecapRevisionContent, 'number'>) => {
    await waitFor(() => {
      backend.expectOne(`/api/v1/recaps/r1/revisions/${number}`).flush({ number, ...content });
    });
  };
  return { answer, backend, changed };
}

describe('the revisions of a recap', () => {
  it('say who published when, and paragraph by paragraph what changed then', async () => {
    const { answer } = await show();
    expect(screen.getAllByText(/Sample Editor/)).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'What changed 2' }));
    await answer(1, FIRST);
    await answer(2, SECOND);
    const dialog = await screen.findByRole('dialog', { name: 'What revision 2 changed' });
    expect(within(dialog).getByText('English, “Second.”')).toBeInTheDocument();
    expect(within(dialog).queryByText(/First/)).toBeNull();
  });

  it('are restored after one has seen what would become of the text', async () => {
    const { answer, changed } = await show();
    fireEvent.click(screen.getByRole('button', { name: 'Restore 1' }));
    await answer(1, FIRST);
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('English, “First, anew.”')).toBeInTheDocument();
    expect(dialog.getByText('English, “Second.”')).toBeInTheDocument();
    expect(changed).not.toHaveBeenCalled();
    fireEvent.click(dialog.getByRole('button', { name: 'Restore' }));
    await waitFor(() => {
      expect(changed).toHaveBeenCalledTimes(1);
    });
  });

  it('give their frozen figures back to readers, whose text stays', async () => {
    const { backend, changed } = await show();
    expect(screen.getAllByText('figures frozen')).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Show its figures to readers again 1' }));
    const [act] = changed.mock.calls[0] as [(version: number) => Promise<Recap>];
    void act(7);
    const { request } = backend.expectOne('/api/v1/recaps/r1/figures');
    expect(request.body).toEqual({ version: 7, mode: 'frozen', ofRevision: 1, note: {} });
  });

  it('say why one cannot be read', async () => {
    const { backend } = await show();
    fireEvent.click(screen.getByRole('button', { name: 'Restore 1' }));
    await waitFor(() => {
      backend.expectOne('/api/v1/recaps/r1/revisions/1').error(new ProgressEvent('error'));
    });
    expect(await screen.findByRole('alert')).not.toBeEmptyDOMElement();
  });
});
