import { Component, inject } from '@angular/core';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { RecapSteps } from './recap-steps';

@Component({ template: '' })
class Page {
  readonly steps = inject(RecapSteps);
}

async function steps(): Promise<RecapSteps> {
  const { fixture } = await render(Page);
  return fixture.componentInstance.steps;
}

const dialog = async (name: string | RegExp) => within(await screen.findByRole('dialog', { name }));

describe('the questions in front of a step', () => {
  it('are when it is to appear: one sees the host’s and one’s own clock, and no minute that is over', async () => {
    const asked = (await steps()).schedule({
      hostZone: 'America/Sao_Paulo',
      known: { publishLocal: '2031-06-02T09:00', timeZone: 'America/Sao_Paulo' },
      figures: 'live',
    });
    const box = await dialog(/When should it appear/);
    expect(box.getByText(/Host’s time: .*2 Jun 2031, 09:00 \(Sao Paulo/)).toBeInTheDocument();
    expect(box.getByText(/Your time: /)).toBeInTheDocument();
    fireEvent.input(box.getByLabelText('Day and time'), { target: { value: '2020-01-01T09:00' } });
    expect(await box.findByText('This minute is over already.')).toBeInTheDocument();
    expect(box.getByRole('button', { name: 'Schedule' })).toBeDisabled();
    fireEvent.input(box.getByLabelText('Day and time'), { target: { value: '2031-06-03T10:30' } });
    await waitFor(() => {
      expect(box.getByRole('button', { name: 'Schedule' })).toBeEnabled();
    });
    fireEvent.click(box.getByRole('button', { name: 'Schedule' }));
    expect(await asked).toEqual({
      publishLocal: '2031-06-03T10:30',
      timeZone: 'America/Sao_Paulo',
      figures: 'live',
    });
  });

  it('are which of two equal minutes is meant, where clocks go back', async () => {
    const asked = (await steps()).schedule({
      hostZone: 'Europe/Berlin',
      known: { publishLocal: '2031-10-26T02:30', timeZone: 'Europe/Berlin' },
      figures: 'frozen',
    });
    fireEvent.click((await dialog(/When should it appear/)).getByRole('button', { name: 'Schedule' }));
    const twice = await dialog('This time comes twice');
    fireEvent.click(twice.getByRole('radio', { name: /The second time/ }));
    fireEvent.click(twice.getByRole('button', { name: 'Use this time' }));
    expect(await asked).toEqual({
      publishLocal: '2031-10-26T02:30',
      timeZone: 'Europe/Berlin',
      clockChoice: 'later',
      figures: 'frozen',
    });
  });

  it('are another minute where clocks jump over it, and nothing where one goes back', async () => {
    const service = await steps();
    const known = { publishLocal: '2031-03-30T02:30', timeZone: 'Europe/Berlin' };
    const asked = service.schedule({ hostZone: 'Europe/Berlin', known, figures: 'live' });
    fireEvent.click((await dialog(/When should it appear/)).getByRole('button', { name: 'Schedule' }));
    const missing = await dialog('This time does not exist');
    fireEvent.click(missing.getByRole('radio', { name: /After the change/ }));
    fireEvent.click(missing.getByRole('button', { name: 'Use this time' }));
    expect(await asked).toEqual({
      publishLocal: '2031-03-30T03:30',
      timeZone: 'Europe/Berlin',
      figures: 'live',
    });
    const dismissed = service.schedule({ hostZone: 'Europe/Berlin', known: null, figures: 'live' });
    fireEvent.click((await dialog(/When should it appear/)).getByRole('button', { name: 'Back' }));
    expect(await dismissed).toBeNull();
  });

  it('are what is still open, and what readers are told about an update', async () => {
    const asked = (await steps()).publish({
      isUpdate: true,
      languages: ['en', 'de'],
      openComments: ['forty-two cities'],
      figures: 'live',
    });
    const box = await dialog(/Publish this recap/);
    expect(box.getByText('One comment is not resolved:')).toBeInTheDocument();
    expect(box.getByText('“forty-two cities”')).toBeInTheDocument();
    fireEvent.input(box.getByLabelText('German'), { target: { value: 'Die Zahl wurde berichtigt.' } });
    expect(box.getByRole('radio', { name: /Live:/ })).toBeChecked();
    fireEvent.click(box.getByRole('radio', { name: /Frozen:/ }));
    fireEvent.click(box.getByRole('button', { name: 'Publish' }));
    expect(await asked).toEqual({ note: { de: { text: 'Die Zahl wurde berichtigt.' } }, figures: 'frozen' });
  });
});
