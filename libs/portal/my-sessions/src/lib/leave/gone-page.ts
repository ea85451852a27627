import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { describePrivately } from '@reihe/portal-by-link';
import { mySessionsPaths } from '@reihe/shared-registration';
import { PageHeading } from '@reihe/web-ui';

/** After everything about somebody is deleted. */
@Component({
  selector: 'reihe-gone-page',
  imports: [PageHeading, RouterLink],
  template: `
    <div class="page">
      <reihe-page-heading [heading]="title">
        <p class="lead" i18n="@@register.gone.text">
          Everything about you is deleted, and your links have ended. Thank you for having been with us.
        </p>
      </reihe-page-heading>
      <p class="ways"><a routerLink="/" i18n="@@register.mail.programme">To the programme</a></p>
    </div>
  `,
  styleUrl: '../own-pages.css',
})
export class GonePage {
  protected readonly title = $localize`:@@register.gone.title:You are deleted`;

  constructor() {
    describePrivately(this.title, (language) => mySessionsPaths.gone(language));
  }
}
