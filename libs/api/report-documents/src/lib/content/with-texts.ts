import type { FunderReport } from '../funder-report';

/** The report with every text that somebody typed written anew; codes, days and addresses stay. */
export function withTexts(report: FunderReport, write: (typed: string) => string): FunderReport {
  const orNull = (typed: string | null) => (typed === null ? null : write(typed));
  return {
    ...report,
    title: write(report.title),
    host: orNull(report.host),
    commissioner: orNull(report.commissioner),
    figures: report.figures.map((figure) => ({
      ...figure,
      stated: figure.stated.map((stated) => ({ ...stated, source: write(stated.source) })),
    })),
    peopleByRegion: report.peopleByRegion.map((region) => ({ ...region, name: write(region.name) })),
    peopleByCategory: report.peopleByCategory.map((category) => ({
      ...category,
      name: write(category.name),
    })),
    sessions: report.sessions.map((session) => ({
      ...session,
      title: write(session.title),
      stated: session.stated && { ...session.stated, source: write(session.stated.source) },
    })),
    countries: report.countries.map((country) => ({
      ...country,
      cities: country.cities.map((city) => ({ ...city, name: write(city.name) })),
    })),
  };
}
