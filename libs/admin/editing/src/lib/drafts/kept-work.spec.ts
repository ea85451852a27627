import { HttpErrorResponse } from '@angular/common/http';
import { Component, computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { EditingDraft, KeepDraft } from '@reihe/shared-contracts';
import { fireEvent, render, screen } from '@testing-library/angular';
import type { EditingDesk } from '../editing-desk';
import { BrowserDrafts } from './browser-drafts';
import { DraftOffer } from './draft-offer';
import { DraftState } from './draft-state';
import { KeptWork } from './kept-work';

const PAUSE = 2_000;
const offline = new HttpErrorResponse({ status: 0 });

/** A server that keeps drafts of one account; its answers can be held back or refused. */
class Desk implements Pick<EditingDesk, 'draft' | 'keepDraft' | 'dropDraft'> {
  readonly kept = new Map<string, KeepDraft>();
  readonly sent: unknown[] = [];
  failure: HttpErrorResponse | null = null;
  /** When the server says that its drafts were kept. */
  updatedAt = '2026-11-02T10:42:00Z';
  isSilent = false;
  waiting: (() => void)[] | null = null;

  draft(subject: EditingDraft['subject'], key: string): Promise<EditingDraft | null> {
    if (this.isSilent) return Promise.reject(new Error('no answer', { cause: offline }));
    const draft = this.kept.get(key);
    return Promise.resolve(draft ? { subject, key, ...draft, updatedAt: this.updatedAt } : null);
  }

  async keepDraft(_subject: string, key: string, draft: KeepDraft): Promise<void> {
    this.sent.push(draft.form['title']);
    if (this.waiting) await new Promise<void>((answer) => this.waiting?.push(answer));
    if (this.failure) throw new Error('refused', { cause: this.failure });
    this.kept.set(key, draft);
  }

  dropDraft(_subject: string, key: string): Promise<void> {
    this.kept.delete(key);
    return Promise.resolve();
  }
}

let desk: Desk;

@Component({
  selector: 'reihe-sample-editor',
  imports: [DraftOffer, DraftState],
  template: `<reihe-draft-offer [work]="work" /><reihe-draft-state [work]="work" />`,
})
class SampleEditor {
  readonly saved = signal('As it was');
  readonly typed = signal('As it was');
  readonly work = new KeptWork({
    desk: desk as unknown as EditingDesk,
    subject: 'session',
    editing: {
      isDirty: computed(() => this.typed() !== this.saved()),
      isSaving: signal(false),
      toKeep: () => ({ baseVersion: 3, base: { title: this.saved() }, form: { title: this.typed() } }),
      isStored: ({ form }) => (form as { title: string }).title === this.saved(),
      takeUp: ({ form }) => {
        this.typed.set((form as { title: string }).title);
        return Promise.resolve(true);
      },
      showDifferences: () => Promise.resolve(true),
    },
    typed: this.typed,
    id: () => 's1',
    account: () => 'a1',
  });
}

async function open() {
  const { fixture } = await render(SampleEditor);
  await settle();
  return fixture.componentInstance;
}

/** Lets everything happen that needs no time. */
async function settle(ms = 0): Promise<void> {
  TestBed.tick();
  await jest.advanceTimersByTimeAsync(ms);
  TestBed.tick();
  await jest.advanceTimersByTimeAsync(0);
  TestBed.tick();
}

const title = (key = 's1') => desk.kept.get(key)?.form['title'];
const aDraft = (words: string): KeepDraft => ({
  baseVersion: 3,
  base: { title: 'As it was' },
  form: { title: words },
});

describe('what is typed and not saved', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    desk = new Desk();
    localStorage.clear();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is kept once one pauses, and not at every letter', async () => {
    const editor = await open();
    for (const text of ['P', 'Pi', 'Pipes']) {
      editor.typed.set(text);
      await settle(PAUSE / 2);
    }
    expect(desk.sent).toEqual([]);
    await settle(PAUSE / 2);
    expect(desk.sent).toEqual(['Pipes']);
    expect(screen.getByText(/^Kept as a draft at/)).toBeVisible();
    expect(editor.work.isSafe()).toBe(true);
  });

  it('goes in one request at a time, the last of it last', async () => {
    const editor = await open();
    desk.waiting = [];
    for (const text of ['One', 'Two', 'Three']) {
      editor.typed.set(text);
      await settle(PAUSE);
    }
    expect(desk.sent).toEqual(['One']);
    const [answer] = desk.waiting;
    desk.waiting = null;
    answer?.();
    await settle();
    expect(desk.sent).toEqual(['One', 'Three']);
    expect(title()).toBe('Three');
  });

  it('is gone once it is saved, also where a request was still on its way', async () => {
    const editor = await open();
    desk.waiting = [];
    editor.typed.set('Pipes');
    await settle(PAUSE);
    editor.saved.set('Pipes');
    await settle();
    desk.waiting[0]?.();
    await settle(PAUSE);
    expect(desk.kept.size).toBe(0);
    expect(desk.sent).toEqual(['Pipes']);
  });

  it('stays in this browser while the server cannot be reached, and is sent when it can again', async () => {
    const editor = await open();
    desk.failure = offline;
    editor.typed.set('On a train');
    await settle(PAUSE);
    expect(screen.getByText(/^Kept in this browser/)).toBeVisible();
    expect(editor.work.isSafe()).toBe(true);
    desk.failure = null;
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(title()).toBe('On a train');
    expect(localStorage).toHaveLength(0);
  });

  it('is sent from this browser when any editor is opened later, and offered', async () => {
    const editor = await open();
    desk.failure = offline;
    editor.typed.set('On a train');
    await settle(PAUSE);
    desk.failure = null;
    TestBed.resetTestingModule();
    await open();
    expect(title()).toBe('On a train');
    expect(screen.getByText(/You have unsaved changes from/)).toBeVisible();
  });

  it('stays as it was typed later on another computer', async () => {
    const editor = await open();
    editor.typed.set('Half a sent');
    await settle();
    editor.work.keepHere();
    desk.kept.set('s1', aDraft('A whole sentence'));
    desk.updatedAt = '2099-01-01T00:00:00Z';
    TestBed.resetTestingModule();
    const again = await open();
    expect(title()).toBe('A whole sentence');
    expect(again.work.offer()?.form).toEqual({ title: 'A whole sentence' });
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('never goes over an earlier draft that could not be asked for at first', async () => {
    desk.kept.set('s1', aDraft('Of yesterday'));
    desk.isSilent = true;
    const editor = await open();
    expect(editor.work.offer()).toBeNull();
    desk.isSilent = false;
    editor.typed.set('Of today');
    await settle(PAUSE);
    expect(title()).toBe('Of yesterday');
    expect(editor.work.offer()?.form).toEqual({ title: 'Of yesterday' });
    expect(editor.typed()).toBe('Of today');
    await editor.work.discard();
    await settle(PAUSE);
    expect(title()).toBe('Of today');
  });

  it('is written into the browser at once when the page is closed in mid-sentence, and goes when one signs out', async () => {
    const editor = await open();
    editor.typed.set('Half a sent');
    await settle();
    expect(editor.work.keepHere()).toBe(true);
    expect(localStorage.getItem('reihe.draft.a1.session.s1')).toContain('Half a sent');
    localStorage.setItem('reihe.other', 'stays');
    TestBed.inject(BrowserDrafts).forgetAll();
    expect(Object.keys(localStorage)).toEqual(['reihe.other']);
  });

  it('is kept before one leaves, and says so; what cannot be kept is asked about', async () => {
    const editor = await open();
    editor.typed.set('Pipes');
    await settle();
    const kept = editor.work.keepNow();
    await settle();
    expect(await kept).toBe(true);
    expect(title()).toBe('Pipes');

    jest.spyOn(Storage.prototype, 'setItem').mockImplementationOnce(() => {
      throw new Error('full');
    });
    desk.failure = new HttpErrorResponse({ status: 413, error: { code: 'request.too-large' } });
    editor.typed.set('Far too long');
    await settle();
    const failed = editor.work.keepNow();
    await settle();
    expect(await failed).toBe(false);
    expect(screen.getByText('Cannot be kept as a draft right now')).toBeVisible();
  });

  it('is offered when one comes back, with the time, and kept over by nothing until one decides', async () => {
    desk.kept.set('s1', aDraft('From then'));
    const editor = await open();
    expect(screen.getByText(/You have unsaved changes from 2 Nov 2026/)).toBeVisible();
    editor.typed.set('Typed now');
    await settle(PAUSE);
    expect(title()).toBe('From then');
    expect(screen.getByText(/^Kept as soon as you decide/)).toBeVisible();
    expect(await editor.work.keepNow()).toBe(false);
  });

  it('comes back with "Continue", also from its differences, and goes with "Discard"', async () => {
    for (const button of ['Continue', 'See differences']) {
      desk.kept.set('s1', aDraft('From then'));
      const editor = await open();
      fireEvent.click(screen.getByRole('button', { name: button }));
      await settle(PAUSE);
      expect(editor.typed()).toBe('From then');
      expect(screen.queryByRole('button', { name: 'Discard' })).not.toBeInTheDocument();
      TestBed.resetTestingModule();
    }
    desk.kept.set('s1', aDraft('From then'));
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
    await settle();
    expect(desk.kept.size).toBe(0);
  });

  it('is not offered where it is what is saved', async () => {
    desk.kept.set('s1', aDraft('As it was'));
    await open();
    expect(screen.queryByText(/unsaved changes/)).not.toBeInTheDocument();
    expect(desk.kept.size).toBe(0);
  });
});
