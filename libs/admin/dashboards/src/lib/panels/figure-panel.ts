import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink, type Params } from '@angular/router';
import { StackedTable } from '@reihe/admin-ui';
import type { DashboardPart } from '@reihe/shared-figures';
import { Formats } from '@reihe/web-platform';
import { FigureChart } from './figure-chart';
import type { Panel } from './panel';
import { PANEL_FILES, PanelFiles, type PanelFile } from './panel-files';

/** So many rows are read at once; the others come when asked for. */
const FIRST_ROWS = 30;

/** A figure drawn and in a table; each number opens who stands behind it. */
@Component({
  selector: 'reihe-figure-panel',
  imports: [FigureChart, NgTemplateOutlet, RouterLink, StackedTable],
  templateUrl: './figure-panel.html',
  styleUrl: './figure-panel.css',
})
export class FigurePanel {
  readonly panel = input.required<Panel>();
  /** The series' slug, or another name of what is shown, for files. */
  readonly of = input.required<string>();
  /** The filters as they stand in the address; null: this account may not see people. */
  readonly peopleQuery = input.required<Params | null>();

  private readonly files = inject(PanelFiles);
  protected readonly formats = inject(Formats);
  private readonly chart = viewChild(FigureChart);
  protected readonly isWhole = signal(false);
  protected readonly headingId = computed(() => `figure-${this.panel().id}`);
  protected readonly rows = computed(() => {
    const { rows } = this.panel();
    return this.isWhole() ? rows : rows.slice(0, FIRST_ROWS);
  });
  protected readonly fileFormats = computed(() =>
    PANEL_FILES.filter((format) => this.panel().chart !== null || format === 'csv' || format === 'xlsx'),
  );
  protected readonly chartLabel = computed(
    () =>
      $localize`:@@dashboards.chart-label:${this.panel().heading}:heading:: chart of the numbers in the table below`,
  );

  protected linkOf({ figure, value }: DashboardPart): Params {
    return { ...this.peopleQuery(), figure, value: value ?? null };
  }

  protected save(format: PanelFile): void {
    void this.files.save(format, this.panel(), this.of(), this.chart()?.svg() ?? null);
  }
}
