import { DestroyRef, effect, inject, RESPONSE_INIT } from '@angular/core';
import { Meta } from '@angular/platform-browser';
import type { Language } from '@reihe/shared-contracts';
import { inEveryLanguage, PageHead } from '@reihe/web-platform';

/**
 * Describes a page of the registration: no search engine and no cache keeps it, and no other site is told its address, which may
 * hold a personal link. To be called where the page's component is made; `address` may read its inputs.
 */
export function describePrivately(title: string, address: (language: Language) => string): void {
  const head = inject(PageHead);
  const meta = inject(Meta);
  const response = inject(RESPONSE_INIT, { optional: true });
  if (response) {
    const headers = new Headers(response.headers);
    headers.set('Cache-Control', 'no-store');
    headers.set('Referrer-Policy', 'no-referrer');
    response.headers = headers;
  }
  meta.updateTag({ name: 'referrer', content: 'no-referrer' });
  inject(DestroyRef).onDestroy(() => {
    meta.removeTag('name="referrer"');
  });
  effect(() => {
    head.describe({ title, description: '', addresses: inEveryLanguage(address), isPrivate: true });
  });
}
