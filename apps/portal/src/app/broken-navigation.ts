import { Service, signal } from '@angular/core';
import type { NavigationError } from '@angular/router';

/** A page whose script did not come, because there is no connection or because the site was renewed meanwhile. */
@Service()
export class BrokenNavigation {
  /** Path inside this language of the page that could not be reached; null while all is well. */
  readonly address = signal<string | null>(null);

  happened({ url }: NavigationError): void {
    this.address.set(url);
  }

  isOver(): void {
    this.address.set(null);
  }
}
