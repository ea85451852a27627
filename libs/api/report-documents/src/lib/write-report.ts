import type { FunderReportFormat } from '@reihe/shared-figures';
import { composeReport } from './content/compose-report';
import type { ReportDocument } from './content/report-document';
import { withTexts } from './content/with-texts';
import { isPrintable, printable } from './drawing/letters';
import type { FunderReport } from './funder-report';
import { REPORT_WORDS } from './words/languages';
import { writeDocx } from './writers/write-docx';
import { writeHtml } from './writers/write-html';
import { writePdf } from './writers/write-pdf';

const WRITERS: Record<
  FunderReportFormat,
  (report: ReportDocument, tell: () => void) => Uint8Array | Promise<Uint8Array>
> = {
  pdf: writePdf,
  docx: writeDocx,
  html: writeHtml,
};

export interface ToWrite {
  /** Its texts in one line each (`oneLine`). */
  report: FunderReport;
  format: FunderReportFormat;
}

/** @param tell how many of all steps are done, once per picture and at the end */
export async function writeReport(
  { report, format }: ToWrite,
  tell: (done: number, of: number) => void,
): Promise<Uint8Array> {
  const document = documentFor(report, format);
  const steps = document.blocks.filter(({ kind }) => kind === 'picture').length + 1;
  let done = 0;
  const step = () => {
    done += 1;
    tell(done, steps);
  };
  const file = await WRITERS[format](document, step);
  step();
  return file;
}

/** Paper has one typeface; browsers and word processors find letters wherever they are. */
function documentFor(report: FunderReport, format: FunderReportFormat): ReportDocument {
  if (format !== 'pdf') return composeReport(report);
  let isWhole = true;
  const document = composeReport(
    withTexts(report, (text) => {
      isWhole &&= isPrintable(text);
      return printable(text);
    }),
  );
  return isWhole
    ? document
    : { ...document, note: `${document.note} ${REPORT_WORDS[report.language].missingLetters}` };
}
