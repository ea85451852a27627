import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Region, Role } from '@reihe/shared-contracts';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { TaxonomyPage } from './taxonomy-page';

function region(id: string, parentId: string | null, position: number, name: string): Region {
  return {
    id,
    version: 1,
    slug: id,
    parentId,
    tint: 'europe',
    position,
    countries: [],
    translations: { en: { name } },
  };
}

const regions = [
  region('germany', 'europe', 2, 'Germany'),
  region('asia', null, 1, 'Asia'),
  region('europe', null, 3, 'Europe'),
];

async function open(role: Role): Promise<HttpTestingController> {
  await render(TaxonomyPage, {
    inputs: { isRegions: true },
    providers: [provideHttpClient(), provideHttpClientTesting()],
    configureTestBed: (testBed) => {
      void testBed.inject(StaffAccess).ready();
      testBed
        .inject(HttpTestingController)
        .expectOne('/api/v1/auth/me')
        .flush({ id: 'a', email: 'a@example.org', name: 'A', roles: [role], language: 'en' });
    },
  });
  const backend = TestBed.inject(HttpTestingController);
  await waitFor(() => {
    backend.expectOne('/api/v1/regions').flush(regions);
  });
  await screen.findByRole('button', { name: 'Asia' });
  return backend;
}

describe('the regions', () => {
  it('stand in their order, each below the one it is part of', async () => {
    await open('editor');
    expect(
      screen.getAllByRole('listitem').map((item) => within(item).getAllByRole('button')[0]?.textContent),
    ).toEqual(['Asia', 'Europe', 'Germany']);
    expect(screen.queryByRole('button', { name: /Remove/ })).not.toBeInTheDocument();
  });

  it('say in words that one in use cannot be removed', async () => {
    const backend = await open('organiser');
    fireEvent.click(screen.getByRole('button', { name: 'Remove Asia' }));
    fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    await waitFor(() => {
      backend
        .expectOne('/api/v1/regions/asia')
        .flush({ code: 'taxonomy.in-use' }, { status: 409, statusText: 'Conflict' });
    });
    expect(await screen.findByText(/still in use/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Asia' })).toBeInTheDocument();
  });
});
