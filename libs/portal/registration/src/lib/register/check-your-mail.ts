import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { describePrivately } from '@reihe/portal-by-link';
import { CONFIRMATION_HOURS, publicPaths } from '@reihe/shared-contracts';
import { PageHeading } from '@reihe/web-ui';

/** After registering: the same words for everyone, whether or not the address was known. */
@Component({
  selector: 'reihe-check-your-mail',
  imports: [PageHeading, RouterLink],
  template: `
    <div class="page">
      <reihe-page-heading [heading]="title">
        <p class="lead" i18n="@@register.mail.text">
          We have written to you. Open the link in that e-mail and confirm: only then are you registered.
        </p>
        <div class="measure">
          <p i18n="@@register.mail.valid">The link is valid for {{ hours }} hours.</p>
          <p i18n="@@register.mail.nothing-came">
            Nothing came within a few minutes? Look into the folder for unwanted mail, then check whether the
            address was right and register once more; that does no harm.
          </p>
          <p class="ways">
            <a class="button quiet" routerLink="/register" i18n="@@register.mail.again">Register once more</a>
            <a routerLink="/" i18n="@@register.mail.programme">To the programme</a>
          </p>
        </div>
      </reihe-page-heading>
    </div>
  `,
  styles: `
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-s) var(--space-m);
      align-items: center;
      margin-block-start: var(--space-l);
    }
  `,
})
export class CheckYourMail {
  protected readonly title = $localize`:@@register.mail.title:Please look into your mail`;
  protected readonly hours = CONFIRMATION_HOURS;

  constructor() {
    describePrivately(this.title, (language) => publicPaths.checkYourMail(language));
  }
}
