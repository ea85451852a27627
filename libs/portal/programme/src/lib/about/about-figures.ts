import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DEFAULT_THRESHOLD, publicFiguresPaths, SMALL_BELOW } from '@reihe/shared-figures';
import { Formats, inEveryLanguage, PageHead } from '@reihe/web-platform';
import { PageHeading } from '@reihe/web-ui';

/** Where the numbers on this site come from. */
@Component({
  selector: 'reihe-about-figures',
  imports: [PageHeading, RouterLink],
  templateUrl: './about-figures.html',
  styleUrl: './plain-page.css',
})
export class AboutFigures {
  protected readonly title = $localize`:@@programme.counting.title:How we count`;

  private readonly formats = inject(Formats);
  protected readonly share = this.formats.number(DEFAULT_THRESHOLD.sharePercent ?? 0);
  protected readonly minutes = this.formats.number(DEFAULT_THRESHOLD.minutes ?? 0);
  protected readonly small = this.formats.number(SMALL_BELOW);

  constructor() {
    inject(PageHead).describe({
      title: this.title,
      description: $localize`:@@programme.counting.description:Where the figures on this site come from, and what each of them means.`,
      addresses: inEveryLanguage((language) => publicFiguresPaths.howWeCount(language)),
    });
  }
}
