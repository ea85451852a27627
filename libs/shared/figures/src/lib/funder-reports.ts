import { ADMIN_LANGUAGES, type AdminLanguage, type RulesFor } from '@reihe/shared-contracts';

export const FUNDER_REPORT_FORMATS = ['pdf', 'docx', 'html'] as const;
export type FunderReportFormat = (typeof FUNDER_REPORT_FORMATS)[number];

/** Whom countries, categories, months and the like are of: whoever has a confirmed place, or whoever came. */
export const FUNDER_REPORT_BASES = ['places', 'attendance'] as const;
export type FunderReportBasis = (typeof FUNDER_REPORT_BASES)[number];

export interface MakeFunderReport {
  language: AdminLanguage;
  format: FunderReportFormat;
  basis: FunderReportBasis;
  /** `YYYY-MM-DD` by each session's own clock, both included; null: from the beginning, to the end. */
  from: string | null;
  to: string | null;
  /** True: numbers of fewer than `SMALL_BELOW` people by country, city, region or category are left out, and what would tell them. */
  hidesSmall: boolean;
}

/** queued: waits for a worker · working · ready: can be downloaded · failed: `failure` says why */
export const FUNDER_REPORT_STATES = ['queued', 'working', 'ready', 'failed'] as const;
export type FunderReportState = (typeof FUNDER_REPORT_STATES)[number];

/** storage: files can be put nowhere · broken: it could not be written, which is for whoever runs the installation */
export const FUNDER_REPORT_FAILURES = ['storage', 'broken'] as const;
export type FunderReportFailure = (typeof FUNDER_REPORT_FAILURES)[number];

/** A report of a series: asked for, on its way, or a file. */
export interface MadeFunderReport extends MakeFunderReport {
  id: string;
  seriesId: string;
  state: FunderReportState;
  /** Steps; `of` is 0 until it is known. */
  done: number;
  of: number;
  failure: FunderReportFailure | null;
  createdAt: string;
  /** null: the account is gone. */
  createdBy: string | null;
  /** The moment that its figures are of: where they are those of an earlier report, of that one. null until they are gathered. */
  asOf: string | null;
  /** Of the file; null until there is one. */
  fileName: string | null;
  byteSize: number | null;
  sha256: string | null;
  /** The first report of the series that is the same file to the last byte, when it was asked for; null: this is the first. */
  sameSince: string | null;
}

export const makeFunderReportRules = {
  language: { kind: 'text', values: ADMIN_LANGUAGES },
  format: { kind: 'text', values: FUNDER_REPORT_FORMATS },
  basis: { kind: 'text', values: FUNDER_REPORT_BASES },
  from: { kind: 'text', format: 'date', optional: true },
  to: { kind: 'text', format: 'date', optional: true },
  hidesSmall: { kind: 'boolean' },
} as const satisfies RulesFor<MakeFunderReport>;

/** Of a series; older ones are dropped one by one, by whoever made them. */
export const FUNDER_REPORT_LIMITS = { perSeries: 100 } as const;
