import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { RichDocument } from '@reihe/shared-contracts';
import type { CheckLinks, LinkFinding, LinkState } from '@reihe/shared-editorial';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { LinkChecks } from './link-checks';
import { LinkDesk } from './link-desk';

function linking(...hrefs: string[]): { body: RichDocument } {
  const content = hrefs.map((href) => ({
    type: 'text' as const,
    text: href,
    marks: [{ type: 'link' as const, attrs: { href } }],
  }));
  return { body: { type: 'doc', content: [{ type: 'paragraph', content }] } };
}

describe('links of a recap that is written', () => {
  let backend: HttpTestingController;

  const open = async (texts: Record<string, { body: RichDocument }>) => {
    const view = await render(LinkChecks, {
      inputs: { texts },
      providers: [provideHttpClient(), provideHttpClientTesting(), LinkDesk],
    });
    backend = TestBed.inject(HttpTestingController);
    return view;
  };
  const answer = async (states: Partial<Record<string, LinkState>>): Promise<CheckLinks> => {
    let asked: CheckLinks | null = null;
    await waitFor(() => {
      const request = backend.expectOne('/api/v1/recap-desk/link-checks');
      asked = request.request.body as CheckLinks;
      const findings = asked.hrefs.map((href): LinkFinding => ({
        href,
        state: states[href] ?? 'good',
        status: null,
      }));
      request.flush(findings);
    });
    if (!asked) throw new Error('Nothing was asked.');
    return asked;
  };
  const stateOf = (href: string) => TestBed.inject(LinkDesk).findings().get(href)?.state;
  const press = () => fireEvent.click(screen.getByRole('button', { name: 'Check links' }));

  afterEach(() => {
    backend.verify();
  });

  it('to own pages are looked up by themselves, once, and other hosts are not asked for that', async () => {
    const view = await open({ en: linking('/en/recaps/leaks', 'https://a.example/', '/en/sessions/water') });
    expect(await answer({ '/en/recaps/leaks': 'missing' })).toEqual({
      hrefs: ['/en/recaps/leaks', '/en/sessions/water'],
      asksOthers: false,
    });
    await waitFor(() => {
      expect(stateOf('/en/recaps/leaks')).toBe('missing');
    });
    await view.rerender({
      inputs: { texts: { en: linking('/en/recaps/leaks'), de: linking('/de/series/water') } },
    });
    expect(await answer({})).toEqual({ hrefs: ['/de/series/water'], asksOthers: false });
  });

  it('are all asked when somebody wants it, each once, a few at a time, and the dead ones are counted', async () => {
    const others = Array.from({ length: 9 }, (_, one) => `https://a.example/${one}`);
    await open({ en: linking(...others, '#note-1', 'mailto:a@example.org'), de: linking(...others) });
    press();
    expect(screen.getByRole('status')).toHaveTextContent('0 of 9 links checked');
    expect(screen.getByRole('button', { name: 'Check links' })).toBeDisabled();
    expect((await answer({ 'https://a.example/3': 'dead' })).hrefs).toEqual(others.slice(0, 8));
    await waitFor(() => {
      expect(screen.getByRole('status')).toHaveTextContent('8 of 9 links checked');
    });
    const last = await answer({ 'https://a.example/8': 'untold' });
    expect(last).toEqual({ hrefs: others.slice(8), asksOthers: true });
    await waitFor(() => {
      expect(screen.getByRole('status')).toHaveTextContent(
        'Dead links are named above: 1 of 9. What could not be asked, look at yourself: 1.',
      );
    });
    expect(screen.getByRole('button', { name: 'Check links' })).toBeEnabled();
  });

  it('that all lead somewhere are told so, and a failure is told as one', async () => {
    await open({ en: linking('https://a.example/') });
    press();
    await answer({});
    await waitFor(() => {
      expect(screen.getByRole('status')).toHaveTextContent('No dead link among 1.');
    });
    press();
    await waitFor(() => {
      backend.expectOne('/api/v1/recap-desk/link-checks').error(new ProgressEvent('error'));
    });
    await waitFor(() => {
      expect(screen.getByRole('status')).not.toHaveTextContent(/checked|among/);
    });
    expect(screen.getByRole('button', { name: 'Check links' })).toBeEnabled();
  });

  it('are not asked for where there are none', async () => {
    await open({ en: linking('#note-1') });
    expect(screen.queryByRole('button', { name: 'Check links' })).toBeNull();
  });
});
