import type { DatedHoliday } from '@reihe/shared-planning';
import { placeWords } from '@reihe/admin-ui';
import type { Formats } from '@reihe/web-platform';
import type { BatchRow } from './batch-rows';

const NAMED = 4;

/** What is remarkable about a date, each in a sentence; empty: nothing. */
export function markWords(row: BatchRow, timeZone: string, formats: Formats): string[] {
  const marks: string[] = [];
  if (row.hostShift !== 0) {
    const city = formats.zoneCity(timeZone);
    const by = minutesWords(Math.abs(row.hostShift), formats);
    marks.push(
      row.hostShift > 0
        ? $localize`:@@planning.mark.forward:Before this date the clocks in ${city}:city: are put forward by ${by}:minutes:.`
        : $localize`:@@planning.mark.back:Before this date the clocks in ${city}:city: are put back by ${by}:minutes:.`,
    );
  }
  const moved = row.places.filter(({ shift }) => shift !== 0);
  if (moved.length > 0) {
    const named = moved.slice(0, NAMED).map(({ place, shift }) => {
      const sign = shift > 0 ? '+' : '\u2212';
      return `${placeWords(place, formats)} (${sign}${minutesWords(Math.abs(shift), formats)})`;
    });
    marks.push(
      $localize`:@@planning.mark.shifted:Another hour than at the date before: ${listed(named, moved.length, formats)}:places:.`,
    );
  }
  if (row.known?.isOutsidePeriod)
    marks.push($localize`:@@planning.mark.outside:Outside of the period of the series.`);
  if (row.known && row.known.holidays.length > 0)
    marks.push(
      $localize`:@@planning.mark.holiday:Public holiday: ${holidayWords(row.known.holidays, formats)}:countries:.`,
    );
  return marks;
}

function holidayWords(holidays: readonly DatedHoliday[], formats: Formats): string {
  const named = holidays
    .slice(0, NAMED)
    .map(({ country, name }) => `${formats.countryName(country)} (${name})`);
  return listed(named, holidays.length, formats);
}

function listed(named: readonly string[], all: number, formats: Formats): string {
  const more = all - named.length;
  if (more <= 0) return formats.list(named);
  return formats.list([...named, $localize`:@@planning.mark.more:${formats.number(more)}:count: more`]);
}

function minutesWords(minutes: number, formats: Formats): string {
  const hours = minutes / 60;
  return Number.isInteger(hours)
    ? $localize`:@@planning.mark.hours:${formats.number(hours)}:hours: h`
    : $localize`:@@planning.mark.minutes:${formats.number(minutes)}:minutes: min`;
}
