import { DOCUMENT, inject, Injectable } from '@angular/core';
import { csvOf, offerFile, workbookOf } from '@reihe/admin-ui';
import { ChartLooks } from './chart-look';
import type { Panel } from './panel';
import { pngFile, svgFile } from './picture-files';

export const PANEL_FILES = ['csv', 'xlsx', 'png', 'svg'] as const;
export type PanelFile = (typeof PANEL_FILES)[number];

/** Hands a panel over as a file: its whole table, or its chart as it stands. */
@Injectable({ providedIn: 'root' })
export class PanelFiles {
  private readonly document = inject(DOCUMENT);
  private readonly looks = inject(ChartLooks);

  /** `of`: the series, for the file's name. `svg`: of the chart; null where none is drawn. */
  async save(format: PanelFile, panel: Panel, of: string, svg: string | null): Promise<void> {
    const file = await this.fileOf(format, panel, svg);
    if (file) offerFile(this.document, `${of}-${panel.id}.${format}`, file);
  }

  private async fileOf(format: PanelFile, panel: Panel, svg: string | null): Promise<Blob | null> {
    switch (format) {
      case 'csv':
        return new Blob([csvOf(panelTable(panel).map((row) => row.map(String)))], { type: 'text/csv' });
      case 'xlsx':
        return workbookOf([{ name: sheetName(panel.heading), rows: panelTable(panel) }]);
      case 'svg':
        return svg === null ? null : svgFile(svg);
      case 'png':
        return svg === null ? null : pngFile(this.document, svg, this.looks.look().surface);
    }
  }
}

/** All of its rows, with what stands below their names. */
export function panelTable({ columns, rows }: Panel): (string | number)[][] {
  const hasSmall = rows.some(({ small }) => small !== undefined);
  const hasNotes = rows.some(({ notes }) => notes && notes.length > 0);
  const [first, ...others] = columns;
  return [
    [
      first,
      ...(hasSmall ? [$localize`:@@dashboards.file.day:Day`] : []),
      ...others,
      ...(hasNotes ? [$localize`:@@figures.column-stated:Reported or imported`] : []),
    ],
    ...rows.map(({ words, small = '', notes = [], cells }) => [
      words,
      ...(hasSmall ? [small] : []),
      ...cells.map(({ value }) => value),
      ...(hasNotes ? [notes.join(' ')] : []),
    ]),
  ];
}

/** Sheets of a workbook have short names without some signs. */
function sheetName(heading: string): string {
  return heading.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}
