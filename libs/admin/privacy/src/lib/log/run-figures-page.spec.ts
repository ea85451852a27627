import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { FrozenFigure, RunFigures } from '@reihe/shared-figures';
import { fireEvent, screen, waitFor } from '@testing-library/angular';
import { privacyRoutes } from '../privacy.routes';

const figure = (change: Partial<FrozenFigure>): FrozenFigure => ({
  ...{ part: 'series', of: '', country: null, measure: 'participants', value: 1204, origin: 'counted' },
  ...change,
});
const figures: RunFigures = {
  ...{ seriesId: 'y1', seriesTitle: 'Water', asOf: '2026-09-01T02:30:00Z' },
  figures: [
    figure({}),
    figure({ measure: 'attended', value: 812, origin: 'imported' }),
    figure({ part: 'country', of: 'UA', value: 40 }),
    figure({ part: 'city', of: 'Lviv', country: 'UA', value: 12 }),
    figure({ part: 'organisation', value: 2 }),
    figure({ part: 'places-per-person', of: '3', value: 7 }),
  ],
};

async function open(status = 200) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'privacy', children: privacyRoutes }], withComponentInputBinding()),
    ],
  });
  const backend = TestBed.inject(HttpTestingController);
  const opened = RouterTestingHarness.create('/privacy/runs/r1/figures');
  const asked = await waitFor(() =>
    backend.expectOne((one) => one.url === '/api/v1/privacy/runs/r1/figures'),
  );
  if (status === 200) asked.flush(figures);
  else asked.flush({ code: 'request.not-found' }, { status, statusText: 'Not found' });
  await opened;
}

describe('the figures that a run froze', () => {
  const savedFile = async (act: () => void): Promise<string> => {
    const files: Blob[] = [];
    URL.createObjectURL = (file) => (files.push(file as Blob), 'blob:');
    URL.revokeObjectURL = () => undefined;
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    act();
    const [file] = files;
    if (!file) throw new Error('Nothing was saved.');
    return new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => {
        resolve(reader.result as string);
      };
      reader.readAsText(file);
    });
  };

  it('stand in a table, of the whole series first, each with where it comes from', async () => {
    await open();
    expect(
      await screen.findByRole('row', { name: 'The whole series Participants 1,204 Counted' }),
    ).toBeVisible();
    expect(screen.getByRole('row', { name: 'The whole series Attended 812 Imported' })).toBeVisible();
    expect(screen.queryByRole('row', { name: /Ukraine/ })).not.toBeInTheDocument();
    const part = screen.getByLabelText('Of what');
    fireEvent.change(part, { target: { value: 'city' } });
    expect(await screen.findByRole('row', { name: 'Lviv, Ukraine Participants 12 Counted' })).toBeVisible();
    fireEvent.change(part, { target: { value: 'places-per-person' } });
    expect(await screen.findByRole('row', { name: 'Places: 3 Participants 7 Counted' })).toBeVisible();
    expect(screen.queryByRole('option', { name: 'Time zone' })).not.toBeInTheDocument();
  });

  it('go along as one file, all of them', async () => {
    await open();
    const button = await screen.findByRole('button', { name: 'All as CSV' });
    const lines = (await savedFile(() => fireEvent.click(button))).replace('\uFEFF', '').trim().split('\r\n');
    expect(lines).toEqual([
      'Part,Of what,Measure,Value,Origin',
      'The whole series,Water,Participants,1204,Counted',
      'The whole series,Water,Attended,812,Imported',
      'Country,Ukraine,Participants,40,Counted',
      'City,"Lviv, Ukraine",Participants,12,Counted',
      'Organisation,One that too few people named to be told,Participants,2,Counted',
      'Places of one person,Places: 3,Participants,7,Counted',
    ]);
  });

  it('are not there for a run at which nothing went', async () => {
    await open(404);
    expect(await screen.findByRole('alert')).toBeInTheDocument();
  });
});
