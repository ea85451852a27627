import { Location } from '@angular/common';
import { inject, RESPONSE_INIT, Service } from '@angular/core';
import { Router } from '@angular/router';

/** The HTTP side of a page: status and redirects when rendered on the server, navigation in the browser. */
@Service()
export class PageStatus {
  private readonly response = inject(RESPONSE_INIT, { optional: true });
  private readonly router = inject(Router);
  private readonly location = inject(Location);

  /** True while a page is rendered that somebody asked the server for. */
  readonly isOnServer = this.response !== null;

  notFound(): void {
    this.answer(404);
  }

  failed(): void {
    this.answer(500);
  }

  /** The page lives elsewhere for good. `path` is inside this language, e.g. `/recaps/new-slug`. */
  movedTo(path: string): void {
    if (!this.response) {
      void this.router.navigateByUrl(path, { replaceUrl: true });
      return;
    }
    this.answer(301);
    const headers = new Headers(this.response.headers);
    headers.set('Location', this.location.prepareExternalUrl(path));
    this.response.headers = headers;
  }

  private answer(status: number): void {
    if (this.response) this.response.status = status;
  }
}
