import { DomainError } from '@reihe/api-platform';
import type { ReportField } from './meeting-report';

export const reportUnreadable = () => new DomainError('report.unreadable', 422);

export const reportEmpty = () => new DomainError('report.empty', 422);

export const reportTooLarge = () => new DomainError('report.too-many-rows', 422);

export interface UnknownTable {
  /** Heading cells. */
  columns: string[];
  guessed: (ReportField | null)[];
  /** The first lines below them, for whoever sent the file: they alone can say what the columns are. */
  rows: string[][];
}

export const reportUnknown = (table: UnknownTable) =>
  new DomainError('report.unknown', 422, { details: { ...table } });
