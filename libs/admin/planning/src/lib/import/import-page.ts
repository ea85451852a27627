import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Ask, warnBeforeUnload, type UnsavedWork } from '@reihe/admin-ui';
import { ImportColumns } from './import-columns';
import { ImportDesk } from './import-desk';
import { ImportRows } from './import-rows';
import { ImportSource } from './import-source';

/** Sessions from a spreadsheet: read it, say what its columns are, mend what is wrong, import all or nothing. */
@Component({
  selector: 'reihe-import-page',
  imports: [ImportColumns, ImportRows, ImportSource, RouterLink],
  providers: [ImportDesk],
  templateUrl: './import-page.html',
  styles: `
    progress {
      inline-size: min(30rem, 100%);
    }
    .go {
      position: sticky;
      inset-block-end: 0;
      z-index: 2;
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-xs);
      align-items: center;
      padding-block: var(--space-xs);
      border-block-start: 1px solid var(--line);
      background: var(--paper);
    }
    .go p {
      flex: 1 1 12rem;
      margin: 0;
    }
    .made {
      columns: 22rem;
    }
    .made li {
      padding-block: var(--space-3xs);
    }
    .made a {
      display: inline-block;
      padding-block: 0.2em;
    }
  `,
})
export class ImportPage implements UnsavedWork {
  /** From the query: the series it is for. */
  readonly series = input<string>();

  protected readonly desk = inject(ImportDesk);
  private readonly ask = inject(Ask);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);

  protected readonly madeIds = computed(() => (this.desk.result()?.sessions ?? []).map(({ id }) => id));

  constructor() {
    warnBeforeUnload(() => this.hasUnsavedWork());
    effect(() => {
      const series = this.series();
      untracked(() => {
        if (series) this.desk.seriesId.set(series);
      });
    });
    // Each step begins where the reader is taken: at its heading.
    effect(() => {
      const step = this.desk.result() ? 'import-done' : this.desk.table() ? 'import-columns' : null;
      if (step) afterNextRender(() => this.focus(step), { injector: this.injector });
    });
  }

  hasUnsavedWork(): boolean {
    return this.desk.table() !== null && this.desk.result() === null;
  }

  protected async undo(): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@planning.import.undo-title:Take this import back?`,
      text: $localize`:@@planning.import.undo-text:Its drafts are deleted. What somebody has changed or published since stays.`,
      action: $localize`:@@planning.import.undo-action:Delete the drafts`,
      isDestructive: true,
    });
    if (isSure) await this.desk.undo();
  }

  private focus(id: string): void {
    const heading = this.host.nativeElement.querySelector<HTMLElement>(`#${id}`);
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }
}
