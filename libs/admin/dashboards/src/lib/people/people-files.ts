import { DOCUMENT, inject, Injectable } from '@angular/core';
import { csvOf, everyPage, offerFile, ownTimeZone, workbookOf } from '@reihe/admin-ui';
import { DASHBOARD_PEOPLE_MAX, type DashboardPerson } from '@reihe/shared-figures';
import { DashboardClient, type DashboardPeopleQuery } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { nameWords, stateWords, whyWords } from './person-words';

export type PeopleFile = 'csv' | 'xlsx';

export const peopleColumns = () => [
  $localize`:@@registration.column.name:Name`,
  $localize`:@@registration.column.organisation:Organisation`,
  $localize`:@@registration.column.city:City`,
  $localize`:@@registration.column.country:Country`,
  $localize`:@@registration.column.session:Session`,
  $localize`:@@registration.column.state:State`,
  $localize`:@@dashboards.people.came:Came`,
  $localize`:@@dashboards.people.why:Why`,
];

/** In the order of the columns. */
export function peopleCells(one: DashboardPerson, formats: Formats): string[] {
  const day = formats.day(one.startsAt, one.timeZone);
  return [
    nameWords(one),
    one.organisation,
    one.city,
    one.country === null ? '' : formats.countryName(one.country),
    `${one.sessionTitle}, ${day}`,
    stateWords(one.state),
    cameWords(one),
    whyWords(one, formats).join('. '),
  ];
}

export function cameWords({ hasCome }: DashboardPerson): string {
  return hasCome ? $localize`:@@dashboards.people.has-come:came` : '';
}

/** Everybody behind a number, all pages of them; the file says of what and when. `of` begins its name. */
@Injectable({ providedIn: 'root' })
export class PeopleFiles {
  private readonly client = inject(DashboardClient);
  private readonly formats = inject(Formats);
  private readonly document = inject(DOCUMENT);

  async save(
    format: PeopleFile,
    query: DashboardPeopleQuery,
    { of, title }: { of: string; title: string },
  ): Promise<void> {
    const found = await everyPage((page) =>
      this.client.fetchPeople({ ...query, page, pageSize: DASHBOARD_PEOPLE_MAX }),
    );
    const rows = [peopleColumns(), ...found.map((one) => peopleCells(one, this.formats))];
    const about = this.about(title);
    const file =
      format === 'csv'
        ? new Blob([csvOf([...rows, [], ...about.map((line) => [line])])], { type: 'text/csv' })
        : await workbookOf([
            { name: $localize`:@@figures.numbers.people:People`, rows },
            { name: $localize`:@@registration.export.about:About`, rows: about.map((line) => [line]) },
          ]);
    offerFile(this.document, `${of}-${query.figure}.${format}`, file);
  }

  private about(title: string): string[] {
    const [now, zone] = [new Date().toISOString(), ownTimeZone()];
    const when = `${this.formats.day(now, zone)}, ${this.formats.time(now, zone)}`;
    return [title, $localize`:@@dashboards.people.exported:Exported on ${when}:when: (${zone}:zone:)`];
  }
}
