import { Component } from '@angular/core';
import { MatDialogModule } from '@angular/material/dialog';

@Component({
  selector: 'reihe-shortcuts-dialog',
  imports: [MatDialogModule],
  template: `
    <h2 mat-dialog-title i18n="@@shell.shortcuts.title">Keyboard shortcuts</h2>
    <mat-dialog-content>
      <dl>
        @for (shortcut of shortcuts; track shortcut.words) {
          <div>
            <dt>
              @for (key of shortcut.keys; track $index) {
                <kbd>{{ key }}</kbd>
              }
            </dt>
            <dd>{{ shortcut.words }}</dd>
          </div>
        }
      </dl>
    </mat-dialog-content>
    <mat-dialog-actions>
      <button type="button" class="button" mat-dialog-close i18n="@@shell.shortcuts.close">Close</button>
    </mat-dialog-actions>
  `,
  styles: `
    dl {
      display: grid;
      gap: var(--space-2xs);
      margin: 0;
    }
    dl > div {
      display: grid;
      grid-template-columns: 7rem 1fr;
      align-items: baseline;
    }
    dd {
      margin: 0;
    }
    kbd {
      display: inline-block;
      margin-inline-end: 0.3em;
      padding: 0 0.5em;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      font: 600 0.875rem / 1.6 var(--sans);
    }
  `,
})
export class ShortcutsDialog {
  protected readonly shortcuts = [
    { keys: ['/'], words: $localize`:@@shell.shortcuts.search:Search this list` },
    { keys: ['Ctrl', 'S'], words: $localize`:@@shell.shortcuts.save:Save` },
    { keys: ['g', 't'], words: $localize`:@@shell.shortcuts.today:Go to today` },
    { keys: ['g', 's'], words: $localize`:@@shell.shortcuts.sessions:Go to the sessions` },
    { keys: ['g', 'r'], words: $localize`:@@shell.shortcuts.recaps:Go to the recaps` },
    { keys: ['g', 'p'], words: $localize`:@@shell.shortcuts.speakers:Go to the speakers` },
    { keys: ['g', 'f'], words: $localize`:@@shell.shortcuts.figures:Go to the figures` },
    { keys: ['g', 'o'], words: $localize`:@@shell.shortcuts.outbox:Go to the outbox` },
    { keys: ['?'], words: $localize`:@@shell.shortcuts.this:Show these shortcuts` },
  ];
}
