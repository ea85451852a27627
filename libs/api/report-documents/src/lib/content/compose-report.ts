import type { FunderReport } from '../funder-report';
import { REPORT_WORDS } from '../words/languages';
import { chartsOf } from './charts';
import { countriesOf } from './countries';
import { ReportFormats } from './formats';
import { howWeCount } from './how-we-count';
import { keyFiguresOf } from './key-figures';
import { mapOf } from './map';
import type { ReportDocument } from './report-document';
import type { Composing } from './section';
import { sessionsOf } from './sessions';

/** The whole report in its language; the same report gives the same document. */
export function composeReport(report: FunderReport): ReportDocument {
  const words = REPORT_WORDS[report.language];
  const formats = new ReportFormats(words, report.timeZone);
  const composing: Composing = { report, words, formats };
  const { cover } = words;
  const facts: [label: string, value: string | null][] = [
    [cover.host, report.host],
    [cover.commissioner, report.commissioner],
    [cover.period, formats.period(report)],
    [cover.asOf, formats.moment(report.asOf)],
    [cover.language, cover.languageName],
  ];
  return {
    language: report.language,
    fileTitle: words.fileTitle(report.title),
    kind: words.kind,
    title: report.title,
    facts: facts.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    note: cover.reproducible,
    contents: words.contents,
    page: words.page,
    asOf: new Date(report.asOf),
    blocks: [
      ...keyFiguresOf(composing),
      ...howWeCount(composing),
      ...mapOf(composing),
      ...chartsOf(composing),
      ...sessionsOf(composing),
      ...countriesOf(composing),
    ],
  };
}
