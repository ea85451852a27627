import { inject, Injectable } from '@angular/core';
import type { Language } from '@reihe/shared-contracts';
import {
  exchangePaths,
  translationPaths,
  type ExchangeFormat,
  type ExchangePreview,
  type ImportedTranslation,
  type Recap,
  type ReviewTranslation,
} from '@reihe/shared-editorial';
import { apiAddress } from './requests';
import { StaffHttp } from './staff-http';

/** Translations of recaps: looked through, and exchanged as files. */
@Injectable({ providedIn: 'root' })
export class TranslationsClient {
  private readonly http = inject(StaffHttp);

  review(recapId: string, body: ReviewTranslation): Promise<Recap> {
    return this.http.post(translationPaths.review(recapId), body);
  }

  /** Where a browser gets the file: one recap's, or a ZIP of several. */
  exportAddress(recapIds: readonly string[], language: Language, format: ExchangeFormat): string {
    const query = new URLSearchParams({ recaps: recapIds.join(), language, format });
    return `${apiAddress(exchangePaths.export)}?${query.toString()}`;
  }

  preview(recapId: string, language: Language, file: File): Promise<ExchangePreview> {
    return this.http.post(exchangePaths.preview(recapId), withFile(file, { language }));
  }

  /** @param rows keys of those that are taken @param version of the recap as it was looked at */
  import(
    recapId: string,
    { language, version }: Pick<ExchangePreview, 'language' | 'version'>,
    rows: readonly string[],
    file: File,
  ): Promise<ImportedTranslation> {
    const fields = { language, version: String(version), rows: rows.join() };
    return this.http.post(exchangePaths.import(recapId), withFile(file, fields));
  }

  undoImport(recapId: string, importId: string, version: number): Promise<Recap> {
    return this.http.post(exchangePaths.undo(recapId, importId), { version });
  }
}

function withFile(file: File, fields: Record<string, string>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', file);
  return body;
}
