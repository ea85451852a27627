import type { ReportLanguage } from '../funder-report';
import { de } from './de';
import { en } from './en';
import type { ReportWords } from './report-words';

export const REPORT_WORDS: Record<ReportLanguage, ReportWords> = { en, de };
