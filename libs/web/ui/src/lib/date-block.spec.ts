import { render } from '@testing-library/angular';
import { DateBlock } from './date-block';

const timeIn = async (timeZone: string) => {
  const { container } = await render(DateBlock, { inputs: { instant: '2020-06-03T22:30:00Z', timeZone } });
  return container.querySelector('time');
};

describe('the date block', () => {
  it.each([
    ['Europe/Berlin', 'Thu 4 Jun 2020'],
    ['America/Sao_Paulo', 'Wed 3 Jun 2020'],
  ])('tells the day of its zone, not of the instant: %s', async (timeZone, words) => {
    expect(await timeIn(timeZone)).toHaveTextContent(words);
  });

  it('carries the instant for machines', async () => {
    expect(await timeIn('Europe/Berlin')).toHaveAttribute('datetime', '2020-06-03T22:30:00Z');
  });
});
