import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { fireEvent, render, screen } from '@testing-library/angular';
import type { Language } from '@reihe/shared-contracts';
import { LanguageChoice } from './language-choice';
import { WritingLanguages } from './writing-languages';

describe('the languages of a text', () => {
  const texts = signal<Partial<Record<Language, string>>>({});
  const isWritten = (language: Language) => Boolean(texts()[language]);
  const shown = () => TestBed.inject(WritingLanguages).shown(isWritten);
  const choose = async (isReadOnly = false) => {
    const added: Language[] = [];
    await render(LanguageChoice, {
      inputs: { isWritten, isReadOnly },
      on: { added: (language) => added.push(language) },
    });
    return added;
  };

  beforeEach(() => {
    localStorage.clear();
    texts.set({ en: 'Water' });
  });

  it('are those of the house, and those that something is written in', () => {
    expect(shown()).toEqual(['en', 'de']);
    texts.set({ en: 'Water', fr: 'Eau' });
    expect(shown()).toEqual(['en', 'de', 'fr']);
  });

  it('stay while a form is open, so that emptied fields do not go away under somebody’s hands', () => {
    texts.set({ en: 'Water', fr: 'Eau' });
    shown();
    texts.set({ en: 'Water' });
    expect(shown()).toEqual(['en', 'de', 'fr']);
  });

  it('are told with whether they are written, and others are added by a press and put away by another', async () => {
    const added = await choose();
    expect(screen.getByText('English').textContent).toContain('written');
    expect(screen.getByText('German').textContent).toContain('nothing written yet');
    fireEvent.click(screen.getByRole('button', { name: 'Spanish', pressed: false }));
    expect(shown()).toEqual(['en', 'de', 'es']);
    expect(added).toEqual(['es']);
    fireEvent.click(await screen.findByRole('button', { name: 'Spanish', pressed: true }));
    expect(shown()).toEqual(['en', 'de']);
  });

  it('that were added are remembered by the browser, whatever else it keeps there', async () => {
    await choose();
    fireEvent.click(screen.getByRole('button', { name: 'French' }));
    TestBed.resetTestingModule();
    expect(shown()).toEqual(['en', 'de', 'fr']);
    localStorage.setItem('reihe.writing-languages', '{"no": "list"}');
    TestBed.resetTestingModule();
    expect(shown()).toEqual(['en', 'de']);
  });

  it('have fields for the one it must be written in, which cannot be put away', async () => {
    await render(LanguageChoice, { inputs: { isWritten, main: 'fr' } });
    expect(TestBed.inject(WritingLanguages).shown(isWritten, 'fr')).toEqual(['en', 'de', 'fr']);
    expect(screen.queryByRole('button', { name: 'French' })).toBeNull();
    expect(screen.getByText('French').textContent).toContain('nothing written yet');
  });

  it('that were only added are not asked of what a text shows', async () => {
    await choose();
    fireEvent.click(screen.getByRole('button', { name: 'French' }));
    expect(TestBed.inject(WritingLanguages).inUse(isWritten)).toEqual(['en', 'de']);
  });

  it('cannot be added by who may not write', async () => {
    await choose(true);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Spanish' }).disabled).toBe(true);
  });
});
