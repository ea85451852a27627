import { fireEvent, render, screen } from '@testing-library/angular';
import { ErrorSummary, type SummaryError } from './error-summary';

const template = `
  <reihe-error-summary heading="Please check" [errors]="errors" [notice]="notice" here="/en/register" />
  <input id="city" aria-label="City" />`;

const show = (errors: SummaryError[], notice = '') =>
  render(template, { imports: [ErrorSummary], componentProperties: { errors, notice } });

describe('the error summary', () => {
  it('is not there while nothing is wrong', async () => {
    await show([]);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('takes the focus when it appears', async () => {
    await show([{ controlId: 'city', words: 'City: please fill this in.' }]);
    expect(screen.getByRole('alert', { name: 'Please check' })).toHaveFocus();
  });

  it('leads to the control that must be mended', async () => {
    await show([{ controlId: 'city', words: 'City: please fill this in.' }]);
    const link = screen.getByRole('link', { name: 'City: please fill this in.' });
    expect(link).toHaveAttribute('href', '/en/register#city');
    fireEvent.click(link);
    expect(screen.getByRole('textbox', { name: 'City' })).toHaveFocus();
  });

  it('tells what no field can mend', async () => {
    await show([], 'The server is very busy.');
    expect(screen.getByRole('alert')).toHaveTextContent('The server is very busy.');
  });
});
