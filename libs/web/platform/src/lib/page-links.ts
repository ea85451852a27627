import { DOCUMENT, inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import { publicPaths } from '@reihe/shared-contracts';
import { LANGUAGE } from './language';

/**
 * Follows plain links to pages of this language without loading the document anew. One listener stands for all of them: a directive on
 * each link (`routerLink`) took a seventh of the time a series page takes to render.
 */
@Service()
export class PageLinks {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly home = publicPaths.home(inject(LANGUAGE));

  /** Leaves to the browser what is meant for it: other windows, downloads, other sites, places on this page, and whatever is no page of this language. */
  follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || isForOtherWindow(event)) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (link?.target !== '' || link.hasAttribute('download')) return;
    const address = new URL(link.href);
    if (!this.isPlaceOnThisPage(address) && this.go(address)) event.preventDefault();
  }

  /** Shows a page of this language, with the focus where its address points to; false where it is none. */
  go({ origin, pathname, search, hash }: URL): boolean {
    if (origin !== this.document.location.origin) return false;
    if (pathname !== this.home && !pathname.startsWith(`${this.home}/`)) return false;
    void this.router
      .navigateByUrl((pathname.slice(this.home.length) || '/') + search + hash)
      .then(() => this.document.getElementById(hash.slice(1))?.focus());
    return true;
  }

  private isPlaceOnThisPage({ pathname, search, hash }: URL): boolean {
    const here = this.document.location;
    return hash !== '' && pathname === here.pathname && search === here.search;
  }
}

function isForOtherWindow(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}
