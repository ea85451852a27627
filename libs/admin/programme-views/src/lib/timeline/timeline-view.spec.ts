import { fireEvent, screen, within } from '@testing-library/angular';
import { aListedSession } from '@reihe/shared-testing';
import { OpenProgramme } from '../testing/open-programme';

jest.mock('../calendar/calendar-grid', () => jest.requireActual<object>('../testing/calendar-grid-stand-in'));

describe('the programme as a timeline', () => {
  const sessions = [
    aListedSession(),
    aListedSession({
      id: 's2',
      title: 'Roofs',
      state: 'cancelled',
      seriesId: 'r2',
      seriesTitle: 'Heat',
      startsAt: '2026-06-20T08:00:00Z',
      endsAt: '2026-06-20T09:00:00Z',
    }),
  ];

  it('is a list of sessions for each series, each told whole', async () => {
    await OpenProgramme.at('/?view=timeline&zoom=month&day=2026-06-15&zone=Europe/Berlin', sessions);
    const heat = await screen.findByRole('region', { name: 'Heat' });
    expect(within(heat).getByRole('link')).toHaveAccessibleName(
      /Roofs\s+Sat 20\sJun, 10:00 – 11:00\s+Exchange, Cancelled/,
    );
    expect(within(heat).getByRole('link')).toHaveAttribute('href', '/sessions/s2');
    expect(
      within(screen.getByRole('region', { name: 'Water and cities' })).getAllByRole('listitem'),
    ).toHaveLength(1);
  });

  it('asks for its time only, within the filters, and goes on to the next', async () => {
    const programme = await OpenProgramme.at(
      '/?view=timeline&zoom=month&day=2026-06-15&zone=UTC&from=2026-06-10&state=draft',
      sessions,
    );
    fireEvent.click(screen.getByRole('button', { name: /Later/ }));
    const { params } = (await programme.answerList([])).request;
    expect([params.get('from'), params.get('to'), params.get('state')]).toEqual([
      '2026-07-01T00:00:00.000Z',
      '2026-08-01T00:00:00.000Z',
      'draft',
    ]);
    expect(await screen.findByText('Nothing in this time')).toBeVisible();
    fireEvent.change(screen.getByLabelText('Show'), { target: { value: 'year' } });
    expect((await programme.answerList(sessions)).request.params.get('to')).toBe('2027-01-01T00:00:00.000Z');
    expect(screen.getByRole('heading', { name: '2026' })).toBeVisible();
  });
});
