import { Injectable } from '@nestjs/common';
import { MediaStorage } from '@reihe/api-media';
import type { FunderReportFormat } from '@reihe/shared-figures';

export const REPORT_TYPES: Record<FunderReportFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
};

const folderOf = (id: string) => `funder-reports/${id}`;

/** Files of reports, where uploaded ones lie; handed to staff alone. */
@Injectable()
export class ReportFiles {
  constructor(private readonly storage: MediaStorage) {}

  put(id: string, format: FunderReportFormat, contents: Uint8Array): Promise<void> {
    return this.storage.put(`${folderOf(id)}/file`, contents, REPORT_TYPES[format]);
  }

  /** null: it is gone. */
  get(id: string): Promise<Uint8Array | null> {
    return this.storage.get(`${folderOf(id)}/file`);
  }

  forget(id: string): Promise<void> {
    return this.storage.removeFolder(folderOf(id));
  }
}
