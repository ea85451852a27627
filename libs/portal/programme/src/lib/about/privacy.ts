import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  CONFIRMATION_HOURS,
  PRIVACY_NOTICE_VERSION,
  publicPaths,
  SPEAKER_LINK_DAYS,
} from '@reihe/shared-contracts';
import { Formats, inEveryLanguage, PageHead } from '@reihe/web-platform';
import { PageHeading } from '@reihe/web-ui';

/** What is stored about whom, and what is not. Its version is what participants agree to: raise it with the words. */
@Component({
  selector: 'reihe-privacy',
  imports: [PageHeading, RouterLink],
  templateUrl: './privacy.html',
  styleUrl: './plain-page.css',
})
export class Privacy {
  protected readonly title = $localize`:@@programme.privacy.title:Privacy`;
  protected readonly hours = CONFIRMATION_HOURS;
  protected readonly days = SPEAKER_LINK_DAYS;
  protected readonly version = inject(Formats).date(`${PRIVACY_NOTICE_VERSION}T00:00:00Z`, 'UTC', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

  constructor() {
    inject(PageHead).describe({
      title: this.title,
      description: $localize`:@@programme.privacy.description:What this site stores about readers and participants, what for, and how it is erased.`,
      addresses: inEveryLanguage((language) => publicPaths.privacy(language)),
    });
  }
}
