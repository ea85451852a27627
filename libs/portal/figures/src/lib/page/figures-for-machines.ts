import {
  FIGURE_FILE_FORMATS,
  FIGURE_FILE_TYPES,
  publicFiguresPaths,
  type FigureFileFormat,
  type PublicFigures,
} from '@reihe/shared-figures';
import type { MachineWords, PageHead } from '@reihe/web-platform';
import type { FiguresWords } from './figures-head';

/** The data set of a series, or of all, for search engines of data (schema.org's Dataset). */
export function figuresForMachines(
  head: PageHead,
  { series, totals, countedAt, licence }: PublicFigures,
  { title, description, language, slug }: FiguresWords,
): MachineWords {
  const pathOf = (format: FigureFileFormat) =>
    slug === null
      ? publicFiguresPaths.fileOfAll(language, format)
      : publicFiguresPaths.file(language, format, slug);
  const files = FIGURE_FILE_FORMATS.map((format) => ({
    type: FIGURE_FILE_TYPES[format],
    href: pathOf(format),
  }));
  const days = series.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]).sort();
  const hosts = [...new Set(series.map(({ host }) => host).filter(Boolean))];
  return {
    more: files.map(({ type, href }) => ['link', { rel: 'alternate', type, href, title }]),
    structuredData: [
      {
        '@type': 'Dataset',
        name: title,
        description,
        inLanguage: language,
        url: head.absolute(
          slug === null ? publicFiguresPaths.pageOfAll(language) : publicFiguresPaths.page(language, slug),
        ),
        license: licence,
        isAccessibleForFree: true,
        measurementTechnique: head.absolute(publicFiguresPaths.howWeCount(language)),
        variableMeasured: [...new Set(totals.map(({ measure }) => measure))],
        ...(days.length > 0 && { temporalCoverage: `${days[0]}/${days.at(-1)}` }),
        ...(countedAt && { dateModified: countedAt }),
        ...(hosts.length > 0 && { creator: hosts.map((name) => ({ '@type': 'Organization', name })) }),
        distribution: files.map(({ type, href }) => ({
          '@type': 'DataDownload',
          encodingFormat: type,
          contentUrl: head.absolute(href),
        })),
      },
    ],
  };
}
