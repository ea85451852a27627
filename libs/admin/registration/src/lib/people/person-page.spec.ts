import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/angular';
import { aRegistration, OpenDesk } from '../testing/open-desk';
import { PERSON_ACTIONS } from './person-page';

const twin = {
  id: 'p2',
  name: 'Sample',
  email: 'sample+news@city.example',
  organisation: 'City',
  city: 'Lviv',
  country: 'UA',
  registrations: 1,
  because: 'address',
};
const person = {
  id: 'p1',
  version: 1,
  name: 'Sample',
  email: 'sample@city.example',
  organisation: 'City',
  position: '',
  city: 'Lviv',
  country: 'UA',
  language: 'en',
  timeZone: 'UTC',
  knownSince: '2026-11-01T10:00:00Z',
  verifiedAt: '2026-11-01T10:00:00Z',
  isErased: false,
  mergedIntoId: null,
  otherAddresses: ['old@city.example'],
  registrations: [
    {
      ...aRegistration('one', {
        accessibilityNeeds: 'Captions',
        answers: [
          {
            questionId: 'q',
            value: 'o',
            label: 'How do you come?',
            language: 'en',
            kind: 'choice',
            chosen: ['By train'],
          },
        ],
      }),
      seriesId: 'y1',
      seriesTitle: 'Water',
    },
  ],
  mails: [
    {
      id: 'm1',
      template: 'registration-confirmed',
      subject: 'Your place',
      state: 'sent',
      createdAt: '2026-11-01T10:00:00Z',
      sentAt: '2026-11-01T10:01:00Z',
    },
  ],
  likelySame: [twin],
};
const preview = {
  fingerprint: 'f'.repeat(64),
  kept: person,
  absorbed: twin,
  refusal: null,
  registrations: [
    {
      id: 'r2',
      belongsTo: 'absorbed',
      sessionTitle: 'Pipes',
      seriesTitle: 'Water',
      state: 'waitlisted',
      outcome: 'ends',
    },
  ],
  movedUp: [],
  series: [{ id: 'y1', title: 'Water', before: 12, after: 11 }],
};

async function open() {
  const desk = await OpenDesk.at('/participants/p1');
  (await desk.asked('GET', '/participants/p1')).flush(person);
  await screen.findByRole('heading', { name: 'Sample' });
  return desk;
}

describe("a person's page", () => {
  it('shows what they registered for, needed, answered and were told, over all series', async () => {
    await open();
    expect(screen.getByRole('row', { name: /Pipes.*Water.*Confirmed/ })).toHaveTextContent(
      /Accessibility needs: Captions.*How do you come\?: By train/,
    );
    expect(screen.getByRole('row', { name: /Your place/ })).toHaveTextContent('Sent');
    expect(screen.getByText('old@city.example')).toBeInTheDocument();
  });

  it('has room for what privacy does with one person, and is read again afterwards', async () => {
    @Component({ template: '<button (click)="changed()()">Erase {{ person().name }}</button>' })
    class StandIn {
      readonly person = input.required<{ name: string }>();
      readonly changed = input.required<() => void>();
    }
    TestBed.configureTestingModule({
      providers: [{ provide: PERSON_ACTIONS, useValue: () => Promise.resolve(StandIn) }],
    });
    const desk = await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Erase Sample' }));
    (await desk.asked('GET', '/participants/p1')).flush({ ...person, name: '', email: '', isErased: true });
    await screen.findByRole('heading', { name: 'Erased person' });
    expect(screen.queryByRole('button', { name: /Erase/ })).not.toBeInTheDocument();
  });

  it('merges with a likely twin only for a reason, after showing what becomes of everything', async () => {
    const desk = await open();
    fireEvent.click(screen.getByRole('button', { name: /Merge/ }));
    (await desk.asked('POST', '/participants/p1/merge/preview')).flush(preview);
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('Water: 12 different people become 11')).toBeInTheDocument();
    expect(dialog.getByText(/cannot be undone/)).toBeInTheDocument();
    expect(dialog.getByRole('row', { name: /Pipes.*Waiting list.*Ends/ })).toBeInTheDocument();

    fireEvent.click(dialog.getByRole('button', { name: 'Merge for good' }));
    await waitFor(() => {
      expect(dialog.getByLabelText('Why they are one person')).toHaveAttribute('aria-invalid', 'true');
    });
    desk.backend.expectNone((one) => one.url.endsWith('/merge'));
    fireEvent.input(dialog.getByLabelText('Why they are one person'), { target: { value: 'Told us so' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Merge for good' }));
    const merge = await desk.asked('POST', '/participants/p1/merge');
    expect(merge.request.body).toEqual({
      absorbedId: 'p2',
      reason: 'Told us so',
      fingerprint: preview.fingerprint,
    });
    merge.flush(null);
    (await desk.asked('GET', '/participants/p1')).flush({ ...person, likelySame: [] });
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: /Merge/ })).not.toBeInTheDocument();
    });
  });

  it('lets the other entry stay as well, unless only the one that goes was ever confirmed', async () => {
    const desk = await open();
    fireEvent.click(screen.getByRole('button', { name: /Merge/ }));
    (await desk.asked('POST', '/participants/p1/merge/preview')).flush(preview);
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(await dialog.findByRole('radio', { name: /sample\+news/ }));
    const asked = await desk.asked('POST', '/participants/p2/merge/preview');
    expect(asked.request.body).toEqual({ absorbedId: 'p1' });
    asked.flush({ ...preview, kept: twin, absorbed: person, refusal: 'unproven' });
    expect(await dialog.findByText(/was never confirmed, the other one was/)).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Merge for good' })).toBeDisabled();
  });
});
