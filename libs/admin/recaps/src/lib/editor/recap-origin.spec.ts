import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { RecapOriginHint } from './recap-origin';

describe('where a recap stood before', () => {
  it('is shown with its day, which can be the day shown to readers again', async () => {
    const days: string[] = [];
    await render(RecapOriginHint, {
      inputs: { recapId: 'r1', publishedOn: '', mayWrite: true },
      on: { useDay: (day) => days.push(day) },
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    await waitFor(() => {
      TestBed.inject(HttpTestingController)
        .expectOne('/api/v1/recap-imports/origins/r1')
        .flush({
          origins: [{ language: 'de', address: 'https://old.example/a', publishedOn: '2020-05-12' }],
        });
    });
    expect(await screen.findByText(/12 May 2020/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Old address (German)' })).toHaveAttribute(
      'href',
      'https://old.example/a',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Show this day to readers' }));
    expect(days).toEqual(['2020-05-12']);
  });
});
