import { afterNextRender, DOCUMENT, inject, Injectable, Injector } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise, startWith } from 'rxjs';

/** After going to another page the focus is on its heading, so that keyboard and screen reader begin there. */
@Injectable({ providedIn: 'root' })
export class PageFocus {
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);

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
        afterNextRender(
          () => {
            this.document.querySelector<HTMLElement>('h1')?.focus();
          },
          { injector: this.injector },
        );
      });
  }
}
