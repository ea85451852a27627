import { render, screen } from '@testing-library/angular';
import { Field, FieldControl } from './field';

const template = `
  <reihe-field controlId="email" label="E-mail" hint="We send a link." [error]="error" [isOptional]="isOptional">
    <input reiheControl type="email" />
  </reihe-field>`;

const show = (error: string, isOptional = false) =>
  render(template, { imports: [Field, FieldControl], componentProperties: { error, isOptional } });

describe('a field', () => {
  it('names its control by the label and describes it by the hint', async () => {
    await show('');
    const control = screen.getByRole('textbox', { name: 'E-mail' });
    expect(control).toHaveAccessibleDescription('We send a link.');
    expect(control).not.toHaveAttribute('aria-invalid');
  });

  it('says its error before the hint and marks the control', async () => {
    await show('Please fill this in.');
    const control = screen.getByRole('textbox', { name: 'E-mail' });
    expect(control).toHaveAccessibleDescription('Please fill this in. We send a link.');
    expect(control).toBeInvalid();
  });

  it('says in the label that it may stay empty', async () => {
    await show('', true);
    expect(screen.getByRole('textbox', { name: 'E-mail (optional)' })).toBeInTheDocument();
  });
});
