import { inject, InjectionToken, REQUEST_CONTEXT } from '@angular/core';
import type { Problem } from '@reihe/shared-contracts';

/** What the API hands to a page it renders. */
export interface RenderContext {
  /** Calls the API in this process; `path` begins with API_BASE. */
  fetchApi: (path: string, init?: RequestInit) => Promise<Response>;
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
