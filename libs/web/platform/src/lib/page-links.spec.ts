import { Component, inject, LOCALE_ID } from '@angular/core';
import { provideRouter, Router } from '@angular/router';
import { fireEvent, render, screen } from '@testing-library/angular';
import { PageLinks } from './page-links';

@Component({
  selector: 'reihe-linking-page',
  template: `
    <a href="/de">Home</a>
    <a href="/de/recaps?region=asia#list"><b>Recaps</b></a>
    <a href="/en/recaps">English</a>
    <a href="/calendar/series/x.ics">Calendar</a>
    <a href="/de/x.ics" download>Download</a>
    <a href="/de/figures" target="_blank">Window</a>
    <a href="/de/join/token" target="_self">Whole document</a>
    <a href="https://example.org/de/recaps">Elsewhere</a>
    <a href="/de/here#part">Here</a>
    <button>No link</button>
    <h2 id="list" tabindex="-1">All recaps</h2>
  `,
  host: { '(click)': 'links.follow($event)' },
})
class LinkingPage {
  readonly links = inject(PageLinks);
}

describe('links to pages', () => {
  let navigate: jest.SpyInstance;
  /** What was left to the browser; jsdom follows no links. */
  let left: string[];

  const leave = (event: Event) => {
    if (!event.defaultPrevented) left.push((event.target as Element).textContent ?? '');
    event.preventDefault();
  };

  beforeEach(async () => {
    globalThis.history.pushState(null, '', '/de/here');
    const { fixture } = await render(LinkingPage, {
      providers: [provideRouter([]), { provide: LOCALE_ID, useValue: 'de' }],
    });
    navigate = jest.spyOn(fixture.debugElement.injector.get(Router), 'navigateByUrl').mockResolvedValue(true);
    left = [];
    document.addEventListener('click', leave);
  });

  afterEach(() => {
    document.removeEventListener('click', leave);
    globalThis.history.pushState(null, '', '/');
  });

  it.each([
    ['Home', '/'],
    ['Recaps', '/recaps?region=asia#list'],
  ])('stay in the document: %s', (name, address) => {
    fireEvent.click(screen.getByText(name));
    expect(navigate).toHaveBeenCalledWith(address);
    expect(left).toEqual([]);
  });

  it('put the focus where their address points to', async () => {
    fireEvent.click(screen.getByText('Recaps'));
    await Promise.resolve();
    expect(screen.getByRole('heading', { name: 'All recaps' })).toHaveFocus();
  });

  it.each(['English', 'Calendar', 'Download', 'Window', 'Whole document', 'Elsewhere', 'Here', 'No link'])(
    'leave to the browser what is its own: %s',
    (name) => {
      fireEvent.click(screen.getByText(name));
      expect(navigate).not.toHaveBeenCalled();
      expect(left).toEqual([name]);
    },
  );

  it('open in another window where that is asked for', () => {
    fireEvent.click(screen.getByText('Home'), { ctrlKey: true });
    expect(navigate).not.toHaveBeenCalled();
  });
});
