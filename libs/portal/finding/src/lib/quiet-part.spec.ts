import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { fireEvent, render, screen } from '@testing-library/angular';
import { QuietPart } from './quiet-part';

@Component({
  selector: 'reihe-sample-part',
  template: `
    <details>
      <summary id="sample-summary">Filter</summary>
      <form method="get" action="/series/water#programme">
        <input name="q" aria-label="Search" id="sample-q" />
        <input name="empty" aria-label="Empty" />
        <button>Show</button>
      </form>
    </details>
    <a href="/series/water?region=asia#programme">{{ words() }}</a>
    <a href="https://elsewhere.example/">Elsewhere</a>
  `,
})
class SamplePart {
  readonly words = input.required<string>();
}

@Component({ selector: 'reihe-nothing', template: '' })
class Nothing {}

async function quietPart(part = jest.fn(() => Promise.resolve(SamplePart))) {
  const opened = jest.fn();
  const shown = await render(QuietPart, {
    inputs: { part, inputs: { words: 'Asia' } },
    on: { opened },
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
