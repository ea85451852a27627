import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { screen, waitFor } from '@testing-library/angular';
import { PageFocus } from './page-focus';

const hasCome = signal(false);

@Component({ selector: 'reihe-list-stand-in', template: '<h1 tabindex="-1">List</h1>' })
class List {}

@Component({
  selector: 'reihe-editor-stand-in',
  template: '@if (hasCome()) { <h1 tabindex="-1">One session</h1> } <a href="#">Elsewhere</a>',
})
class Editor {
  protected readonly hasCome = hasCome;
}

async function openEditor(): Promise<void> {
  hasCome.set(false);
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'list', component: List },
        { path: 'editor', component: Editor },
      ]),
    ],
  });
  TestBed.inject(PageFocus).follow();
  const harness = await RouterTestingHarness.create('/list');
  await harness.navigateByUrl('/editor');
}

describe('the focus after going to another page', () => {
  it('waits for a heading that comes with what is loaded', async () => {
    await openEditor();
    hasCome.set(true);
    await waitFor(() => {
      expect(screen.getByRole('heading', { name: 'One session' })).toHaveFocus();
    });
  });

  it('is not taken from where one has gone meanwhile', async () => {
    await openEditor();
    screen.getByRole('link', { name: 'Elsewhere' }).focus();
    hasCome.set(true);
    await screen.findByRole('heading', { name: 'One session' });
    await new Promise((settled) => setTimeout(settled));
    expect(screen.getByRole('link', { name: 'Elsewhere' })).toHaveFocus();
  });
});
