import type { ImportField, ImportProblem, SheetEncoding } from '@reihe/shared-planning';
import { type Formats } from '@reihe/web-platform';
import { fieldErrorWords } from '@reihe/web-forms';

/** What a column can be, in the page's language. */
export function fieldWords(field: ImportField, formats: Formats): string {
  const [fact, language] = field.split('.') as [string, string | undefined];
  const inLanguage = language ? formats.languageName(language) : '';
  switch (fact) {
    case 'title':
      return $localize`:@@planning.import.field.title:Title (${inLanguage}:language:)`;
    case 'abstract':
      return $localize`:@@planning.import.field.abstract:Abstract (${inLanguage}:language:)`;
    default:
      return factWords(field);
  }
}

function factWords(field: ImportField): string {
  switch (field) {
    case 'date':
      return $localize`:@@planning.import.field.date:Day`;
    case 'starts':
      return $localize`:@@planning.import.field.starts:Start`;
    case 'ends':
      return $localize`:@@planning.import.field.ends:End`;
    case 'duration':
      return $localize`:@@planning.import.field.duration:Length`;
    case 'timeZone':
      return $localize`:@@planning.import.field.zone:Time zone`;
    case 'series':
      return $localize`:@@planning.import.field.series:Series`;
    case 'kind':
      return $localize`:@@planning.import.field.kind:Kind`;
    case 'slug':
      return $localize`:@@planning.import.field.slug:Address`;
    case 'languages':
      return $localize`:@@planning.import.field.languages:Working languages`;
    case 'interpretation':
      return $localize`:@@planning.import.field.interpretation:Interpreted into`;
    case 'regions':
      return $localize`:@@planning.import.field.regions:Regions`;
    case 'categories':
      return $localize`:@@planning.import.field.categories:Categories`;
    case 'capacity':
      return $localize`:@@planning.import.field.capacity:Places`;
    case 'meetingUrl':
      return $localize`:@@planning.import.field.meeting:Meeting link`;
    case 'passcode':
      return $localize`:@@planning.import.field.passcode:Passcode`;
    default:
      return field;
  }
}

/** What is wrong, and what to do about it. */
export function importProblemWords({ code, value, limit, otherLine }: ImportProblem): string {
  switch (code) {
    case 'unknown':
      return $localize`:@@planning.import.problem.unknown:“${value}:value:” is not known here.`;
    case 'date-order':
      return $localize`:@@planning.import.problem.date-order:“${value}:value:” could be two days. Say above how day and month follow on each other, or which is meant.`;
    case 'time-nonexistent':
      return $localize`:@@planning.import.problem.nonexistent:The clocks jump over this time that night. Which is meant?`;
    case 'time-ambiguous':
      return $localize`:@@planning.import.problem.ambiguous:The clocks show this time twice that night. Which is meant?`;
    case 'already-there':
      return $localize`:@@planning.import.problem.there:A session with the address “${value}:value:” is there already: this row may have been imported before.`;
    case 'twice':
      return $localize`:@@planning.import.problem.twice:Line ${otherLine}:line: has the same address.`;
    case 'wrong-format':
      return $localize`:@@planning.import.problem.format:“${value}:value:” cannot be understood here.`;
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

export function separatorWords(separator: ',' | ';' | '\t'): string {
  switch (separator) {
    case ',':
      return $localize`:@@planning.import.comma:parted by commas`;
    case ';':
      return $localize`:@@planning.import.semicolon:parted by semicolons`;
    case '\t':
      return $localize`:@@planning.import.tab:parted by tabs`;
  }
}
