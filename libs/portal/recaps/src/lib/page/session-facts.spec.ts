import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import type { Count, PublicContribution, RecapSessionFacts } from '@reihe/shared-contracts';
import { SessionFacts } from './session-facts';

const aCount = (change: Partial<Count>): Count => ({
  measure: 'attended',
  value: 47,
  origin: 'counted',
  isAtLeast: false,
  source: null,
  statedOn: null,
  ...change,
});

const aContribution = (change: Partial<PublicContribution>): PublicContribution => ({
  role: 'speaker',
  language: 'en',
  name: null,
  position: '',
  organisation: '',
  topic: '',
  city: '',
  country: null,
  photo: null,
  ...change,
});

async function show(change: Partial<RecapSessionFacts>) {
  const session: RecapSessionFacts = {
    slug: 'leaking-pipes',
    title: 'Leaking pipes',
    language: 'en',
    startsAt: '2020-10-14T22:30:00.000Z',
    endsAt: '2020-10-14T23:30:00.000Z',
    timeZone: 'Europe/Berlin',
    regions: [],
    figures: [],
    speakers: [],
    ...change,
  };
  await render(SessionFacts, { inputs: { session }, providers: [provideRouter([])] });
}

const answerTo = (question: string) => screen.getByText(question).parentElement;

describe('the facts box of a session', () => {
  it('tells the day as the host’s clocks showed it', async () => {
    await show({});
    expect(answerTo('Held on')).toHaveTextContent(
      /Thursday,? 15 October 2020\s*00:30 – 01:30 \(Berlin, GMT\+2\)/,
    );
  });

  it('names its audience, or that everybody was meant', async () => {
    await show({});
    expect(answerTo('Audience')).toHaveTextContent('Worldwide');
  });

  it('says of every number where it comes from', async () => {
    await show({
      figures: [
        aCount({}),
        aCount({ value: 45, origin: 'imported', statedOn: '2020-10-16' }),
        aCount({
          measure: 'participants',
          value: 800,
          origin: 'reported',
          isAtLeast: true,
          source: 'Network',
        }),
      ],
    });
    const told = answerTo('Who was there');
    expect(told).toHaveTextContent('47 took part (counted)');
    expect(told).toHaveTextContent('45 took part (from the meeting report, 16 October 2020)');
    expect(told).toHaveTextContent('more than 800 participants (reported by Network)');
  });

  it('names who spoke, and the city where nobody is named', async () => {
    await show({
      speakers: [
        aContribution({ name: 'Sample Person', organisation: 'City of Lviv', city: 'Lviv', country: 'UA' }),
        aContribution({ city: 'Amman', country: 'JO' }),
      ],
    });
    const [named, unnamed] = screen.getAllByRole('listitem');
    expect(named).toHaveTextContent(/Contribution\s*Sample Person\s*City of Lviv, Lviv, Ukraine/);
    expect(unnamed).toHaveTextContent(/^Contribution\s*Amman, Jordan$/);
  });
});
