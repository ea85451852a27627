import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import { Breadcrumb } from './breadcrumb';
import { Chip } from './chip';
import { EmptyState } from './empty-state';
import { FigureStrip } from './figure-strip';
import { PageHeading } from './page-heading';
import { StateBadge } from './state-badge';
import { TimelineItem } from './timeline-item';

it('a chip wears the tint of its region', async () => {
  await render('<reihe-chip tint="asia">Asia</reihe-chip>', { imports: [Chip] });
  expect(screen.getByText('Asia').style.getPropertyValue('--chip-tint')).toBe('var(--asia-tint)');
});

it('a badge says its state in words', async () => {
  await render('<reihe-state-badge tone="hurry">3 places left</reihe-state-badge>', {
    imports: [StateBadge],
  });
  expect(screen.getByText('3 places left')).toHaveAttribute('data-tone', 'hurry');
});

it('a figure stands with its label and its origin', async () => {
  const figures = [{ value: '1,204', label: 'participations', origin: 'reported by the host' }];
  await render(FigureStrip, { inputs: { figures } });
  expect(screen.getByRole('term')).toHaveTextContent('participations');
  expect(screen.getAllByRole('definition').map((each) => each.textContent)).toEqual([
    '1,204',
    'reported by the host',
  ]);
});

it('an empty state says what to do next', async () => {
  await render(
    '<reihe-empty-state heading="No sessions" text="Clear a filter."><a href="/x">All</a></reihe-empty-state>',
    {
      imports: [EmptyState],
    },
  );
  expect(screen.getByText('Clear a filter.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'All' })).toBeInTheDocument();
});

it('a page heading is the one h1 and names a foreign language', async () => {
  await render(PageHeading, { inputs: { heading: 'Rückblick', kicker: 'Reihe 2020', language: 'de' } });
  expect(screen.getByRole('heading', { level: 1, name: 'Rückblick' })).toHaveAttribute('lang', 'de');
});

it('a breadcrumb links every stop but the page itself', async () => {
  const crumbs = [{ label: 'Programme', link: '/' }, { label: 'Opening' }];
  await render(Breadcrumb, { inputs: { crumbs }, providers: [provideRouter([])] });
  expect(screen.getAllByRole('link')).toHaveLength(1);
  expect(screen.getByText('Opening')).toHaveAttribute('aria-current', 'page');
});

it('a timeline item puts its date before what happens then', async () => {
  const { container } = await render(
    '<reihe-timeline-item><h3>Opening</h3><time when>3 June</time></reihe-timeline-item>',
    { imports: [TimelineItem] },
  );
  expect(container).toHaveTextContent(/3 June\s*Opening/);
});
