import { fireEvent, screen } from '@testing-library/dom';
import { PortalPage } from '@reihe/portal-by-link';
import type { NewsSubscription } from '@reihe/shared-registration';
import { newsRoutes } from './news.routes';

const token = 'a-token-that-is-long-enough';
const API = '/api/v1/news-subscription';
const subscribed: NewsSubscription = { seriesTitle: 'Water cities', isSubscribed: true, isOutOfAll: false };

describe('the page behind “no more news”', () => {
  let page: PortalPage;
  const open = async (news: NewsSubscription) => {
    await page.open(`/unsubscribe/${token}`);
    await page.answer(API, news);
  };

  beforeEach(() => {
    page = PortalPage.set([{ path: 'unsubscribe', children: newsRoutes }]);
  });
  afterEach(() => {
    page.backend.verify();
  });

  it('says what comes, changes nothing by being opened, and works as a plain post', async () => {
    await open(subscribed);
    expect(screen.getByRole('status')).toHaveTextContent('You get news of “Water cities”');
    const button = screen.getByRole('button', { name: 'No more news of this series' });
    expect(button).toHaveAttribute('value', 'stop');
    expect(button.closest('form')).toHaveAttribute('action', `/en/unsubscribe/${token}`);
    expect(button.closest('form')).toHaveAttribute('method', 'post');
    expect(screen.getByText(/What is about a place you hold always comes/)).toBeVisible();
  });

  it('ends news of the series, and offers to get them again', async () => {
    await open(subscribed);
    fireEvent.click(screen.getByRole('button', { name: 'No more news of this series' }));
    const sent = page.backend.expectOne(API);
    expect(sent.request.body).toEqual({ choice: 'stop' });
    expect(sent.request.headers.get('authorization')).toBe(`Bearer ${token}`);
    sent.flush({ ...subscribed, isSubscribed: false });
    await page.settle();
    expect(screen.getByRole('status')).toHaveTextContent('You get no more news of “Water cities”');
    fireEvent.click(screen.getByRole('button', { name: 'Get news again' }));
    await page.answer(API, subscribed);
    expect(screen.getByRole('status')).toHaveTextContent('You get news of “Water cities”');
  });

  it('says when nothing was changed', async () => {
    await open(subscribed);
    fireEvent.click(screen.getByRole('button', { name: 'No more news of any series' }));
    await page.answer(
      API,
      { type: '', title: '', code: 'server.busy', status: 503, correlationId: 'c' },
      503,
    );
    expect(screen.getByRole('alert', { name: 'Nothing was changed' })).toHaveFocus();
  });

  it('says of a link of nobody that it is not known', async () => {
    await page.open(`/unsubscribe/${token}`);
    const problem = {
      type: '',
      title: '',
      code: 'registration.link-unknown',
      status: 404,
      correlationId: 'c',
    };
    await page.answer(API, problem, 404);
    expect(screen.getByRole('heading', { level: 1, name: 'This link is not known' })).toBeVisible();
  });
});
