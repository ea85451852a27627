import { HttpClient, HttpErrorResponse, HttpEventType, type HttpEvent } from '@angular/common/http';
import { catchError, filter, map, throwError, type Observable } from 'rxjs';

/**
 * Posts, and gives the lines of JSON that come back as they come. Needs XMLHttpRequest underneath (`withXhr()`) to tell how far
 * the work is.
 */
export function postForLines<Line>(http: HttpClient, address: string, body: object): Observable<Line> {
  return http.post(address, body, { observe: 'events', reportProgress: true, responseType: 'text' }).pipe(
    map((event) => lastLine<Line>(event)),
    filter((line) => line !== null),
    catchError((error: unknown) => throwError(() => withProblem(error))),
  );
}

function lastLine<Line>(event: HttpEvent<string>): Line | null {
  if (event.type === HttpEventType.Response) return lineOf<Line>(event.body ?? '');
  return event.type === HttpEventType.DownloadProgress ? lineOf<Line>(event.partialText ?? '') : null;
}

/** The last line that has arrived whole. */
function lineOf<Line>(text: string): Line | null {
  const line = text.slice(0, text.lastIndexOf('\n')).split('\n').at(-1);
  return line ? (JSON.parse(line) as Line) : null;
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
