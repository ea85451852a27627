import type { FunderReport } from '../funder-report';
import type { ReportWords } from '../words/report-words';
import type { ReportFormats } from './formats';
import type { Block } from './report-document';

/** What each section is made from. */
export interface Composing {
  report: FunderReport;
  words: ReportWords;
  formats: ReportFormats;
}

/** How a section begins; those of the first level begin a page. */
export function section(
  id: string,
  { title, intro }: { title: string; intro: string },
  level: 1 | 2 = 1,
  startsPage = level === 1,
): Block[] {
  return [
    { kind: 'heading', id, level, text: title, startsPage },
    { kind: 'text', text: intro },
  ];
}
