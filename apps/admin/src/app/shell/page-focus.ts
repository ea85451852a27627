import { afterNextRender, DOCUMENT, inject, Injectable, Injector } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise, startWith } from 'rxjs';

/** After going to another page the focus is on its heading, so that keyboard and screen reader begin there. */
@Injectable({ providedIn: 'root' })
export class PageFocus {
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);
  private waiting: MutationObserver | null = null;

  follow(): void {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => event.urlAfterRedirects.split('?')[0]),
        startWith(undefined),
        pairwise(),
        // Search and filters change the address of the same page; the first page is announced by the browser.
        filter(([before, after]) => before !== undefined && before !== after),
      )
      .subscribe(() => {
        this.waiting?.disconnect();
        afterNextRender(
          () => {
            if (!this.focusHeading()) this.waitForHeading();
          },
          { injector: this.injector },
        );
      });
  }

  /** An editor has its heading only once its resource has come. */
  private waitForHeading(): void {
    const waiting = new MutationObserver(() => {
      const isElsewhere = this.document.activeElement !== this.document.body;
      if (isElsewhere || this.focusHeading()) waiting.disconnect();
    });
    waiting.observe(this.document.body, { childList: true, subtree: true });
    this.waiting = waiting;
  }

  private focusHeading(): boolean {
    const heading = this.document.querySelector<HTMLElement>('h1');
    heading?.focus();
    return heading !== null;
  }
}
