import { Component, inject } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import type { SeriesFigures } from '@reihe/shared-contracts';
import type { SelectionFigures } from '@reihe/shared-editorial';
import { FigureDesk } from './figure-desk';
import { FigureValues } from './figure-values';

const [FIRST, SECOND, OTHER] = ['a', 'b', 'c'].map((end) => `00000000-0000-4000-8000-00000000000${end}`) as [
  string,
  string,
  string,
];

const RECORDS: SeriesFigures = {
  ...{ seriesId: 'y1', counts: [], stated: [], countries: [] },
  sessions: [
    { sessionId: OTHER, title: 'Other', startsAt: '2026-01-01T12:00:00Z', counts: [] },
    { sessionId: FIRST, title: 'First', startsAt: '2026-02-01T12:00:00Z', counts: [] },
    { sessionId: SECOND, title: 'Second', startsAt: '2026-03-01T12:00:00Z', counts: [] },
  ],
};

const counted = (
  sessionIds: readonly string[],
  change: Partial<SelectionFigures> = {},
): SelectionFigures => ({
  sessionIds: [...sessionIds],
  sessions: sessionIds.length,
  counts: [
    {
      ...{ measure: 'participants', value: 43, origin: 'counted', source: null, statedOn: null },
      ...{ isAtLeast: sessionIds.length > 2, leftOut: sessionIds.length > 2 ? 1 : 0 },
    },
  ],
  ...change,
});

@Component({ template: '', providers: [FigureDesk, FigureValues] })
class Page {
  readonly desk = inject(FigureDesk);
  readonly values = inject(FigureValues);
}

/** Whatever is asked of it in a chain is noted. */
function anEditor(attrs: object = {}) {
  const inserted = jest.fn();
  const updated = jest.fn();
  const chain = {
    focus: () => chain,
    run: () => true,
    insertContent: (content: object) => (inserted(content), chain),
    updateAttributes: (_name: string, values: object) => (updated(values), chain),
  };
  return {
    editor: { chain: () => chain, getAttributes: () => attrs } as unknown as Editor,
    inserted,
    updated,
  };
}

async function open(count = (ids: readonly string[]) => Promise.resolve(counted(ids))) {
  const { fixture } = await render(Page);
  const { desk, values } = fixture.componentInstance;
  values.records.set(RECORDS);
  values.sessionIds.set([SECOND, FIRST]);
  const asked = jest.fn(count);
  values.counting.set(asked);
  return { desk, values, asked };
}

const dialog = async () =>
  within(await screen.findByRole('dialog', { name: 'A number over several sessions' }));

describe('a number over several sessions', () => {
  it('is chosen with them: those looked back on are ticked and stand first, the value is told while one ticks', async () => {
    const { desk, asked } = await open();
    const { editor, inserted } = anEditor();
    const placing = desk.place(editor);
    const which = within(await screen.findByRole('dialog', { name: 'Which number?' }));
    fireEvent.click(which.getByRole('button', { name: 'Place it in the text' }));
    const box = await dialog();
    expect(box.getAllByRole('checkbox').map((one) => (one as HTMLInputElement).checked)).toEqual([
      true,
      true,
      false,
    ]);
    expect(box.getByRole('button', { name: 'Place it in the text' })).toBeDisabled();
    fireEvent.click(box.getByRole('checkbox', { name: /Other/ }));
    await box.findByRole('radio', {
      name: /more than 43 participants, counted · 3 sessions together; without 1 of them/,
    });
    fireEvent.click(box.getByRole('checkbox', { name: /Other/ }));
    fireEvent.click(
      await box.findByRole('radio', { name: /43 participants, counted · 2 sessions together/ }),
    );
    fireEvent.click(box.getByRole('button', { name: 'Place it in the text' }));
    await placing;
    expect(inserted).toHaveBeenCalledWith({
      type: 'figureValue',
      attrs: { measure: 'participants', sessionId: null, sessionIds: [FIRST, SECOND], rounding: null },
    });
    // Two, three, and two again: what is known is not asked twice.
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('is not said to be none while the records are still being read', async () => {
    const { fixture } = await render(Page);
    const { desk, values } = fixture.componentInstance;
    values.counting.set((ids) => Promise.resolve(counted(ids)));
    const placing = desk.place(anEditor().editor);
    await fixture.whenStable();
    expect(screen.queryByRole('dialog')).toBeNull();
    values.records.set(RECORDS);
    fireEvent.click(
      within(await screen.findByRole('dialog', { name: 'Which number?' })).getByRole('button', {
        name: 'Back',
      }),
    );
    await placing;
  });

  it('is found by searching, keeps what is ticked, and needs two sessions', async () => {
    const { desk } = await open();
    const attrs = { measure: 'participants', sessionIds: [FIRST, OTHER], rounding: null };
    const { editor, updated } = anEditor(attrs);
    const changing = desk.round(editor);
    const box = await dialog();
    fireEvent.input(box.getByRole('searchbox'), { target: { value: 'sec' } });
    await waitFor(() => {
      expect(box.getAllByRole('checkbox')).toHaveLength(1);
    });
    fireEvent.click(box.getByRole('checkbox', { name: /Second/ }));
    fireEvent.change(await box.findByLabelText('How is the number said?'), { target: { selectedIndex: 1 } });
    fireEvent.click(box.getByRole('button', { name: 'Take over' }));
    await changing;
    expect(updated).toHaveBeenCalledWith({
      ...{ measure: 'participants', sessionId: null, rounding: 'tens' },
      sessionIds: [FIRST, OTHER, SECOND],
    });
    void desk.round(anEditor(attrs).editor);
    const again = await dialog();
    fireEvent.click(again.getByRole('button', { name: 'None' }));
    expect(await again.findByText('Tick two sessions at least.')).toBeInTheDocument();
    expect(again.getByRole('button', { name: 'Take over' })).toBeDisabled();
  });

  it('says that it could not be counted, and counts again', async () => {
    let fails = true;
    const { desk, asked } = await open((ids) =>
      fails ? Promise.reject(new Error()) : Promise.resolve(counted(ids)),
    );
    void desk.round(
      anEditor({ measure: 'participants', sessionIds: [FIRST, SECOND], rounding: null }).editor,
    );
    const box = await dialog();
    expect(await box.findByText(/could not be read/)).toBeInTheDocument();
    fails = false;
    expect(asked).toHaveBeenCalledTimes(1);
    fireEvent.click(box.getByRole('button', { name: 'Try again' }));
    expect(await box.findByRole('radio', { name: /2 sessions together/ })).toBeInTheDocument();
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('is no finding before it is counted; one that no session counts for is', async () => {
    const { values } = await open((ids) => Promise.resolve(counted(ids, { sessions: 0, counts: [] })));
    const figure = { measure: 'participants', sessionId: null, sessionIds: [FIRST, SECOND] } as const;
    expect(values.hasValue(figure)).toBe(true);
    await waitFor(() => {
      expect(values.hasValue(figure)).toBe(false);
    });
    expect(values.titlesOf(figure)).toEqual(['First', 'Second']);
  });

  it('says how many of its sessions count', async () => {
    const { values } = await open((ids) => Promise.resolve(counted(ids, { sessions: 1 })));
    const figure = { measure: 'participants', sessionId: null, sessionIds: [FIRST, SECOND] } as const;
    await waitFor(() => {
      expect(values.say(figure)).toContain('1 of 2 sessions together, the others are drafts or cancelled');
    });
  });
});
