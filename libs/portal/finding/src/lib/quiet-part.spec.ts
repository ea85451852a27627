import { Component, inject, input, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { PageLinks } from '@reihe/web-platform';
import { fireEvent, render, screen } from '@testing-library/angular';
import { QuietPart } from './quiet-part';

@Component({
  selector: 'reihe-sample-part',
  template: `
    <details>
      <summary id="sample-summary">Filter</summary>
      <form method="get" action="/en/series/water#programme">
        <input name="q" aria-label="Search" id="sample-q" />
        <input name="empty" aria-label="Empty" />
        <button>Show</button>
      </form>
    </details>
    <a href="/en/series/water?region=asia#programme">{{ words() }}</a>
    <a href="/en/series/water/print" target="_self">Sheet</a>
    <a href="/en/series/water/list" download>List</a>
    <a href="https://elsewhere.example/">Elsewhere</a>
  `,
})
class SamplePart {
  readonly words = input.required<string>();
}

@Component({ selector: 'reihe-nothing', template: '' })
class Nothing {}

/** Follows links as the portal does. */
@Component({
  selector: 'reihe-sample-page',
  imports: [QuietPart],
  template: `<reihe-quiet-part [part]="part()" [inputs]="inputs()" (opened)="opened()()" />`,
  host: { '(click)': 'links.follow($event)' },
})
class SamplePage {
  readonly part = input.required<() => Promise<Type<unknown>>>();
  readonly inputs = input.required<Record<string, unknown>>();
  readonly opened = input.required<() => void>();
  protected readonly links = inject(PageLinks);
}

async function quietPart(part = jest.fn(() => Promise.resolve(SamplePart))) {
  const opened = jest.fn();
  const shown = await render(SamplePage, {
    inputs: { part, inputs: { words: 'Asia' }, opened },
    providers: [provideRouter([{ path: '**', component: Nothing }])],
  });
  await screen.findByText('Asia');
  return { ...shown, part, opened, router: TestBed.inject(Router) };
}

describe('a quiet part of a page', () => {
  it('is made where the server did not send it, and follows its inputs', async () => {
    const { fixture, part } = await quietPart();
    fixture.componentRef.setInput('inputs', { words: 'Africa' });
    expect(await screen.findByText('Africa')).toBeInTheDocument();
    expect(part).toHaveBeenCalledTimes(1);
  });

  it('follows a link inside without a new page, with its query', async () => {
    const { router } = await quietPart();
    const event = new MouseEvent('click', { bubbles: true, cancelable: true });
    screen.getByText('Asia').dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);

    await new Promise((done) => setTimeout(done));
    expect(router.url).toBe('/series/water?region=asia#programme');
  });

  it.each([
    ['another site', 'Elsewhere', {}],
    ['a new tab', 'Asia', { ctrlKey: true }],
    ['a document of its own', 'Sheet', {}],
    ['a file', 'List', {}],
  ])('leaves a link to %s to the browser', async (_case, name, init) => {
    await quietPart();
    const taken = jest.fn();
    const lookAt = (event: Event) => {
      taken(event.defaultPrevented);
      // jsdom follows no links.
      event.preventDefault();
    };
    document.addEventListener('click', lookAt, { once: true });
    fireEvent.click(screen.getByText(name), init);
    expect(taken).toHaveBeenCalledWith(false);
  });

  it('sends a form without what was left empty, and closes what it was in', async () => {
    const { router, container } = await quietPart();
    container.querySelector('details')?.setAttribute('open', '');
    fireEvent.input(screen.getByLabelText('Search'), { target: { value: 'pipes' } });
    const form = container.querySelector('form');
    if (form) fireEvent.submit(form);
    await new Promise((done) => setTimeout(done));
    expect(router.url).toBe('/series/water?q=pipes#programme');
    expect(container.querySelector('details')).not.toHaveAttribute('open');
  });

  it('tells that something in it was opened', async () => {
    const { container, opened } = await quietPart();
    container.querySelector('details')?.dispatchEvent(new Event('toggle'));
    expect(opened).toHaveBeenCalled();
  });
});
