import { provideRouter } from '@angular/router';
import { fireEvent, render, screen } from '@testing-library/angular';
import { ProgrammeFilters, type SeriesFilter } from './programme-filters';

const none: SeriesFilter = {
  when: undefined,
  region: undefined,
  category: undefined,
  language: undefined,
  kind: undefined,
};
const term = (slug: string, name: string) => ({ id: slug, slug, name, language: 'en' as const });

async function filters(filter: Partial<SeriesFilter> = {}) {
  const chosen = jest.fn();
  await render(ProgrammeFilters, {
    inputs: {
      options: {
        regions: [
          { ...term('asia', 'Asia'), tint: 'asia' as const },
          { ...term('africa', 'Africa'), tint: 'africa' as const },
        ],
        categories: [term('water', 'Water')],
        languages: ['en', 'pt'],
        kinds: ['closing', 'exchange'],
      },
      filter: { ...none, ...filter },
      address: '/en/series/water-and-cities',
    },
    on: { chosen },
    providers: [provideRouter([])],
  });
  return chosen;
}

describe('the filters of the programme', () => {
  it('are a plain GET form to the page itself, with the contract’s keys, so that they work without a script', async () => {
    await filters();
    const form = screen.getByRole('form', { name: 'Filter the programme' });
    expect(form).toHaveAttribute('method', 'get');
    expect(form).toHaveAttribute('action', '/en/series/water-and-cities');
    expect(screen.getByLabelText('When')).toHaveAttribute('name', 'when');
    expect(screen.getByLabelText('Region')).toHaveAttribute('name', 'region');
    expect(screen.getByLabelText('Language')).toHaveAttribute('name', 'language');
    expect(screen.getByLabelText('Kind')).toHaveAttribute('name', 'kind');
    expect(screen.getByRole('button', { name: 'Show' })).toHaveProperty('type', 'submit');
  });

  it('show what the address asked for, and the way back', async () => {
    await filters({ region: 'africa' });
    expect(screen.getByLabelText('Region')).toHaveValue('africa');
    // In the page as it is sent, where no script sets properties.
    expect(screen.getByRole('option', { name: 'Africa' })).toHaveAttribute('selected');
    expect(screen.getByRole('option', { name: 'Asia' })).not.toHaveAttribute('selected');
    expect(screen.getByRole('link', { name: 'Show everything' })).toBeInTheDocument();
  });

  it('leave out what has nothing to choose between, unless it is in use', async () => {
    await filters();
    expect(screen.queryByLabelText('Topic')).not.toBeInTheDocument();
  });

  it('say in the browser what was chosen, an empty choice as none', async () => {
    const chosen = await filters();
    fireEvent.change(screen.getByLabelText('Kind'), { target: { value: 'exchange' } });
    fireEvent.submit(screen.getByRole('form'));
    expect(chosen).toHaveBeenCalledWith({
      when: null,
      region: null,
      category: null,
      language: null,
      kind: 'exchange',
    });
  });
});
