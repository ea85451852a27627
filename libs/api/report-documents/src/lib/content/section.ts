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

/** How a section begins. */
export function section(
  id: string,
  { title, intro }: { title: string; intro: string },
  level: 1 | 2 = 1,
  startsPage = false,
): Block[] {
  return [
    { kind: 'heading', id, level, text: title, startsPage },
    { kind: 'text', text: intro },
  ];
}
