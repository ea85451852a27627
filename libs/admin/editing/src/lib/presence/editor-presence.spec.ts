import { Component, computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PRESENCE, type EditorNews, type EditorTab } from '@reihe/shared-contracts';
import { fireEvent, render, screen } from '@testing-library/angular';
import { EditorPresence } from './editor-presence';
import { PresenceHint } from './presence-hint';

const BEAT = PRESENCE.beatSeconds * 1000;
const ALONE: EditorNews = { others: [], ownTabs: 0, version: 3, lastSave: null };
const desk = {
  beat: jest.fn<Promise<EditorNews>, [EditorTab]>(),
  leave: jest.fn<undefined, [EditorTab, boolean]>(),
};
const looked = jest.fn();

@Component({
  selector: 'reihe-sample-editor',
  imports: [PresenceHint],
  template: `<reihe-presence-hint
    [news]="presence.news()"
    [version]="3"
    [isBusy]="isSaving()"
    (look)="look()"
  />`,
})
class SampleEditor {
  readonly id = signal<string | null>('s1');
  readonly isSaving = signal(false);
  readonly look = looked;
  readonly presence = new EditorPresence({ desk, subject: 'session', subjectId: computed(() => this.id()) });
}

async function open() {
  const { fixture } = await render(SampleEditor);
  await pass(0);
  return fixture;
}

async function pass(ms: number): Promise<void> {
  TestBed.tick();
  await jest.advanceTimersByTimeAsync(ms);
  TestBed.tick();
}

function isSeen(state: 'visible' | 'hidden'): void {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('who is at an editor', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
    desk.beat.mockResolvedValue(ALONE);
    isSeen('visible');
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('says so at once and every twenty seconds while the page is seen', async () => {
    await open();
    expect(desk.beat).toHaveBeenCalledTimes(1);
    await pass(2 * BEAT);
    expect(desk.beat).toHaveBeenCalledTimes(3);
    isSeen('hidden');
    await pass(5 * BEAT);
    expect(desk.beat).toHaveBeenCalledTimes(3);
    isSeen('visible');
    expect(desk.beat).toHaveBeenCalledTimes(4);
    const tabs = new Set(desk.beat.mock.calls.map(([{ tab }]) => tab));
    expect(tabs.size).toBe(1);
  });

  it('leaves with the component, and with the page that is closed', async () => {
    const fixture = await open();
    window.dispatchEvent(new Event('pagehide'));
    expect(desk.leave).toHaveBeenLastCalledWith(expect.objectContaining({ subjectId: 's1' }), true);
    await pass(2 * BEAT);
    expect(desk.beat).toHaveBeenCalledTimes(1);
    fixture.destroy();
    expect(desk.leave).toHaveBeenCalledTimes(1);
    TestBed.resetTestingModule();
    const second = await open();
    second.destroy();
    expect(desk.leave).toHaveBeenLastCalledWith(expect.objectContaining({ subjectId: 's1' }), false);
  });

  it('is nowhere while nothing is open', async () => {
    const fixture = await open();
    fixture.componentInstance.id.set(null);
    await pass(3 * BEAT);
    expect(desk.beat).toHaveBeenCalledTimes(1);
    expect(desk.leave).toHaveBeenCalledTimes(1);
  });

  it('names the others with the time since when, and one’s own other tabs as such', async () => {
    desk.beat.mockResolvedValue({
      ...ALONE,
      others: [{ name: 'Sample Organiser', since: '2026-11-02T10:42:00Z' }],
      ownTabs: 1,
    });
    await open();
    const hint = screen.getByRole('status');
    expect(hint).toHaveTextContent(/Sample Organiser is also editing \(since \d\d:\d\d\)/);
    expect(hint).toHaveTextContent('Also open in another tab of yours');
  });

  it('names nobody once it cannot be asked: what is out of date would be a false alarm', async () => {
    desk.beat.mockResolvedValueOnce({
      ...ALONE,
      others: [{ name: 'Sample Organiser', since: '2026-11-02T10:42:00Z' }],
    });
    desk.beat.mockRejectedValue(new Error('offline'));
    await open();
    expect(screen.getByRole('status')).toHaveTextContent('Sample Organiser');
    await pass(BEAT);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('says who saved a newer version and leads to it, but not while one saves oneself', async () => {
    desk.beat.mockResolvedValue({
      ...ALONE,
      version: 4,
      lastSave: { by: 'Sample Organiser', isOwn: false, at: '2026-11-02T10:42:00Z' },
    });
    const fixture = await open();
    expect(screen.getByRole('status')).toHaveTextContent(/Sample Organiser saved a new version at/);
    fireEvent.click(screen.getByRole('button', { name: 'See what changed' }));
    expect(looked).toHaveBeenCalledTimes(1);
    fixture.componentInstance.isSaving.set(true);
    await pass(0);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});
