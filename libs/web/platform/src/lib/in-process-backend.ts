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
import { RENDER_CONTEXT } from './render-context';

/** HTTP of a page rendered on the server: straight into the API's process. Without a context it goes over the network. */
@Injectable()
export class InProcessBackend implements HttpBackend {
  private readonly context = inject(RENDER_CONTEXT);

  handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    return from(this.send(request)).pipe(
      mergeMap((answer) => (answer instanceof HttpErrorResponse ? throwError(() => answer) : of(answer))),
    );
  }

  private async send(request: HttpRequest<unknown>): Promise<HttpResponse<unknown> | HttpErrorResponse> {
    let response: Response;
    try {
      response = await this.fetch(request);
    } catch (error) {
      return new HttpErrorResponse({ error, status: 0, url: request.urlWithParams });
    }
    const answer = {
      headers: new HttpHeaders(response.headers),
      status: response.status,
      statusText: response.statusText,
      url: request.urlWithParams,
    };
    const body = bodyOf(await response.text(), request, response);
    return response.ok
      ? new HttpResponse({ ...answer, body })
      : new HttpErrorResponse({ ...answer, error: body });
  }

  private fetch(request: HttpRequest<unknown>): Promise<Response> {
    const headers: Record<string, string> = { accept: 'application/json' };
    for (const name of request.headers.keys()) headers[name] = request.headers.get(name) ?? '';
    const contentType = request.detectContentTypeHeader();
    if (contentType) headers['content-type'] ??= contentType;
    const init: RequestInit = {
      method: request.method,
      headers,
      body: request.serializeBody() as BodyInit | null,
    };
    if (!this.context) return fetch(request.urlWithParams, init);
    // Angular makes relative addresses absolute before they come here.
    const { pathname, search } = new URL(request.urlWithParams, this.context.baseUrl);
    return this.context.fetchApi(pathname + search, init);
  }
}

function bodyOf(text: string, request: HttpRequest<unknown>, response: Response): unknown {
  const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
  const wantsJson = request.responseType === 'json' || !response.ok;
  if (text === '') return null;
  return isJson && wantsJson ? (JSON.parse(text) as unknown) : text;
}
