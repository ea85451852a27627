import { TestBed } from '@angular/core/testing';
import type { Announcement, ChangePreview, PreviewedMail } from '@reihe/shared-contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/angular';
import { TellPeople, type TellQuestion } from './tell-people';

const aMail = (change: Partial<PreviewedMail>): PreviewedMail => ({
  audience: 'seat',
  language: 'en',
  people: 12,
  subject: 'New time: Water',
  text: 'Dear Mara, the time has changed.',
  html: '<!doctype html><p>Dear Mara</p><script>document.title = "ran"</script>',
  hasCalendarEntry: true,
  ...change,
});

const aPreview = (change: Partial<ChangePreview> = {}): ChangePreview => ({
  kinds: ['moved'],
  canBeQuiet: false,
  people: 15,
  speakers: 1,
  mails: [
    aMail({}),
    aMail({ audience: 'speaker', people: 1, subject: 'New time for speakers' }),
    aMail({
      language: 'de',
      audience: 'waiting',
      people: 3,
      subject: 'Neuer Termin: Wasser',
      hasCalendarEntry: false,
    }),
  ],
  ...change,
});

describe('telling people of a change', () => {
  function ask(change: Partial<TellQuestion> = {}) {
    const asked: Announcement[] = [];
    const answer = TestBed.inject(TellPeople).ask({
      title: 'Tell people?',
      action: 'Save and tell',
      preview: aPreview(),
      previewWith: (announcement) => {
        asked.push(announcement);
        return Promise.resolve(aPreview({ mails: [aMail({ text: `With: ${announcement.en ?? ''}` })] }));
      },
      ...change,
    });
    return { answer, asked };
  }

  it('shows whom it reaches and each mail, by language and audience, in a frame that can do nothing', async () => {
    ask();
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('15 registered people and one speaker');
    expect(dialog).toHaveTextContent('30 seconds later');
    expect(await within(dialog).findByText('New time: Water')).toHaveAttribute('lang', 'en');
    const frame = within(dialog).getByTitle('The mail as its reader sees it');
    expect(frame).toHaveAttribute('sandbox', '');
    expect(frame.getAttribute('srcdoc')).toContain('Dear Mara');
    fireEvent.click(within(dialog).getByRole('radio', { name: 'Speakers (1)' }));
    expect(await within(dialog).findByText('New time for speakers')).toBeVisible();
    fireEvent.click(within(dialog).getByRole('tab', { name: 'German (3)' }));
    expect(await within(dialog).findByText('Neuer Termin: Wasser')).toHaveAttribute('lang', 'de');
    expect(within(dialog).getByText(/they have no place yet/)).toBeInTheDocument();
  });

  it('puts a sentence into the mails while one types, says who gets it in another language, and gives it along', async () => {
    const { answer, asked } = ask();
    const box = await screen.findByLabelText('Add a sentence, English');
    fireEvent.input(box, { target: { value: ' Sorry. ' } });
    await waitFor(() => {
      expect(asked).toEqual([{ en: 'Sorry.' }]);
    });
    await waitFor(() => {
      expect(screen.getByText('With: Sorry.')).toBeInTheDocument();
    });
    fireEvent.click(screen.getByRole('button', { name: 'Save and tell' }));
    expect(await answer).toEqual({ announcement: { en: 'Sorry.' }, isQuiet: false });
  });

  it('says in the other language’s tab that its readers get this sentence', async () => {
    ask({ previewWith: () => Promise.resolve(aPreview()) });
    fireEvent.input(await screen.findByLabelText('Add a sentence, English'), { target: { value: 'Sorry.' } });
    fireEvent.click(screen.getByRole('tab', { name: 'German (3)' }));
    expect(await screen.findByLabelText('Add a sentence, German')).toHaveAccessibleDescription(
      'Empty: these readers get the sentence in English.',
    );
  });

  it('keeps the mails it has and says so where newer ones cannot be had', async () => {
    ask({ previewWith: () => Promise.reject(new Error('gone')) });
    fireEvent.input(await screen.findByLabelText('Add a sentence, English'), { target: { value: 'Sorry.' } });
    expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong');
    expect(screen.getByText('New time: Water')).toBeInTheDocument();
  });

  it('offers to tell nobody only where the change allows it', async () => {
    const { answer } = ask({ preview: aPreview({ canBeQuiet: true, kinds: ['meeting'] }) });
    fireEvent.click(await screen.findByRole('button', { name: 'Save without telling' }));
    expect(await answer).toEqual({ announcement: {}, isQuiet: true });
    ask();
    await screen.findByRole('button', { name: 'Save and tell' });
    expect(screen.queryByRole('button', { name: 'Save without telling' })).not.toBeInTheDocument();
  });

  it('does nothing where one goes back', async () => {
    const { answer } = ask();
    fireEvent.click(await screen.findByRole('button', { name: 'Back' }));
    expect(await answer).toBeNull();
  });

  it('says where nobody would get a mail', async () => {
    ask({ preview: aPreview({ people: 0, speakers: 0, mails: [] }) });
    expect(await screen.findByText(/no mail goes/)).toBeInTheDocument();
  });
});
