import { afterEveryRender, Directive, ElementRef, inject } from '@angular/core';

/** On a narrow screen a row becomes a small block; each cell then says which column it is of (`data-column`, see admin.css). */
@Directive({ selector: '[reiheStackedTable]', host: { class: 'stacks' } })
export class StackedTable {
  private readonly table = inject<ElementRef<HTMLTableElement>>(ElementRef);

  constructor() {
    afterEveryRender({
      mixedReadWrite: () => {
        const { tHead, tBodies } = this.table.nativeElement;
        const columns = Array.from(tHead?.rows[0]?.cells ?? [], ({ textContent }) => textContent.trim());
        for (const body of Array.from(tBodies))
          for (const row of Array.from(body.rows))
            Array.from(row.cells).forEach((cell, at) => {
              // One cell over the whole row ("nothing yet") is of no column.
              if (cell.tagName !== 'TD' || cell.colSpan !== 1) return;
              const column = columns[at] ?? '';
              // Whoever watches the page (a test does) would take the same value written again for a change, and look again.
              if (cell.dataset['column'] !== column) cell.dataset['column'] = column;
            });
      },
    });
  }
}
