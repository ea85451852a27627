import type { FrozenFigure, FrozenMeasure, FrozenPart } from '@reihe/shared-figures';
import type { Formats } from '@reihe/web-platform';

export function frozenMeasureWords(measure: FrozenMeasure): string {
  switch (measure) {
    case 'sessions':
      return $localize`:@@figures.measure.sessions:Sessions`;
    case 'participations':
      return $localize`:@@figures.measure.participations:Participations`;
    case 'participants':
      return $localize`:@@figures.measure.participants:Participants`;
    case 'attended':
      return $localize`:@@figures.measure.attended:Attended`;
    case 'attendees':
      return $localize`:@@figures.measure.attendees:People who attended`;
    case 'guests':
      return $localize`:@@attendance.group.guests:Guests nobody identified`;
    case 'accounted':
      return $localize`:@@privacy.frozen.accounted:Sessions of which is known who came`;
    case 'registered':
      return $localize`:@@figures.measure.registered:Registered`;
    case 'waitlisted':
      return $localize`:@@figures.measure.waitlisted:Waiting`;
    case 'cities':
      return $localize`:@@figures.measure.cities:Cities`;
    case 'countries':
      return $localize`:@@figures.measure.countries:Countries`;
    case 'regions':
      return $localize`:@@figures.measure.regions:Regions`;
    case 'organisations':
      return $localize`:@@dashboards.measure.organisations:Organisations`;
    case 'speakers':
      return $localize`:@@figures.measure.speakers:Speakers`;
  }
}

export function partWords(part: FrozenPart): string {
  switch (part) {
    case 'series':
      return $localize`:@@privacy.frozen.series:The whole series`;
    case 'session':
      return $localize`:@@registration.column.session:Session`;
    case 'month':
      return $localize`:@@privacy.frozen.month:Month`;
    case 'country':
      return $localize`:@@registration.column.country:Country`;
    case 'city':
      return $localize`:@@registration.column.city:City`;
    case 'region':
      return $localize`:@@privacy.frozen.region:Region`;
    case 'category':
      return $localize`:@@privacy.frozen.category:Category`;
    case 'language':
      return $localize`:@@privacy.frozen.language:Language`;
    case 'organisation':
      return $localize`:@@registration.column.organisation:Organisation`;
    case 'time-zone':
      return $localize`:@@privacy.frozen.time-zone:Time zone`;
    case 'places-per-person':
      return $localize`:@@privacy.frozen.places:Places of one person`;
    case 'answer':
      return $localize`:@@privacy.frozen.answer:Answer`;
  }
}

/** Which country, which session; of the series nothing more is to be said. */
export function ofWords({ part, of, country }: FrozenFigure, formats: Formats): string {
  switch (part) {
    case 'country':
      return formats.countryName(of);
    case 'language':
      return formats.languageName(of);
    case 'city':
      return country === null ? of : `${of}, ${formats.countryName(country)}`;
    case 'organisation':
      return of || $localize`:@@privacy.frozen.unnamed:One that too few people named to be told`;
    case 'places-per-person':
      return $localize`:@@privacy.frozen.so-many-places:Places: ${of}:number:`;
    case 'series':
      return partWords(part);
    case 'session':
    case 'month':
    case 'region':
    case 'category':
    case 'time-zone':
    case 'answer':
      return of;
  }
}

export function frozenOriginWords(origin: FrozenFigure['origin']): string {
  return origin === 'counted'
    ? $localize`:@@figures.origin.counted:Counted`
    : $localize`:@@figures.origin.imported:Imported`;
}
