import { fireEvent, render, screen } from '@testing-library/angular';
import { CopyButton } from './copy-button';

describe('the copy button', () => {
  const inputs = { text: 'tide-42', what: 'passcode' };
  const clipboard = (writeText: (text: string) => Promise<void>) => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  };
  afterEach(() => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
  });

  it('copies and says so', async () => {
    const copied: string[] = [];
    clipboard((text) => Promise.resolve(void copied.push(text)));
    await render(CopyButton, { inputs });
    fireEvent.click(await screen.findByRole('button', { name: 'Copy passcode' }));
    expect(await screen.findByText('Copied')).toBeVisible();
    expect(copied).toEqual(['tide-42']);
  });

  it('says what to do where the browser refuses', async () => {
    clipboard(() => Promise.reject(new Error('refused')));
    await render(CopyButton, { inputs });
    fireEvent.click(await screen.findByRole('button', { name: 'Copy passcode' }));
    expect(await screen.findByText(/by hand/)).toBeVisible();
  });

  it('is not there where nothing can be copied', async () => {
    await render(CopyButton, { inputs });
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
