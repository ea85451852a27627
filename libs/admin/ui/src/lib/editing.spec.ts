import { HttpErrorResponse } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatDialog } from '@angular/material/dialog';
import type { Problem } from '@reihe/shared-contracts';
import { applyRules } from './form-rules';
import { ErrorSummary } from '@reihe/web-ui';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { Editing } from './editing';
import { FieldRow } from './field-row';
import { SaveBar } from './save-bar';

interface Note {
  version: number;
  title: string;
}

const client = { send: jest.fn<Promise<Note>, [string, number]>(), fetch: jest.fn<Promise<Note>, []>() };

@Component({
  selector: 'reihe-note-editor',
  imports: [FormField, FieldRow, SaveBar, ErrorSummary],
  template: `
    <form (submit)="$event.preventDefault(); editing.save()">
      <reihe-error-summary heading="Not saved" [errors]="editing.errors()" [notice]="editing.notice()" />
      <reihe-field-row label="Title"><input [formField]="form.title" /></reihe-field-row>
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
  readonly model = signal({ title: '' });
  readonly form = form(this.model, (path) => {
    applyRules(path, { title: { kind: 'text', minLength: 3 } });
  });
  readonly editing = new Editing<Note, { title: string }>({
    model: this.model,
    form: this.form,
    toForm: ({ title }) => ({ title }),
    send: ({ title }, version) => client.send(title, version),
    fetch: () => client.fetch(),
    fieldOf: { 'series.slug-taken': 'title' },
  });
  readonly dialogs = inject(MatDialog);

  constructor() {
    this.editing.open({ version: 4, title: 'As it was' });
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
  beforeEach(async () => {
    jest.resetAllMocks();
    await render(NoteEditor);
  });

  it('saves with the version that was edited, and is clean afterwards', async () => {
    client.send.mockResolvedValue({ version: 5, title: 'Better' });
    await typeAndSave('Better');
    expect(await screen.findByText(/Saved at/)).toBeVisible();
    expect(client.send).toHaveBeenCalledWith('Better', 4);
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
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

  it('asks when somebody else saved meanwhile, and keeping mine saves over the newer version', async () => {
    client.send.mockRejectedValueOnce(refusal({ code: 'version.outdated' }));
    client.fetch.mockResolvedValue({ version: 9, title: 'Theirs' });
    client.send.mockResolvedValueOnce({ version: 10, title: 'Mine' });
    await typeAndSave('Mine');
    expect(await screen.findByRole('listitem')).toHaveTextContent('Title: Theirs');
    fireEvent.click(await screen.findByRole('radio', { name: /Keep mine/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    await waitFor(() => {
      expect(client.send).toHaveBeenLastCalledWith('Mine', 9);
    });
    expect(await screen.findByText(/Saved at/)).toBeVisible();
  });

  it('shows the newer version when theirs is taken, and overwrites nothing', async () => {
    client.send.mockRejectedValueOnce(refusal({ code: 'version.outdated' }));
    client.fetch.mockResolvedValue({ version: 9, title: 'Theirs' });
    await typeAndSave('Mine');
    fireEvent.click(await screen.findByRole('radio', { name: /Take theirs/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    await waitFor(() => {
      expect(screen.getByLabelText('Title')).toHaveValue('Theirs');
    });
    expect(client.send).toHaveBeenCalledTimes(1);
  });
});
