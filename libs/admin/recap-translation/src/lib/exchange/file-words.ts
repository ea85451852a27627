import type { Problem } from '@reihe/shared-contracts';
import type { ExchangeProblem, ExchangeRow, FileRefusal } from '@reihe/shared-editorial';

interface Details {
  reason?: FileRefusal;
  line?: number;
  found?: string;
}

/** Why a file was not taken; null: it is about something else. */
export function refusalWords({ code, details, status }: Problem): string | null {
  if (status === 413) return tooLarge();
  if (code !== 'recap.file-refused') return null;
  const { reason, line, found = '' } = (details ?? {}) as Details;
  switch (reason) {
    case 'empty':
      return $localize`:@@recap-translation.file.empty:The file is empty.`;
    case 'too-large':
      return tooLarge();
    case 'encoding':
      return $localize`:@@recap-translation.file.encoding:The file is not written in the encoding that it names. Ask for it in UTF-8.`;
    case 'broken':
      return $localize`:@@recap-translation.file.broken:The file is no well-formed XML: it breaks off or is damaged at line ${line ?? 1}:line:.`;
    case 'doctype':
      return $localize`:@@recap-translation.file.doctype:The file brings a document type along (line ${line ?? 1}:line:). XLIFF has none: it is not read.`;
    case 'not-xliff':
      return $localize`:@@recap-translation.file.not-xliff:This is no XLIFF file.`;
    case 'version':
      return $localize`:@@recap-translation.file.version:This version of XLIFF is not known. Ask for XLIFF 2.1 or 1.2.`;
    case 'several':
      return $localize`:@@recap-translation.file.several:The file is about several texts. Take in one file for each.`;
    case 'other-recap':
      return $localize`:@@recap-translation.file.other-recap:The file belongs to another recap.`;
    case 'other-language':
      return $localize`:@@recap-translation.file.other-language:The file is a translation into another language: ${found}:language:.`;
    case 'other-source':
      return $localize`:@@recap-translation.file.other-source:The file is a translation from another language: ${found}:language:.`;
    case 'rows':
      return $localize`:@@recap-translation.file.rows:Something changed since you looked at the file. Nothing was taken; look at it again.`;
    default:
      return null;
  }
}

function tooLarge(): string {
  return $localize`:@@recap-translation.file.too-large:The file is too large or too deeply nested to be one of a recap.`;
}

export function rowKindWords({ kind, problems, isNewerHere }: ExchangeRow): string {
  if (problems.length > 0) return $localize`:@@recap-translation.kind.broken:Cannot be taken`;
  if (isNewerHere) return $localize`:@@recap-translation.kind.newer:Newer here`;
  switch (kind) {
    case 'new':
      return $localize`:@@recap-translation.kind.new:New`;
    case 'change':
      return $localize`:@@recap-translation.kind.change:Changed`;
    case 'same':
      return $localize`:@@recap-translation.kind.same:As it is here`;
    case 'untranslated':
      return $localize`:@@recap-translation.kind.untranslated:Not translated in the file`;
    case 'gone':
      return $localize`:@@recap-translation.kind.gone:No longer in the original`;
  }
}

export function problemWords(problem: ExchangeProblem): string {
  switch (problem) {
    case 'unknown-code':
      return $localize`:@@recap-translation.problem.unknown:It has a number, note or link that the original has not.`;
    case 'doubled-code':
      return $localize`:@@recap-translation.problem.doubled:A number or note stands in it twice.`;
    case 'markup':
      return $localize`:@@recap-translation.problem.markup:It has markup that a text cannot hold.`;
    case 'incomplete':
      return $localize`:@@recap-translation.problem.incomplete:Only some of its lines are translated.`;
    case 'not-allowed':
      return $localize`:@@recap-translation.problem.not-allowed:It is too long, too short, or holds what cannot be stored.`;
  }
}
