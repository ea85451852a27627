import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { PreviewsPanel } from './previews-panel';

const PREVIEW = {
  id: 'p1',
  createdBy: { id: 'a1', name: 'Noor' },
  createdAt: '2026-10-20T08:00:00Z',
  expiresAt: '2026-10-27T08:00:00Z',
};
const ADDRESS = 'https://reihe.example/en/recap-preview/token';

describe('previews for others', () => {
  it('show an address once, list what is open, and close it', async () => {
    await render(PreviewsPanel, {
      inputs: { recapId: 'r1' },
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    const backend = TestBed.inject(HttpTestingController);
    const path = '/api/v1/recaps/r1/previews';
    await waitFor(() => {
      backend.expectOne({ method: 'GET', url: path }).flush([]);
    });
    fireEvent.change(screen.getByLabelText('Works for'), { target: { value: '30' } });
    fireEvent.click(screen.getByRole('button', { name: 'Make an address' }));
    const made = await waitFor(() => backend.expectOne({ method: 'POST', url: path }));
    expect(made.request.body).toEqual({ days: 30 });
    made.flush({ preview: PREVIEW, address: ADDRESS });
    await waitFor(() => {
      backend.expectOne({ method: 'GET', url: path }).flush([PREVIEW]);
    });
    expect(await screen.findByRole('link', { name: ADDRESS })).toHaveAttribute('href', ADDRESS);
    fireEvent.click(await screen.findByRole('button', { name: /^Close it/ }));
    await waitFor(() => {
      backend.expectOne(`${path}/p1/revoke`).flush([]);
    });
    await waitFor(() => {
      backend.expectOne({ method: 'GET', url: path }).flush([]);
    });
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: /^Close it/ })).not.toBeInTheDocument();
    });
    expect(screen.queryByRole('link', { name: ADDRESS })).not.toBeInTheDocument();
  });
});
