import { HttpErrorResponse } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatDialog } from '@angular/material/dialog';
import type { Problem } from '@reihe/shared-contracts';
import { ErrorSummary } from '@reihe/web-forms';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { Editing } from './editing';
import { applyRules, FieldRow, SaveBar } from '@reihe/admin-ui';

interface NoteForm {
  title: string;
  place: string;
}
type Note = NoteForm & { version: number };

const client = { send: jest.fn<Promise<Note>, [NoteForm, number]>(), fetch: jest.fn<Promise<Note>, []>() };

const takenDown = jest.fn<undefined, []>();

@Component({
  selector: 'reihe-note-editor',
  imports: [FormField, FieldRow, SaveBar, ErrorSummary],
  template: `
    <form (submit)="$event.preventDefault(); editing.save()">
      <reihe-error-summary heading="Not saved" [errors]="editing.errors()" [notice]="editing.notice()" />
      <reihe-field-row label="Title"><input [formField]="form.title" /></reihe-field-row>
      <reihe-field-row label="Place"><input [formField]="form.place" /></reihe-field-row>
      <reihe-save-bar
        [isDirty]="editing.isDirty()"
        [isSaving]="editing.isSaving()"
        [savedAt]="editing.savedAt()"
        (save)="editing.save()"
      />
    </form>
  `,
})
class NoteEditor {
  readonly model = signal({ title: '', place: '' });
  readonly form = form(this.model, (path) => {
    applyRules(path, { title: { kind: 'text', minLength: 3 } });
  });
  readonly editing = new Editing<Note, NoteForm>({
    model: this.model,
    form: this.form,
    toForm: ({ title, place }) => ({ title, place }),
    send: (typed, version) => client.send(typed, version),
    fetch: () => client.fetch(),
    takeDown: () => {
      takenDown();
    },
    fieldOf: { 'series.slug-taken': 'title' },
    savedBy: () => Promise.resolve('Sample Colleague'),
  });
  readonly dialogs = inject(MatDialog);

  constructor() {
    this.editing.open({ version: 4, title: 'As it was', place: 'Here' });
  }
}

function refusal(problem: Partial<Problem>): HttpErrorResponse {
  return new HttpErrorResponse({ status: 409, error: problem });
}

async function typeAndSave(title: string): Promise<void> {
  const box = screen.getByLabelText('Title');
  fireEvent.input(box, { target: { value: title } });
  await waitFor(() => {
    expect(screen.getByRole('button', { name: 'Save' })).toBeEnabled();
  });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
}

describe('editing a resource', () => {
  let editor: NoteEditor;

  beforeEach(async () => {
    jest.resetAllMocks();
    ({
      fixture: { componentInstance: editor },
    } = await render(NoteEditor));
  });

  it('saves with the version that was edited, and is clean afterwards', async () => {
    client.send.mockResolvedValue({ version: 5, title: 'Better', place: 'Here' });
    await typeAndSave('Better');
    expect(await screen.findByText(/Saved at/)).toBeVisible();
    expect(client.send).toHaveBeenCalledWith({ title: 'Better', place: 'Here' }, 4);
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it.each(['a save', 'a change of state'])(
    'keeps what is typed while %s is on its way, beside what came back, and what the page had not told yet',
    async (what) => {
      let answer: (note: Note) => void = () => undefined;
      const answered = new Promise<Note>((resolve) => (answer = resolve));
      client.send.mockReturnValue(answered);
      if (what === 'a save') await typeAndSave('Better');
      else void editor.editing.change(() => answered);
      await waitFor(() => {
        expect(editor.editing.isSaving()).toBe(true);
      });
      fireEvent.input(screen.getByLabelText('Title'), { target: { value: 'Better still' } });
      takenDown.mockImplementation(() => {
        editor.model.update((form) => ({ ...form, place: 'Everywhere' }));
      });
      answer({ version: 5, title: what === 'a save' ? 'Better' : 'As it was', place: 'Here' });
      await waitFor(() => {
        expect(editor.editing.resource()?.version).toBe(5);
      });
      expect(editor.model()).toEqual({ title: 'Better still', place: 'Everywhere' });
      await waitFor(() => {
        expect(screen.getByLabelText('Title')).toHaveValue('Better still');
      });
      expect(editor.editing.isDirty()).toBe(true);
    },
  );

  it('takes what the API made of a field that nobody typed in meanwhile', async () => {
    client.send.mockImplementation(({ title }) => {
      fireEvent.input(screen.getByLabelText('Place'), { target: { value: 'There' } });
      return Promise.resolve({ version: 5, title: title.trim(), place: 'Here' });
    });
    await typeAndSave('Better ');
    await waitFor(() => {
      expect(editor.model()).toEqual({ title: 'Better', place: 'There' });
    });
  });

  it('sends nothing that breaks a rule, and names the field in the summary', async () => {
    await typeAndSave('No');
    expect(
      await screen.findByRole('link', { name: 'Title: Please write at least 3 characters.' }),
    ).toBeVisible();
    expect(screen.getByLabelText('Title')).toHaveAccessibleDescription('Please write at least 3 characters.');
    expect(client.send).not.toHaveBeenCalled();
  });

  it('keeps what was typed when the API refuses, with the problem beside the field and the summary in focus', async () => {
    const fields = [{ path: 'title', code: 'already-used' as const }];
    client.send.mockRejectedValue(refusal({ code: 'series.slug-taken', fields }));
    await typeAndSave('Taken already');
    const summary = await screen.findByRole('alert');
    expect(summary).toHaveFocus();
    expect(screen.getAllByRole('link', { name: /Title/ })).toHaveLength(1);
    expect(screen.getByLabelText('Title')).toHaveValue('Taken already');
    expect(screen.getByLabelText('Title')).toHaveAttribute('aria-invalid', 'true');
  });

  it('says that the server cannot be reached, and keeps the text for the next try', async () => {
    client.send.mockRejectedValue(new HttpErrorResponse({ status: 0 }));
    await typeAndSave('On a train');
    expect(await screen.findByRole('alert')).toHaveTextContent('The server cannot be reached');
    expect(screen.getByLabelText('Title')).toHaveValue('On a train');
  });

  it('keeps what each changed alone, shows it, and saves both over the newer version', async () => {
    client.send.mockRejectedValueOnce(refusal({ code: 'version.outdated' }));
    client.fetch.mockResolvedValue({ version: 9, title: 'As it was', place: 'Theirs' });
    client.send.mockResolvedValueOnce({ version: 10, title: 'Mine', place: 'Theirs' });
    await typeAndSave('Mine');
    const dialog = await screen.findByRole('dialog', { name: 'Somebody else saved this meanwhile' });
    expect(
      within(dialog).getByRole('region', { name: 'Changed by Sample Colleague, kept' }),
    ).toHaveTextContent('Place');
    expect(within(dialog).queryByRole('radio')).not.toBeInTheDocument();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save the result' }));
    await waitFor(() => {
      expect(client.send).toHaveBeenLastCalledWith({ title: 'Mine', place: 'Theirs' }, 9);
    });
    expect(await screen.findByText(/Saved at/)).toBeVisible();
  });

  it('asks about what both changed, presets nothing, and saves what is decided', async () => {
    client.send.mockRejectedValueOnce(refusal({ code: 'version.outdated' }));
    client.fetch.mockResolvedValue({ version: 9, title: 'Theirs', place: 'Here' });
    client.send.mockResolvedValueOnce({ version: 10, title: 'Both of us', place: 'Here' });
    await typeAndSave('Mine');
    const dialog = await screen.findByRole('dialog');
    const field = within(dialog).getByRole('group', { name: 'Title' });
    expect(within(field).getByRole('radio', { name: 'As Sample Colleague saved it' })).not.toBeChecked();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save the result' }));
    const mine = within(field).getByRole('radio', { name: 'Mine' });
    await waitFor(() => {
      expect(mine).toHaveFocus();
    });
    expect(mine).toHaveAccessibleDescription(/Please choose one of the two/);
    fireEvent.click(mine);
    await waitFor(() => {
      expect(within(field).getByLabelText('Result')).toHaveValue('Mine');
    });
    fireEvent.input(within(field).getByLabelText('Result'), { target: { value: 'Both of us' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save the result' }));
    await waitFor(() => {
      expect(client.send).toHaveBeenLastCalledWith({ title: 'Both of us', place: 'Here' }, 9);
    });
  });

  it('shows the newer version and sends nothing where theirs is all that is left', async () => {
    client.send.mockRejectedValueOnce(refusal({ code: 'version.outdated' }));
    client.fetch.mockResolvedValue({ version: 9, title: 'Theirs', place: 'Here' });
    await typeAndSave('Mine');
    fireEvent.click(await screen.findByRole('radio', { name: /^As Sample Colleague/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Save the result' }));
    await waitFor(() => {
      expect(screen.getByLabelText('Title')).toHaveValue('Theirs');
    });
    expect(client.send).toHaveBeenCalledTimes(1);
  });

  it('leaves the form as typed when the question is dismissed, and asks again at the next save', async () => {
    client.send.mockRejectedValue(refusal({ code: 'version.outdated' }));
    client.fetch.mockResolvedValue({ version: 9, title: 'Theirs', place: 'Here' });
    await typeAndSave('Mine');
    fireEvent.click(await screen.findByRole('button', { name: 'Back' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody else changed this');
    expect(screen.getByLabelText('Title')).toHaveValue('Mine');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('radio', { name: 'Mine' })).not.toBeChecked();
  });

  it('takes somebody’s newer version in before one saves, with what is typed', async () => {
    client.fetch.mockResolvedValue({ version: 9, title: 'As it was', place: 'Theirs' });
    fireEvent.input(screen.getByLabelText('Title'), { target: { value: 'Mine' } });
    const done = editor.editing.catchUp();
    fireEvent.click(await screen.findByRole('button', { name: 'Go on with this' }));
    expect(await done).toBe(true);
    expect(editor.model()).toEqual({ title: 'Mine', place: 'Theirs' });
    expect(editor.editing.resource()?.version).toBe(9);
    expect(editor.editing.isDirty()).toBe(true);
    expect(client.send).not.toHaveBeenCalled();
  });

  it('says so where somebody’s newer version cannot be read', async () => {
    client.fetch.mockRejectedValue(new HttpErrorResponse({ status: 0 }));
    fireEvent.input(screen.getByLabelText('Title'), { target: { value: 'Mine' } });
    expect(await editor.editing.catchUp()).toBe(false);
    expect(await screen.findByText(/cannot be reached|connection/i)).toBeVisible();
    expect(editor.model().title).toBe('Mine');
  });

  it('goes on with what was typed at another time, over what was saved and typed since', async () => {
    const kept = {
      baseVersion: 3,
      base: { title: 'Older', place: 'Here' },
      form: { title: 'Older', place: 'There', gone: 1 },
    };
    fireEvent.input(screen.getByLabelText('Title'), { target: { value: 'Typed now' } });
    const done = editor.editing.takeUp(kept);
    fireEvent.click(await screen.findByRole('button', { name: 'Go on with this' }));
    await screen.findByText('Typed now');
    for (const button of screen.getAllByRole('button', { name: 'Go on with this' })) fireEvent.click(button);
    expect(await done).toBe(true);
    expect(editor.model()).toEqual({ title: 'Typed now', place: 'There' });
  });
});
