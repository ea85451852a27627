import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { API_BASE, apiPaths, publicPaths, type HomePage } from '@reihe/shared-contracts';
import { inEveryLanguage, PageHead } from '@reihe/web-platform';
import { EmptyState, PageHeading } from '@reihe/web-ui';

/** The running series, what comes next and what was written about it. */
@Component({
  selector: 'reihe-home',
  imports: [EmptyState, PageHeading],
  template: `
    <div class="page">
      @if (page.hasValue()) {
        @if (page.value().running; as running) {
          <reihe-page-heading [heading]="running.series.title">
            <p class="lead">{{ running.series.summary }}</p>
          </reihe-page-heading>
        } @else {
          <reihe-page-heading [heading]="title">
            <reihe-empty-state [heading]="nothingYet" />
          </reihe-page-heading>
        }
      }
    </div>
  `,
})
export class Home {
  protected readonly title = $localize`:@@portal.home.title:Virtual exchanges`;
  protected readonly nothingYet = $localize`:@@portal.home.nothing-yet:No series has been published yet.`;

  protected readonly page = httpResource<HomePage>(() => API_BASE + apiPaths.homePage);

  constructor() {
    inject(PageHead).describe({
      title: this.title,
      description: $localize`:@@portal.home.description:Series of virtual exchanges: the programme, registration and recaps.`,
      addresses: inEveryLanguage((language) => publicPaths.home(language)),
    });
  }
}
