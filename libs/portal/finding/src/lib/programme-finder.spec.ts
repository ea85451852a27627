import { signal } from '@angular/core';
import type { SeriesPage, SeriesPageQuestion } from '@reihe/shared-contracts';
import { aSeriesPage } from '@reihe/shared-testing';
import { ReaderClock } from '@reihe/web-platform';
import { render, screen, within } from '@testing-library/angular';
import { ProgrammeFinder } from './programme-finder';
import { queryOf } from './programme-question';

const term = (slug: string, name: string, count: number) => ({
  id: slug,
  slug,
  name,
  language: 'en' as const,
  count,
});
const page = aSeriesPage({
  filters: {
    when: [
      { value: 'upcoming', count: 3 },
      { value: 'past', count: 2 },
    ],
    times: [
      { value: 'morning', count: 4 },
      { value: 'night', count: 1 },
    ],
    regions: [
      { ...term('asia', 'Asia', 3), tint: 'asia' },
      { ...term('africa', 'Africa', 0), tint: 'africa' },
    ],
    categories: [term('water', 'Water', 5)],
    languages: [
      { value: 'en', count: 5 },
      { value: 'pt', count: 1 },
    ],
    kinds: [
      { value: 'exchange', count: 4 },
      { value: 'closing', count: 1 },
    ],
  },
});

async function finder(
  question: SeriesPageQuestion = {},
  ownZone: string | null = null,
  shown: SeriesPage = page,
) {
  const { container } = await render(ProgrammeFinder, {
    inputs: {
      page: shown,
      question,
      addressOf: (asked: object) => `/en/series/water${queryOf(asked)}#programme`,
    },
    providers: [
      {
        provide: ReaderClock,
        useValue: { timeZone: signal(ownZone), now: signal(new Date('2026-11-23T09:00:00Z')) },
      },
    ],
  });
  container.querySelector('details')?.setAttribute('open', '');
  return container;
}

describe('finding in the programme', () => {
  it('is a plain GET form to the page itself with the contract’s keys', async () => {
    const container = await finder();
    const form = container.querySelector('form');
    expect(form).toHaveAttribute('method', 'get');
    expect(form).toHaveAttribute('action', '/en/series/water#programme');
    const names = [...(form?.elements ?? [])].map((element) => element.getAttribute('name')).filter(Boolean);
    expect([...new Set(names)]).toEqual(['q', 'when', 'from', 'to', 'region', 'language', 'kind', 'time']);
    expect(screen.getByRole('button', { name: 'Show' })).toHaveProperty('type', 'submit');
  });

  it('counts beside each choice how many sessions it leaves', async () => {
    await finder();
    const regions = within(screen.getByRole('group', { name: 'Region' }));
    expect(regions.getByRole('checkbox', { name: 'Asia (sessions: 3)' })).not.toBeChecked();
    expect(regions.getByRole('checkbox', { name: 'Africa (sessions: 0)' })).toBeInTheDocument();
    expect(screen.getByRole('option', { name: 'Past (2)' })).toBeInTheDocument();
  });

  it('leaves out what has nothing to choose between, unless it is in use', async () => {
    await finder({ category: ['water'] });
    expect(screen.getByRole('checkbox', { name: /Water/ })).toBeChecked();
    expect(screen.queryByRole('group', { name: 'Region' })).toBeInTheDocument();
  });

  it('has no topic to choose where there is only one', async () => {
    await finder();
    expect(screen.queryByRole('group', { name: 'Topic' })).not.toBeInTheDocument();
  });

  it('says in words what is shown, and takes each part away by a link', async () => {
    await finder({ region: ['asia', 'africa'], when: 'upcoming', time: ['morning'], start: 25 });
    expect(
      screen.getByText('When: Coming; Region: Asia and Africa; Time of day: Morning (Berlin)'),
    ).toBeInTheDocument();
    const chips = within(screen.getByRole('list', { name: 'Filters in use' }));
    expect(chips.getByRole('link', { name: 'Without Region: Asia' })).toHaveAttribute(
      'href',
      '/en/series/water?region=africa&when=upcoming&time=morning#programme',
    );
    expect(chips.getByRole('link', { name: 'Show everything' })).toHaveAttribute(
      'href',
      '/en/series/water#programme',
    );
  });

  it('shows in the page as it is sent what was chosen', async () => {
    await finder({ region: ['africa'], when: 'past' });
    expect(screen.getByRole('checkbox', { name: /Africa/ })).toHaveAttribute('checked');
    expect(screen.getByRole('checkbox', { name: /Asia/ })).not.toHaveAttribute('checked');
    expect(screen.getByRole('option', { name: /Past/ })).toHaveAttribute('selected');
  });

  it('means the host’s time, by name, until it knows the reader’s', async () => {
    await finder();
    expect(
      screen.getByText('Time zone of days and times of day: The host’s time (Berlin)'),
    ).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'Morning (6–12) (sessions: 4)' })).toBeInTheDocument();
  });

  it('means the reader’s own time once it knows it, and counts nothing in another', async () => {
    await finder({}, 'America/Sao_Paulo');
    expect(screen.getByLabelText('Time zone of days and times of day')).toHaveValue('America/Sao_Paulo');
    expect(screen.getByRole('checkbox', { name: 'Morning (6–12)' })).toBeInTheDocument();
  });

  it('sends the zone only beside a day or a time of day', async () => {
    const container = await finder({}, 'America/Sao_Paulo');
    const form = container.querySelector('form');
    if (!form) throw new Error('There is no form.');
    // jsdom tells nobody that the data of a form is gathered.
    const gathered = () => {
      const formData = new FormData(form);
      form.dispatchEvent(Object.assign(new Event('formdata'), { formData }));
      return formData.get('zone');
    };
    expect(gathered()).toBeNull();
    screen.getByRole<HTMLInputElement>('checkbox', { name: /Morning/ }).checked = true;
    expect(gathered()).toBe('America/Sao_Paulo');
  });

  it('leads to the month and back with the same filter', async () => {
    await finder({ region: ['asia'], view: 'month', month: '2026-10' });
    const views = within(screen.getByRole('navigation', { name: 'View of the programme' }));
    expect(views.getByRole('link', { name: 'List' })).toHaveAttribute(
      'href',
      '/en/series/water?region=asia#programme',
    );
    expect(views.getByRole('link', { name: 'Month' })).toHaveAttribute('aria-current', 'page');
  });
});
