import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHead, PageStatus } from '@reihe/web-platform';
import { PageHeading } from '@reihe/web-ui';

@Component({
  selector: 'reihe-not-found',
  imports: [PageHeading, RouterLink],
  template: `
    <div class="page">
      <reihe-page-heading [heading]="heading">
        <p class="lead" i18n="@@portal.not-found.text">
          The address may be misspelt, or the page was never published. Everything that is public can be
          reached from the home page.
        </p>
        <a class="button" routerLink="/" i18n="@@portal.not-found.home">To the home page</a>
      </reihe-page-heading>
    </div>
  `,
})
export class NotFound {
  protected readonly heading = $localize`:@@portal.not-found.heading:There is no page here`;

  constructor() {
    inject(PageStatus).notFound();
    inject(PageHead).describe({ title: this.heading, description: '', addresses: {}, isPrivate: true });
  }
}
