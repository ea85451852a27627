import { createEnvironmentInjector, EnvironmentInjector, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ProgrammeChange } from '@reihe/shared-contracts';
import { EVENT_LINE, type EventLine, ProgrammeChanges } from './programme-changes';
import { StaffAccess } from './staff-access';

class FakeLine implements EventLine {
  isOpen = true;
  private readonly listeners = new Map<string, (event: { data?: unknown }) => void>();

  constructor(readonly address: string) {}

  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void {
    this.listeners.set(type, listener);
  }

  close(): void {
    this.isOpen = false;
  }

  say(type: string, data?: object): void {
    this.listeners.get(type)?.({ data: JSON.stringify(data) });
  }
}

describe('changes of the programme', () => {
  const isSignedIn = signal(true);
  let lines: FakeLine[];
  let heard: ProgrammeChange[];
  const line = () => {
    const last = lines.at(-1);
    if (!last) throw new Error('No line was opened.');
    return last;
  };
  const change = { sessionIds: ['s1'], seriesIds: [], by: null, isWhole: false };
  /** Gives what makes the listener go. */
  function listen(): () => void {
    const place = createEnvironmentInjector([], TestBed.inject(EnvironmentInjector));
    const changes = TestBed.inject(ProgrammeChanges);
    runInInjectionContext(place, () => {
      changes.listen((told) => heard.push(told));
    });
    return () => {
      place.destroy();
    };
  }

  beforeEach(() => {
    jest.useFakeTimers();
    [lines, heard] = [[], []];
    isSignedIn.set(true);
    TestBed.configureTestingModule({
      providers: [
        { provide: StaffAccess, useValue: { isSignedIn } },
        {
          provide: EVENT_LINE,
          useValue: (address: string) => {
            const opened = new FakeLine(address);
            lines.push(opened);
            return opened;
          },
        },
      ],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('are told to all who listen, over one line, which ends with the last of them', () => {
    const [first, second] = [listen(), listen()];
    expect(lines.map(({ address }) => address)).toEqual(['/api/v1/programme-changes']);
    line().say('change', change);
    expect(heard).toEqual([change, change]);
    first();
    expect(line().isOpen).toBe(true);
    second();
    expect(line().isOpen).toBe(false);
  });

  it('are followed again after a lost line, later each time, and then everything is to be read anew', () => {
    listen();
    line().say('beat');
    for (const wait of [1000, 2000, 4000]) {
      line().say('error');
      const before = lines.length;
      jest.advanceTimersByTime(wait - 1);
      expect(lines).toHaveLength(before);
      jest.advanceTimersByTime(1);
      expect(lines).toHaveLength(before + 1);
    }
    expect(heard).toEqual([]);
    line().say('beat');
    expect(heard).toMatchObject([{ isWhole: true }]);
    expect(TestBed.inject(ProgrammeChanges).isLive()).toBe(true);
  });

  it('are no longer heard on a line that says nothing: it is opened anew', () => {
    listen();
    line().say('beat');
    jest.advanceTimersByTime(61_000);
    expect(lines).toHaveLength(2);
    expect(lines[0]?.isOpen).toBe(false);
  });

  it('end with the sign-in', () => {
    listen();
    isSignedIn.set(false);
    line().say('beat');
    expect(line().isOpen).toBe(false);
    jest.advanceTimersByTime(120_000);
    expect(lines).toHaveLength(1);
  });

  it('are not followed by a page that nobody looks at', () => {
    const visibility = jest.spyOn(document, 'visibilityState', 'get');
    listen();
    visibility.mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    jest.advanceTimersByTime(31_000);
    expect(line().isOpen).toBe(false);
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    line().say('beat');
    expect(lines).toHaveLength(2);
    expect(heard).toMatchObject([{ isWhole: true }]);
    visibility.mockRestore();
  });
});
