import { sessionStateWords } from '@reihe/admin-session-form';
import type { SessionListItem, SessionSort } from '@reihe/shared-contracts';
import { languageList, sessionKindWords, type Formats } from '@reihe/web-platform';

export const COLUMNS = [
  'session',
  'series',
  'kind',
  'state',
  'start',
  'end',
  'zone',
  'languages',
  'seats',
  'capacity',
  'link',
  'recap',
] as const;
export type Column = (typeof COLUMNS)[number];

/** What one sees first; the title is always there. */
export const FIRST_COLUMNS: readonly Column[] = [
  'session',
  'state',
  'start',
  'end',
  'seats',
  'capacity',
  'link',
  'recap',
];

/** Column by which the API orders, where it does. */
export const SORT_OF: Partial<Record<Column, SessionSort>> = {
  session: 'title',
  series: 'series',
  kind: 'kind',
  state: 'state',
  start: 'start',
  capacity: 'capacity',
};

export function columnWords(column: Column): string {
  switch (column) {
    case 'session':
      return $localize`:@@programme.sessions.column-session:Session`;
    case 'series':
      return $localize`:@@planning.column.series:Series`;
    case 'kind':
      return $localize`:@@planning.column.kind:Kind`;
    case 'state':
      return $localize`:@@programme.sessions.column-state:State`;
    case 'start':
      return $localize`:@@planning.column.start:Start`;
    case 'end':
      return $localize`:@@planning.column.end:End`;
    case 'zone':
      return $localize`:@@planning.column.zone:Time zone`;
    case 'languages':
      return $localize`:@@planning.column.languages:Languages`;
    case 'seats':
      return $localize`:@@programme.sessions.column-seats:Places taken`;
    case 'capacity':
      return $localize`:@@planning.column.capacity:Places`;
    case 'link':
      return $localize`:@@programme.sessions.column-link:Link`;
    case 'recap':
      return $localize`:@@programme.sessions.column-recap:Recap`;
  }
}

export type CellValue = string | number;

/** What stands in a column, for a file: numbers stay numbers, times are the session's own wall clock. */
export function cellValue(column: Column, session: SessionListItem, formats: Formats): CellValue {
  switch (column) {
    case 'session':
      return session.title;
    case 'series':
      return session.seriesTitle;
    case 'kind':
      return sessionKindWords(session.kind);
    case 'state':
      return sessionStateWords(session.state);
    case 'start':
      return session.startsLocal.replace('T', ' ');
    case 'end':
      return session.endsLocal.replace('T', ' ');
    case 'zone':
      return session.timeZone;
    case 'languages':
      return languageList(session.languages, formats);
    case 'seats':
      return session.confirmed;
    case 'capacity':
      return session.capacity ?? $localize`:@@planning.unlimited:unlimited`;
    case 'link':
      return session.hasMeetingLink ? yes() : no();
    case 'recap':
      return session.recaps;
  }
}

const yes = () => $localize`:@@planning.yes:yes`;
const no = () => $localize`:@@planning.no:no`;
