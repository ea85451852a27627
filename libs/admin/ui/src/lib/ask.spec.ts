import { TestBed } from '@angular/core/testing';
import { fireEvent, screen } from '@testing-library/angular';
import { Ask } from './ask';

const question = { title: 'Remove it?', action: 'Remove', isDestructive: true };

describe('a question', () => {
  it('is answered with yes by its action', async () => {
    const answer = TestBed.inject(Ask).confirm(question);
    fireEvent.click(await screen.findByRole('button', { name: 'Remove' }));
    expect(await answer).toBe(true);
  });

  it('is not answered by going back', async () => {
    const answer = TestBed.inject(Ask).confirm(question);
    fireEvent.click(await screen.findByRole('button', { name: 'Back' }));
    expect(await answer).toBe(false);
  });

  it('gives no choice by going back, although one is preset', async () => {
    const choices = [{ value: 'mine', label: 'Keep mine' }];
    const answer = TestBed.inject(Ask).choose({ title: 'Which?', action: 'Go on', choices });
    fireEvent.click(await screen.findByRole('button', { name: 'Back' }));
    expect(await answer).toBeNull();
  });
});
