import { Component, inject } from '@angular/core';
import { inEveryLanguage, PageHead } from '@reihe/web-platform';
import { PageHeading } from '@reihe/web-ui';

/** Where the numbers on this site come from. */
@Component({
  selector: 'reihe-about-figures',
  imports: [PageHeading],
  templateUrl: './about-figures.html',
  styleUrl: './plain-page.css',
})
export class AboutFigures {
  protected readonly title = $localize`:@@programme.counting.title:How we count`;

  constructor() {
    inject(PageHead).describe({
      title: this.title,
      description: $localize`:@@programme.counting.description:Where the figures on this site come from, and what each of them means.`,
      addresses: inEveryLanguage((language) => `/${language}/figures`),
    });
  }
}
