import { HttpClient, HttpErrorResponse, HttpEventType, type HttpEvent } from '@angular/common/http';
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
import { catchError, filter, map, throwError, type Observable } from 'rxjs';
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

  /** Needs XMLHttpRequest underneath (`withXhr()`) to tell how far it is. Ends in `done` or `failed`, or fails at once. */
  run(request: ImportRequest): Observable<ImportProgress> {
    return this.raw
      .post(apiAddress(apiPaths.importSessions), request, {
        observe: 'events',
        reportProgress: true,
        responseType: 'text',
      })
      .pipe(
        map(lastLine),
        filter((line) => line !== null),
        catchError((error: unknown) => throwError(() => withProblem(error))),
      );
  }

  undo(made: UndoImport): Promise<UndoImportResult> {
    return this.http.post(apiPaths.undoImport, made);
  }

  /** Where the template is downloaded from. */
  templateAddress(language: Language): string {
    return `${apiAddress(apiPaths.importTemplate)}?lang=${language}`;
  }
}

function lastLine(event: HttpEvent<string>): ImportProgress | null {
  if (event.type === HttpEventType.Response) return lineOf(event.body ?? '');
  return event.type === HttpEventType.DownloadProgress ? lineOf(event.partialText ?? '') : null;
}

/** The last line that has arrived whole. */
function lineOf(text: string): ImportProgress | null {
  const line = text.slice(0, text.lastIndexOf('\n')).split('\n').at(-1);
  return line ? (JSON.parse(line) as ImportProgress) : null;
}

/** The answer is read as text, so a problem comes as text too. */
function withProblem(error: unknown): unknown {
  if (!(error instanceof HttpErrorResponse) || typeof error.error !== 'string') return error;
  try {
    const { headers, status, statusText } = error;
    return new HttpErrorResponse({
      error: JSON.parse(error.error) as unknown,
      headers,
      status,
      statusText,
      ...(error.url && { url: error.url }),
    });
  } catch {
    return error;
  }
}
