import {
  HttpErrorResponse,
  HttpHeaders,
  HttpResponse,
  type HttpBackend,
  type HttpEvent,
  type HttpRequest,
} from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { from, mergeMap, of, throwError, type Observable } from 'rxjs';
import { type ApiAnswer, type ApiRequest, RENDER_CONTEXT } from './render-context';

/** HTTP of a page rendered on the server: straight to the API of this process. Without a context it goes over the network. */
@Injectable()
export class InProcessBackend implements HttpBackend {
  private readonly context = inject(RENDER_CONTEXT);

  handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    return from(this.send(request)).pipe(
      mergeMap((answer) => (answer instanceof HttpErrorResponse ? throwError(() => answer) : of(answer))),
    );
  }

  private async send(request: HttpRequest<unknown>): Promise<HttpResponse<unknown> | HttpErrorResponse> {
    let answer: ApiAnswer;
    try {
      answer = await this.ask(request);
    } catch (error) {
      return new HttpErrorResponse({ error, status: 0, url: request.urlWithParams });
    }
    const { status } = answer;
    const isOk = status >= 200 && status < 300;
    const told = { headers: new HttpHeaders(answer.headers), status, url: request.urlWithParams };
    const body = bodyOf(answer, isOk ? request.responseType : 'json');
    return isOk ? new HttpResponse({ ...told, body }) : new HttpErrorResponse({ ...told, error: body });
  }

  private ask(request: HttpRequest<unknown>): Promise<ApiAnswer> {
    const headers: Record<string, string> = { accept: 'application/json' };
    for (const name of request.headers.keys()) headers[name] = request.headers.get(name) ?? '';
    const contentType = request.detectContentTypeHeader();
    if (contentType) headers['content-type'] ??= contentType;
    const asked: ApiRequest = { method: request.method, headers, body: textOf(request) };
    if (!this.context) return overNetwork(request.urlWithParams, asked);
    // Angular makes relative addresses absolute before they come here.
    const { pathname, search } = new URL(request.urlWithParams, this.context.baseUrl);
    return this.context.fetchApi(pathname + search, asked);
  }
}

/** Pages that are rendered on the server send JSON or nothing. */
function textOf(request: HttpRequest<unknown>): string | null {
  const body = request.serializeBody();
  return typeof body === 'string' ? body : null;
}

async function overNetwork(address: string, request: ApiRequest): Promise<ApiAnswer> {
  const response = await fetch(address, request);
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text: await response.text(),
  };
}

function bodyOf({ text, headers }: ApiAnswer, wanted: string): unknown {
  if (text === '') return null;
  return wanted === 'json' && /[/+]json\b/.test(headers['content-type'] ?? '')
    ? (JSON.parse(text) as unknown)
    : text;
}
