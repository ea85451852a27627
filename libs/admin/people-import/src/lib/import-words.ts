import type { SheetEncoding } from '@reihe/shared-planning';
import type { PersonField, PersonProblem } from '@reihe/shared-registration';
import { fieldErrorWords } from '@reihe/web-forms';

/** What a column can be. */
export function fieldWords(field: PersonField): string {
  switch (field) {
    case 'name':
      return $localize`:@@registration.import.field.name:Whole name`;
    case 'firstName':
      return $localize`:@@registration.import.field.first-name:First name`;
    case 'lastName':
      return $localize`:@@registration.import.field.last-name:Family name`;
    case 'email':
      return $localize`:@@registration.column.email:E-mail`;
    case 'organisation':
      return $localize`:@@registration.column.organisation:Organisation`;
    case 'position':
      return $localize`:@@registration.column.position:Position`;
    case 'city':
      return $localize`:@@registration.column.city:City`;
    case 'country':
      return $localize`:@@registration.column.country:Country`;
    case 'language':
      return $localize`:@@registration.column.language:Language`;
    case 'timeZone':
      return $localize`:@@registration.add.zone:Time zone`;
    case 'accessibilityNeeds':
      return $localize`:@@registration.column.needs:Accessibility needs`;
  }
}

/** What is wrong, and what to do about it. */
export function personProblemWords({ code, value, limit, otherLine }: PersonProblem): string {
  switch (code) {
    case 'unknown':
      return $localize`:@@registration.import.unknown:“${value}:value:” is not known here.`;
    case 'already-there':
      return $localize`:@@registration.import.there:They are registered for this session already.`;
    case 'twice':
      return $localize`:@@registration.import.twice:Line ${otherLine}:line: has the same person.`;
    case 'wrong-format':
      return $localize`:@@registration.import.format:“${value}:value:” cannot be understood here.`;
    default:
      return fieldErrorWords(code, limit);
  }
}

export function encodingWords(encoding: SheetEncoding): string {
  switch (encoding) {
    case 'utf-8':
      return 'UTF-8';
    case 'utf-16le':
    case 'utf-16be':
      return 'UTF-16';
    case 'windows-1252':
      return 'Windows-1252';
    case 'xlsx':
      return 'XLSX';
  }
}
