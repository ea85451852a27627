import { inject, InjectionToken, REQUEST_CONTEXT } from '@angular/core';
import type { Problem } from '@reihe/shared-contracts';

export interface ApiRequest {
  method: string;
  headers: Record<string, string>;
  body: string | null;
}

export interface ApiAnswer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  text: string;
}

/** What the API hands to a page it renders. */
export interface RenderContext {
  /** Calls the API of this process; `path` begins with API_BASE. Rejects where it cannot be reached. */
  fetchApi: (path: string, request: ApiRequest) => Promise<ApiAnswer>;
  /** Public origin of the site, without a slash at its end. */
  baseUrl: string;
  /** A form posted without JavaScript that comes back with what was typed and what is wrong with it. */
  form?: SubmittedForm;
}

export interface SubmittedForm {
  values: Record<string, string | string[]>;
  problem: Problem;
}

/** null in the browser and while pages are prerendered. */
export const RENDER_CONTEXT = new InjectionToken<RenderContext | null>('RENDER_CONTEXT', {
  providedIn: 'root',
  factory: () => inject(REQUEST_CONTEXT, { optional: true }) as RenderContext | null,
});
