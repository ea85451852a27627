import { Component, inject, signal } from '@angular/core';
import { ImportClient } from '@reihe/web-data-access';
import { LANGUAGE } from '@reihe/web-platform';
import { ImportDesk } from './import-desk';

/** Where the rows come from: a file, or cells copied from a spreadsheet. */
@Component({
  selector: 'reihe-import-source',
  template: `
    <div class="columns">
      <section class="panel" aria-labelledby="import-file">
        <h2 id="import-file" i18n="@@planning.import.file">A file</h2>
        <p i18n="@@planning.import.file-text">
          CSV or XLSX, at most 500 rows below one row of headings. How it is encoded and parted is found out.
        </p>
        <label class="button">
          <ng-container i18n="@@planning.import.choose">Choose a file</ng-container>
          <input
            #chooser
            type="file"
            class="visually-hidden"
            accept=".csv,.txt,.tsv,.xlsx,text/csv"
            [disabled]="desk.isBusy()"
            (change)="read(chooser)"
          />
        </label>
        <p>
          <a [href]="template" download i18n="@@planning.import.template">Download a template</a>
        </p>
      </section>
      <section class="panel" aria-labelledby="import-paste">
        <h2 id="import-paste" i18n="@@planning.import.paste">Copied cells</h2>
        <label for="import-text" i18n="@@planning.import.text">Paste the cells here, headings included</label>
        <textarea
          #text
          id="import-text"
          class="control"
          rows="6"
          spellcheck="false"
          [value]="typed()"
          (input)="typed.set(text.value)"
        ></textarea>
        <p>
          <button
            type="button"
            class="button quiet"
            [disabled]="desk.isBusy() || typed().trim() === ''"
            (click)="desk.readText(typed())"
            i18n="@@planning.import.read"
          >
            Read the cells
          </button>
        </p>
      </section>
    </div>
  `,
  styles: `
    textarea {
      inline-size: 100%;
      font-family: ui-monospace, monospace;
      white-space: pre;
    }
    label.button:focus-within {
      outline: 3px solid var(--harbour);
      outline-offset: 2px;
    }
    p:last-child {
      margin-block-end: 0;
    }
  `,
})
export class ImportSource {
  protected readonly desk = inject(ImportDesk);
  protected readonly template = inject(ImportClient).templateAddress(inject(LANGUAGE));
  protected readonly typed = signal('');

  protected async read(chooser: HTMLInputElement): Promise<void> {
    const file = chooser.files?.[0];
    if (file) await this.desk.readFile(file);
    // The same file can be chosen again once it was mended.
    chooser.value = '';
  }
}
