import { fireEvent, screen, waitFor, within } from '@testing-library/angular';
import type { DeskQuestion, DeskRegistration } from '@reihe/shared-registration';
import { aRegistration, OpenDesk } from '../testing/open-desk';

const items: DeskRegistration[] = [
  aRegistration('one', {
    joinHint: { firstAt: '2026-11-25T09:00:00Z', lastAt: '2026-11-25T09:30:00Z', presses: 2 },
  }),
  aRegistration('two', { state: 'waitlisted', place: 1 }),
  aRegistration('three', { state: 'declined', decisionReason: 'For cities only' }),
];
const question: DeskQuestion = {
  id: 'q1',
  kind: 'choice',
  label: 'How do you come?',
  isArchived: false,
  options: [{ id: 'o1', label: 'By train' }],
};

async function open(
  address = '/sessions/s1/registrations',
  role: 'organiser' | 'administrator' = 'organiser',
) {
  const desk = await OpenDesk.at(address, role);
  await desk.answerQuestions([question]);
  const asked = await desk.answerList(items);
  await screen.findByRole('row', { name: /Person one/ });
  return { desk, asked };
}

const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });
const tick = (name: string) => within(row(name)).getByRole('checkbox');

describe("the organiser's table", () => {
  it('says in which state everybody is, the place of those who wait, why somebody was declined, and who pressed “Join”', async () => {
    const { desk } = await open();
    await desk.answerSession();
    expect(row('Person one')).toHaveTextContent(/Confirmed.*Ukraine.*2 times, last 25 Nov 2026, 09:30/);
    expect(row('Person two')).toHaveTextContent(/Waiting list.*Place 1.*not pressed/);
    expect(row('Person three')).toHaveTextContent('For cities only');
    const pressed = await screen.findByText('Pressed “Join”', { selector: 'dt' });
    expect(pressed.nextElementSibling).toHaveTextContent('1 a hint, not attendance');
  });

  it('keeps filters and order in the address, and asks the API for just that', async () => {
    const { desk, asked } = await open('/sessions/s1/registrations?country=DE&needs=yes');
    const first = asked.request.params;
    expect([first.get('session'), first.get('country'), first.get('needsAccessibility')]).toEqual([
      's1',
      'DE',
      'true',
    ]);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Waiting list' }));
    expect((await desk.answerList(items)).request.params.get('states')).toBe('waitlisted');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Confirmed' }));
    expect((await desk.answerList(items)).request.params.get('states')).toBe('confirmed,waitlisted');
    fireEvent.change(screen.getByRole('combobox', { name: 'Answer to' }), { target: { value: 'q1' } });
    fireEvent.change(await screen.findByRole('combobox', { name: 'is' }), { target: { value: 'o1' } });
    const answered = (await desk.answerList(items)).request.params;
    expect([answered.get('question'), answered.get('answer')]).toEqual(['q1', 'o1']);
    fireEvent.click(screen.getByRole('button', { name: 'Organisation' }));
    expect((await desk.answerList(items)).request.params.get('sort')).toBe('organisation');
    expect(screen.getByRole('columnheader', { name: 'Organisation' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    expect(desk.router.url).toContain('states=confirmed,waitlisted');
    expect(desk.router.url).toContain('sort=organisation');
  });

  it('has the way to all pages of its session, and over a series to none', async () => {
    await open();
    const nav = screen.getByRole('navigation', { name: 'Pages of this session' });
    const links = within(nav).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      expect.arrayContaining([
        '/sessions/s1/numbers',
        '/sessions/s1/registration',
        '/sessions/s1/messages',
        '/sessions/s1/after',
      ]),
    );
    expect(within(nav).getByRole('link', { current: 'page' })).toHaveTextContent('Registrations');
  });

  it('shows over a series of which session each registration is', async () => {
    const { asked } = await open('/series/y1/registrations');
    expect(asked.request.params.get('series')).toBe('y1');
    expect(row('Person one')).toHaveTextContent('Pipes');
    expect(screen.queryByRole('navigation', { name: 'Pages of this session' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Add a person' })).not.toBeInTheDocument();
  });

  it('shows the columns one chooses, also answers as they were asked', async () => {
    await open();
    fireEvent.click(screen.getByRole('checkbox', { name: 'How do you come?' }));
    expect(await screen.findByRole('columnheader', { name: 'How do you come?' })).toBeInTheDocument();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Accessibility needs' }));
    expect(await screen.findByRole('columnheader', { name: 'Accessibility needs' })).toBeInTheDocument();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Organisation' }));
    await waitFor(() => {
      expect(screen.queryByRole('columnheader', { name: 'Organisation' })).not.toBeInTheDocument();
    });
  });

  it('is ticked by keyboard: arrows go on, Shift takes along', async () => {
    await open();
    tick('Person one').focus();
    fireEvent.click(tick('Person one'));
    fireEvent.keyDown(tick('Person one'), { key: 'ArrowDown' });
    expect(tick('Person two')).toHaveFocus();
    expect(tick('Person two')).not.toBeChecked();
    fireEvent.keyDown(tick('Person two'), { key: 'ArrowUp' });
    fireEvent.keyDown(tick('Person one'), { key: 'ArrowDown', shiftKey: true });
    await waitFor(() => {
      expect(tick('Person two')).toBeChecked();
    });
    expect(await screen.findByText('2 registrations selected')).toBeInTheDocument();
  });

  it('is read again when somebody changes this session, not another one', async () => {
    const { desk } = await open();
    desk.hear({ sessionIds: ['s2'] });
    await new Promise((done) => setTimeout(done, 350));
    desk.backend.expectNone((one) => one.url.endsWith('/registration-desk/registrations'));
    desk.hear({ sessionIds: ['s1'] });
    await desk.answerList([aRegistration('four')]);
    expect(await screen.findByRole('row', { name: /Person four/ })).toBeInTheDocument();
  });
});

describe('a decision about the ticked registrations', () => {
  const preview = {
    fingerprint: 'f'.repeat(64),
    items: [
      {
        id: 'two',
        name: 'Person two',
        email: 'two@example.org',
        sessionTitle: 'Pipes',
        before: 'waitlisted',
        after: 'confirmed',
        place: null,
        refusal: null,
      },
      {
        id: 'three',
        name: 'Person three',
        email: 'three@example.org',
        sessionTitle: 'Pipes',
        before: 'declined',
        after: 'declined',
        place: null,
        refusal: 'wrong-state',
      },
    ],
    movedUp: [{ id: 'x', name: 'Person x', sessionTitle: 'Pipes' }],
    capacities: [{ sessionId: 's1', sessionTitle: 'Pipes', before: 3, after: 4 }],
    mails: 2,
  };

  it('shows exactly what happens, then does that, by the fingerprint of what was seen', async () => {
    const { desk } = await open();
    fireEvent.click(tick('Person two'));
    fireEvent.click(tick('Person three'));
    fireEvent.click(await screen.findByRole('button', { name: 'Give a seat …' }));
    const asked = await desk.asked('POST', '/decisions/preview');
    expect(asked.request.body).toEqual({ kind: 'promote', ids: ['two', 'three'] });
    asked.flush(preview);
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText(/One registration is decided\..*One is left out\./)).toBeInTheDocument();
    expect(dialog.getByText('2 e-mails go out.')).toBeInTheDocument();
    expect(dialog.getByText('Pipes: places raised from 3 to 4')).toBeInTheDocument();
    expect(dialog.getByText('Person x')).toBeInTheDocument();
    expect(
      dialog.getByRole('row', { name: /Person two.*Waiting list.*becomes.*Confirmed/ }),
    ).toBeInTheDocument();
    fireEvent.click(dialog.getByRole('button', { name: 'Give 1 a seat' }));
    const made = await desk.asked('POST', '/decisions');
    expect(made.request.body).toEqual({
      kind: 'promote',
      ids: ['two', 'three'],
      fingerprint: preview.fingerprint,
    });
    made.flush({ decided: 1, refused: 1, movedUp: 1, mails: 2 });
    await desk.answerList(items);
    expect(screen.queryByText(/registrations selected/)).not.toBeInTheDocument();
  });

  it('keeps what was typed where something changed meanwhile, and shows what would happen now', async () => {
    const { desk } = await open();
    fireEvent.click(tick('Person two'));
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel …' }));
    (await desk.asked('POST', '/decisions/preview')).flush(preview);
    const dialog = within(await screen.findByRole('dialog'));
    const reason = await dialog.findByLabelText(/Reason/);
    fireEvent.input(reason, { target: { value: 'No seats' } });
    fireEvent.click(await dialog.findByRole('button', { name: 'Cancel 1' }));
    (await desk.asked('POST', '/decisions')).flush(
      { code: 'registration.preview-outdated', details: { preview: { ...preview, mails: 7 } } },
      { status: 409, statusText: 'Conflict' },
    );
    expect(await dialog.findByText('7 e-mails go out.')).toBeInTheDocument();
    expect(dialog.getByRole('alert')).toHaveTextContent(/Nothing was done/);
    expect(reason).toHaveValue('No seats');
  });

  it('is about everything that the filter finds, where one says so', async () => {
    const desk = await OpenDesk.at('/sessions/s1/registrations?states=waitlisted');
    await desk.answerQuestions();
    await desk.answerList(items, 312);
    await screen.findByRole('row', { name: /Person one/ });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select everybody on this page' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Select all 312 that the filter finds' }));
    expect(await screen.findByText('Everything that the filter finds: 312')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Approve …' }));
    const asked = await desk.asked('POST', '/decisions/preview');
    expect(asked.request.body).toEqual({
      kind: 'approve',
      filter: { session: 's1', states: ['waitlisted'] },
    });
  });
});
