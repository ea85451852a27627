import type { ComponentFixture } from '@angular/core/testing';
import type { PendingChange } from '@reihe/shared-contracts';
import { fireEvent, render, screen } from '@testing-library/angular';
import { UndoBar } from './undo-bar';

const aChange = (change: Partial<PendingChange> = {}): PendingChange => ({
  id: 'c1',
  kinds: ['moved'],
  messages: 3,
  secondsLeft: 30,
  ...change,
});

describe('the undo bar', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** Time stands still otherwise, also for what waits until a page is stable. */
  const pass = (seconds: number, fixture: ComponentFixture<unknown>) => {
    jest.advanceTimersByTime(seconds * 1000);
    fixture.detectChanges();
  };

  it('counts the seconds down for the eye, and says only once what waits', async () => {
    const { fixture } = await render(UndoBar, { inputs: { change: aChange() } });
    const button = screen.getByRole('button', { name: 'Undo' });
    expect(button).toHaveTextContent('(30 s)');
    const said = screen.getByRole('status').textContent;
    expect(said).toContain('3 mails wait');
    pass(7, fixture);
    expect(button).toHaveTextContent('(23 s)');
    expect(screen.getByRole('status').textContent).toBe(said);
  });

  it('takes the offer away when the mails go', async () => {
    const { fixture } = await render(UndoBar, { inputs: { change: aChange({ secondsLeft: 2 }) } });
    pass(3, fixture);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('the mails go out');
  });

  it('begins again with a newer change', async () => {
    const { fixture } = await render(UndoBar, { inputs: { change: aChange({ secondsLeft: 5 }) } });
    pass(4, fixture);
    fixture.componentRef.setInput('change', aChange({ id: 'c2', messages: 0 }));
    fixture.detectChanges();
    expect(screen.getByRole('button')).toHaveTextContent('(30 s)');
    expect(screen.getByRole('status')).toHaveTextContent('No mail goes');
  });

  it('asks for the undo by its button, and not while something is under way', async () => {
    const undo = jest.fn();
    const { rerender } = await render(UndoBar, { inputs: { change: aChange() }, on: { undo } });
    fireEvent.click(screen.getByRole('button'));
    expect(undo).toHaveBeenCalledTimes(1);
    await rerender({ inputs: { change: aChange(), isBusy: true } });
    expect(screen.getByRole('button')).toBeDisabled();
  });
});
