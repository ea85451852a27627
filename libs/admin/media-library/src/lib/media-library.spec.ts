import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, RouterOutlet } from '@angular/router';
import type { Media, Role } from '@reihe/shared-contracts';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { mediaRoutes } from './media.routes';
import { anImage } from './testing/an-image';

const described = anImage({
  id: 'market',
  usedIn: [
    { kind: 'recap', id: 'r1', titles: { en: 'A look back' } },
    { kind: 'series', id: 'y1', titles: { de: 'Eine Reihe' } },
  ],
  credit: { photographer: 'A photographer', agency: '', licence: '' },
  translations: { en: { alt: 'Stalls', caption: '' }, de: { alt: 'Stände', caption: '' } },
});

@Component({ imports: [RouterOutlet], template: '<router-outlet />' })
class Host {}

async function open(role: Role, image?: Media): Promise<HttpTestingController> {
  await render(Host, {
    routes: [{ path: 'media', children: mediaRoutes }],
    providers: [provideHttpClient(), provideHttpClientTesting()],
    configureTestBed: (testBed) => {
      void testBed.inject(StaffAccess).ready();
      testBed
        .inject(HttpTestingController)
        .expectOne('/api/v1/auth/me')
        .flush({ id: 'a', email: 'a@example.org', name: 'A', roles: [role], language: 'en' });
    },
  });
  await TestBed.inject(Router).navigateByUrl(image ? `/media?image=${image.id}` : '/media');
  const backend = TestBed.inject(HttpTestingController);
  await waitFor(() => {
    backend
      .expectOne(({ url }) => url === '/api/v1/media')
      .flush({ items: [anImage(), described], total: 2, page: 1, pageSize: 24 });
  });
  await screen.findByText('2 images');
  if (image) {
    await waitFor(() => {
      backend.expectOne(`/api/v1/media/${image.id}`).flush(image);
    });
    await screen.findByRole('heading', { name: image.fileName });
  }
  return backend;
}

function type(label: string, text: string, within_: HTMLElement = document.body): void {
  const control = within(within_).getByLabelText(label);
  fireEvent.input(control, { target: { value: text } });
}

// jsdom does not lay out, so it has nothing to scroll.
beforeAll(() => {
  HTMLElement.prototype.scrollIntoView = () => undefined;
});

describe('the media library', () => {
  it('says of each image what it lacks', async () => {
    await open('editor');
    const [harbour, market] = within(screen.getByRole('list', { name: 'Images' })).getAllByRole('listitem');
    expect(harbour).toHaveTextContent('No credit');
    expect(harbour).toHaveTextContent('No alternative text: English and German');
    expect(market).not.toHaveTextContent('No ');
  });

  it('takes files by button, and shows what arrived', async () => {
    const backend = await open('editor');
    const file = new File(['bytes'], 'new.png', { type: 'image/png' });
    fireEvent.change(screen.getByLabelText('Upload images'), { target: { files: [file] } });
    await waitFor(() => {
      backend.expectOne({ method: 'POST', url: '/api/v1/media' }).flush(anImage({ id: 'new' }));
    });
    expect(await screen.findByText('1 of 1 uploaded')).toBeInTheDocument();
    await waitFor(() => {
      backend
        .expectOne(({ method, url }) => method === 'GET' && url === '/api/v1/media')
        .flush({ items: [anImage({ id: 'new' })], total: 1, page: 1, pageSize: 24 });
    });
    expect(await screen.findByText('One image')).toBeInTheDocument();
  });

  it('lets those look who may not change it', async () => {
    await open('organiser', anImage());
    expect(screen.queryByLabelText('Upload images')).not.toBeInTheDocument();
    expect(screen.getByLabelText(/Photographer/)).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Delete/ })).not.toBeInTheDocument();
  });
});

describe('the chosen image', () => {
  it('keeps what is typed when it cannot be saved, and sends only languages in which something is written', async () => {
    const backend = await open('editor', anImage());
    type('Agency or source', 'An agency');
    type('Alternative text', 'A harbour at dusk', screen.getByRole('group', { name: 'English' }));
    await waitFor(() => {
      expect(screen.getByText('No alternative text yet in: German.')).toBeInTheDocument();
    });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => {
      const request = backend.expectOne({ method: 'PUT', url: '/api/v1/media/harbour' });
      expect(request.request.body).toEqual({
        version: 1,
        credit: { photographer: '', agency: 'An agency', licence: '' },
        translations: { en: { alt: 'A harbour at dusk', caption: '' } },
      });
      request.flush({ code: 'server.busy' }, { status: 503, statusText: 'Busy' });
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(/very busy/);
    expect(screen.getByLabelText('Agency or source')).toHaveValue('An agency');
  });

  it('asks before another one drops what is typed', async () => {
    await open('editor', anImage());
    type('Agency or source', 'An agency');
    fireEvent.click(screen.getByRole('link', { name: /market/ }));
    const question = await screen.findByRole('alertdialog');
    fireEvent.click(within(question).getByRole('button', { name: 'Back' }));
    await waitFor(() => {
      expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    });
    expect(TestBed.inject(Router).url).toBe('/media?image=harbour');
    expect(screen.getByLabelText('Agency or source')).toHaveValue('An agency');
  });

  it('gives the focus back to where it was chosen', async () => {
    await open('editor', anImage());
    fireEvent.click(screen.getByRole('link', { name: 'Close' }));
    await waitFor(() => {
      expect(screen.getByRole('link', { name: /harbour/ })).toHaveFocus();
    });
    expect(screen.queryByRole('heading', { name: 'harbour.jpg' })).not.toBeInTheDocument();
  });

  it('cannot be deleted while it is shown somewhere, and says so', async () => {
    await open('editor', described);
    const button = screen.getByRole('button', { name: /Delete/ });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(/once no recap/);
  });

  it('names what shows it, each with the way there', async () => {
    await open('editor', described);
    expect(screen.getByRole('link', { name: 'A look back' })).toHaveAttribute('href', '/recaps/r1');
    expect(screen.getByRole('link', { name: 'Eine Reihe' })).toHaveAttribute('href', '/series/y1');
  });

  it('leaves the focus on the heading once it is deleted', async () => {
    const backend = await open('editor', anImage());
    fireEvent.click(screen.getByRole('button', { name: /Delete/ }));
    fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
    await waitFor(() => {
      backend.expectOne({ method: 'DELETE', url: '/api/v1/media/harbour' }).flush(null);
    });
    await waitFor(() => {
      expect(screen.getByRole('heading', { name: 'Media library' })).toHaveFocus();
    });
    expect(TestBed.inject(Router).url).toBe('/media');
  });

  it('says in words when it came into use meanwhile', async () => {
    const backend = await open('editor', anImage());
    fireEvent.click(screen.getByRole('button', { name: /Delete/ }));
    fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
    await waitFor(() => {
      backend
        .expectOne({ method: 'DELETE', url: '/api/v1/media/harbour' })
        .flush({ code: 'media.in-use' }, { status: 409, statusText: 'Conflict' });
    });
    expect(await screen.findByText(/still in use/)).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'harbour.jpg' })).toBeInTheDocument();
  });
});
