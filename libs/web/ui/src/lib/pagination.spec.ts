import { provideRouter } from '@angular/router';
import { render, screen, within } from '@testing-library/angular';
import { Pagination } from './pagination';

const show = (page: number, pageCount: number) =>
  render(Pagination, { inputs: { page, pageCount }, providers: [provideRouter([])] });

describe('the pagination', () => {
  it('is not there for a single page', async () => {
    await show(1, 1);
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
  });

  it('shows the ends, the neighbours and gaps between', async () => {
    await show(5, 9);
    const items = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(items.map((item) => item.textContent?.replace('Page', '').trim())).toEqual([
      '1',
      '…',
      '4',
      '5',
      '6',
      '…',
      '9',
    ]);
  });

  it('marks the current page and leads to the next', async () => {
    await show(2, 3);
    expect(screen.getByRole('link', { current: 'page' })).toHaveAccessibleName('Page 2');
    expect(screen.getByRole('link', { name: 'Next' })).toHaveAttribute('href', '/?page=3');
  });

  it('gives the first page the address without a number', async () => {
    await show(2, 3);
    expect(screen.getByRole('link', { name: 'Page 1' })).toHaveAttribute('href', '/');
  });
});
