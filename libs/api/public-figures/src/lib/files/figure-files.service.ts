import { Injectable } from '@nestjs/common';
import { Clock, Config } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import {
  publicFiguresPaths,
  type FigureDataRow,
  type FigureDataSet,
  type FigureFileFormat,
  type PublicFigures,
} from '@reihe/shared-figures';
import { PublicFiguresService } from '../pages/public-figures.service';
import { dataRows } from './data-rows';
import { writeCsv } from './write-csv';

const TITLES: Record<Language, (of: string) => string> = {
  en: (of) => `Figures: ${of}`,
  de: (of) => `Zahlen: ${of}`,
  es: (of) => `Cifras: ${of}`,
  fr: (of) => `Chiffres\u00a0: ${of}`,
};
const ALL: Record<Language, string> = {
  en: 'all series',
  de: 'alle Reihen',
  es: 'todas las series',
  fr: 'toutes les séries',
};

/** The same numbers as on the pages, for machines. */
@Injectable()
export class FigureFiles {
  constructor(
    private readonly figures: PublicFiguresService,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws series.not-found */
  async ofSeries(slug: string, language: Language, format: FigureFileFormat): Promise<string> {
    const figures = await this.figures.ofSeries(slug, language);
    const rows = dataRows(figures, slug, language, this.today());
    return this.written(figures, rows, figures.series[0]?.title ?? slug, language, format);
  }

  /** All series together, and each by itself. */
  async ofAll(language: Language, format: FigureFileFormat): Promise<string> {
    const { all, each } = await this.figures.ofAllAndEach(language);
    const rows = [
      ...dataRows(all, '', language, this.today()),
      ...each.flatMap((one) => dataRows(one, one.series[0]?.slug ?? '', language, this.today())),
    ];
    return this.written(all, rows, ALL[language], language, format);
  }

  private written(
    { licence, smallBelow }: PublicFigures,
    rows: FigureDataRow[],
    of: string,
    language: Language,
    format: FigureFileFormat,
  ): string {
    if (format === 'csv') return writeCsv(rows);
    const data: FigureDataSet = {
      title: TITLES[language](of),
      language,
      method: new URL(publicFiguresPaths.howWeCount(language), this.config.baseUrl).href,
      licence,
      asOf: this.today(),
      smallBelow,
      rows,
    };
    return `${JSON.stringify(data, null, 1)}\n`;
  }

  private today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }
}
