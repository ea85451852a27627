import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding, withRouterConfig } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/angular';
import { peopleImportRoutes } from './people-import.routes';

async function open() {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [{ path: 'sessions/:sessionId/registrations/import', children: peopleImportRoutes }],
        withComponentInputBinding(),
        withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      ),
    ],
  });
  const backend = TestBed.inject(HttpTestingController);
  await RouterTestingHarness.create('/sessions/s1/registrations/import');
  return {
    asked: (method: string, path: string) =>
      waitFor(() =>
        backend.expectOne((one) => one.method === method && one.url === `/api/v1/registration-desk${path}`),
      ),
  };
}

const sheet = {
  encoding: 'utf-8',
  separator: ',',
  sheet: null,
  columns: ['Name', 'Mail'],
  rows: [
    { line: 2, cells: ['Right', 'right@city.example'] },
    { line: 3, cells: ['Wrong', 'no address'] },
  ],
  guessed: ['name', 'email'],
  formulas: [{ line: 3, column: 0 }],
};
const checked = (line: number, name: string, problems: object[] = []) => ({
  line,
  name,
  email: '',
  organisation: '',
  city: '',
  country: 'UA',
  problems,
});

describe('an import of people', () => {
  it('tells the rows that are wrong by their lines, imports none until they are mended, then shows how far it is', async () => {
    const desk = await open();
    fireEvent.input(screen.getByLabelText('Paste the cells here, headings included'), {
      target: { value: 'Name,Mail' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Read the cells' }));
    (await desk.asked('POST', '/import/text')).flush(sheet);
    expect(await screen.findByText(/Some cells hold formulas.*Line 3/)).toBeInTheDocument();

    const problem = { column: 1, field: 'email', code: 'wrong-format', value: 'no address' };
    const check = await desk.asked('POST', '/import/check');
    expect(check.request.body).toMatchObject({ sessionId: 's1', columns: ['name', 'email'], language: 'en' });
    check.flush({ rows: [checked(2, 'Right'), checked(3, 'Wrong', [problem])], ready: 1 });
    expect(await screen.findByRole('heading', { name: 'Line 3: Wrong' })).toBeInTheDocument();
    expect(screen.getByText('One row needs you before anybody is imported.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Import/ })).toBeDisabled();

    const cell = screen.getByRole('textbox', { name: 'Mail' });
    fireEvent.change(cell, { target: { value: 'wrong@city.example' } });
    const again = await desk.asked('POST', '/import/check');
    expect(JSON.stringify(again.request.body)).toContain('wrong@city.example');
    again.flush({ rows: [checked(2, 'Right'), checked(3, 'Wrong')], ready: 2 });
    fireEvent.click(await screen.findByRole('button', { name: 'Import 2 people' }));
    const run = await desk.asked('POST', '/import');
    run.flush(
      `${JSON.stringify({ kind: 'progress', done: 2, total: 2 })}\n${JSON.stringify({
        kind: 'done',
        result: { confirmed: 1, waitlisted: 1, awaiting: 0, wasRegistered: 0 },
      })}\n`,
    );
    const done = within(await screen.findByRole('region', { name: 'The people are in' }));
    expect(done.getByText('Waiting list').nextElementSibling).toHaveTextContent('1');
  });
});
