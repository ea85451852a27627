import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { apiPaths, type Language } from '@reihe/shared-contracts';
import type {
  ImportCheck,
  ImportProgress,
  ImportRequest,
  SheetTable,
  UndoImport,
  UndoImportResult,
} from '@reihe/shared-planning';
import type { Observable } from 'rxjs';
import { postForLines } from './json-lines';
import { apiAddress } from './requests';
import { StaffHttp } from './staff-http';

/** Sessions from a sheet. */
@Injectable({ providedIn: 'root' })
export class ImportClient {
  private readonly http = inject(StaffHttp);
  private readonly raw = inject(HttpClient);

  readFile(file: File): Promise<SheetTable> {
    const body = new FormData();
    body.append('file', file, file.name);
    return this.http.post(apiPaths.importFile, body);
  }

  readText(text: string): Promise<SheetTable> {
    return this.http.post(apiPaths.importText, { text });
  }

  check(request: ImportRequest): Promise<ImportCheck> {
    return this.http.post(apiPaths.importCheck, request);
  }

  /** Ends in `done` or `failed`, or fails at once. */
  run(request: ImportRequest): Observable<ImportProgress> {
    return postForLines(this.raw, apiAddress(apiPaths.importSessions), request);
  }

  undo(made: UndoImport): Promise<UndoImportResult> {
    return this.http.post(apiPaths.undoImport, made);
  }

  /** Where the template is downloaded from. */
  templateAddress(language: Language): string {
    return `${apiAddress(apiPaths.importTemplate)}?lang=${language}`;
  }
}
