import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, RouterOutlet } from '@angular/router';
import type { Media, Role } from '@reihe/shared-contracts';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { mediaRoutes } from './media.routes';
import { anImage } from '@reihe/shared-testing';

const described = anImage({
  id: 'market',
  usedIn: [
    { kind: 'recap', id: 'r1', titles: { en: 'A look back' } },
    { kind: 'series', id: 'y1', titles: { de: 'Eine Reihe' } },
  ],
  credit: { photographer: 'A photographer', agency: '', licence: '' },
  rights: { licenceUrl: '', consent: 'agreed', consentNote: '' },
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
    expect(harbour).toHaveTextContent('Consent open');
    expect(harbour).toHaveTextContent('No alternative text: English and German');
    expect(market).not.toHaveTextContent('No ');
  });

  it('says of an image that is being prepared that it is, and asks again', async () => {
    const backend = await open('editor');
    void TestBed.inject(Router).navigateByUrl('/media?filter=preparing');
    const list = (state: Media['state']) =>
      waitFor(
        () => {
          const asked = backend.expectOne(({ url }) => url === '/api/v1/media');
          expect(asked.request.params.get('filter')).toBe('preparing');
          asked.flush({ items: [anImage({ state })], total: 1, page: 1, pageSize: 24 });
        },
        { timeout: 4000 },
      );
    await list('preparing');
    expect(await screen.findByText('Being prepared …')).toBeInTheDocument();
    await list('ready');
    await waitFor(() => {
      expect(screen.queryByText('Being prepared …')).not.toBeInTheDocument();
    });
  });

  it('changes credit and rights of those chosen, and puts them back', async () => {
    const backend = await open('editor');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Choose harbour.jpg' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Choose market.jpg' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Credit and rights …' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('button', { name: 'Change 2 images' })).toBeDisabled();
    fireEvent.input(within(dialog).getByLabelText(/Agency or source/), { target: { value: 'An agency' } });
    fireEvent.input(within(dialog).getByLabelText(/People shown/), { target: { value: 'not-needed' } });
    const apply = within(dialog).getByRole('button', { name: 'Change 2 images' });
    await waitFor(() => {
      expect(apply).toBeEnabled();
    });
    fireEvent.click(apply);
    const { credit, rights } = described;
    const before = [{ id: 'market', version: 2, credit, rights }];
    await waitFor(() => {
      const bulk = backend.expectOne({ method: 'PUT', url: '/api/v1/media/bulk' });
      expect(bulk.request.body).toEqual({
        ids: ['harbour', 'market'],
        credit: { agency: 'An agency' },
        rights: { consent: 'not-needed' },
      });
      bulk.flush({ changed: before });
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      const undo = backend.expectOne({ method: 'POST', url: '/api/v1/media/bulk/restore' });
      expect(undo.request.body).toEqual({ items: before });
      undo.flush(null);
    });
    expect(await screen.findByText('Everything is as it was before.')).toBeInTheDocument();
  });

  it('takes files by button, and shows what arrived', async () => {
    const backend = await open('editor');
    const file = new File(['bytes'], 'new.png', { type: 'image/png' });
    fireEvent.change(screen.getByLabelText('Upload images'), { target: { files: [file] } });
    const upload = { id: 'u1', fileName: 'new.png', byteSize: 5, offset: 5, media: anImage({ id: 'new' }) };
    await waitFor(() => {
      backend.expectOne({ method: 'POST', url: '/api/v1/media/uploads' }).flush(upload);
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
        rights: { licenceUrl: '', consent: 'open', consentNote: '' },
        focus: { x: 50, y: 50 },
        translations: { en: { alt: 'A harbour at dusk', caption: '' } },
      });
      request.flush({ code: 'server.busy' }, { status: 503, statusText: 'Busy' });
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(/very busy/);
    expect(screen.getByLabelText('Agency or source')).toHaveValue('An agency');
  });

  it('offers what the file says where nothing is written, and leaves it to be saved', async () => {
    const suggestions = {
      photographer: 'From the file',
      agency: '',
      licence: '',
      licenceUrl: '',
      caption: 'Cranes',
    };
    await open('editor', anImage({ suggestions }));
    fireEvent.click(screen.getByRole('button', { name: 'Take it over' }));
    await waitFor(() => {
      expect(screen.getByLabelText(/Photographer/)).toHaveValue('From the file');
    });
    expect(within(screen.getByRole('group', { name: 'English' })).getByLabelText(/Caption/)).toHaveValue(
      'Cranes',
    );
    expect(screen.queryByRole('button', { name: 'Take it over' })).not.toBeInTheDocument();
  });

  it('says nothing of the file once somebody is credited', async () => {
    const suggestions = {
      photographer: 'From the file',
      agency: '',
      licence: '',
      licenceUrl: '',
      caption: '',
    };
    await open('editor', { ...described, suggestions });
    expect(screen.queryByText('From the file')).not.toBeInTheDocument();
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

  it('is replaced everywhere after a look at every place', async () => {
    const backend = await open('editor', described);
    fireEvent.click(screen.getByRole('button', { name: 'Replace everywhere …' }));
    await waitFor(() => {
      backend
        .expectOne(({ url, params }) => url === '/api/v1/media' && params.get('pageSize') === '24')
        .flush({ items: [anImage(), described], total: 2, page: 1, pageSize: 24 });
    });
    const library = await screen.findByRole('dialog');
    expect(await within(library).findByRole('button', { name: /market/ })).toBeDisabled();
    fireEvent.click(within(library).getByRole('button', { name: /harbour/ }));
    const uses = described.usedIn.map((use) => ({ ...use, isPublished: use.kind === 'recap' }));
    await waitFor(() => {
      backend.expectOne({ method: 'GET', url: '/api/v1/media/market/replacement' }).flush({ uses });
    });
    const action = await screen.findByRole('button', { name: 'Replace in 2 places' });
    expect(screen.getByText(/A look back/, { selector: 'mat-dialog-content li' })).toHaveTextContent(
      'at once',
    );
    fireEvent.click(action);
    await waitFor(() => {
      const done = backend.expectOne({ method: 'POST', url: '/api/v1/media/market/replacement' });
      expect(done.request.body).toEqual({ byId: 'harbour', expected: 2 });
      done.flush({ uses });
    });
    expect(await screen.findByText(/now stands in its place/)).toBeInTheDocument();
  });
});
