import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Speaker } from '@reihe/shared-contracts';
import {
  AnswerStates,
  fullName,
  inLanguage,
  lastAnswer,
  listAddress,
  SearchBox,
  StackedTable,
} from '@reihe/admin-ui';
import { SpeakersClient, StaffAccess } from '@reihe/web-data-access';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { EmptyState, Pagination } from '@reihe/web-ui';

/** The directory of speakers, with the details of today. */
@Component({
  selector: 'reihe-speakers-list',
  imports: [AnswerStates, EmptyState, Pagination, RouterLink, SearchBox, StackedTable],
  template: `
    <header class="page-head">
      <h1 tabindex="-1" i18n="@@programme.speakers.heading">Speakers</h1>
      @if (access.may('programme.write')) {
        <div class="page-actions">
          <a class="button" routerLink="/speakers/new" i18n="@@programme.speakers.new">New speaker</a>
        </div>
      }
    </header>
    <div class="toolbar" role="search">
      <reihe-search-box
        i18n-label="@@programme.speakers.search"
        label="Search speakers"
        [query]="address.q()"
        (queryChange)="address.narrow({ q: $event })"
      />
    </div>
    <reihe-answer-states [answer]="speakers" [hasAnswer]="answer() !== undefined">
      @if (answer(); as page) {
        @if (page.items.length > 0) {
          <div class="table-frame" tabindex="0" role="region" aria-labelledby="speakers-caption">
            <table class="dense" reiheStackedTable>
              <caption id="speakers-caption" aria-live="polite">
                <ng-container i18n="@@programme.speakers.count">{page.total, plural,
                  =1 {One speaker}
                  other {{{ page.total }} speakers}
                }</ng-container>
              </caption>
              <thead>
                <tr>
                  <th scope="col" i18n="@@programme.speakers.column-name">Name</th>
                  <th scope="col" i18n="@@programme.speakers.column-position">Position</th>
                  <th scope="col" i18n="@@programme.speakers.column-place">City and country</th>
                  <th scope="col" class="number" i18n="@@programme.speakers.column-parts">
                    Parts in sessions
                  </th>
                </tr>
              </thead>
              <tbody>
                @for (speaker of page.items; track speaker.id) {
                  <tr>
                    <th scope="row">
                      <a [routerLink]="['/speakers', speaker.id]">{{ fullName(speaker) }}</a>
                    </th>
                    <td>{{ workOf(speaker) }}</td>
                    <td>{{ placeOf(speaker) }}</td>
                    <td class="number">{{ speaker.contributions }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
          <reihe-pagination [page]="page.page" [pageCount]="pageCount()" />
        } @else if (address.q()) {
          <reihe-empty-state
            i18n-heading="@@programme.speakers.none-found"
            heading="Nobody matches"
            i18n-text="@@programme.speakers.none-found-text"
            text="Try a part of the name, the organisation or the city."
          />
        } @else {
          <reihe-empty-state
            i18n-heading="@@programme.speakers.none"
            heading="No speakers yet"
            i18n-text="@@programme.speakers.none-text"
            text="Who speaks more than once is entered once here, and then picked in each session."
          />
        }
      }
    </reihe-answer-states>
  `,
})
export class SpeakersList {
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  protected readonly access = inject(StaffAccess);
  protected readonly address = listAddress([]);
  protected readonly speakers = inject(SpeakersClient).list(() => ({
    page: this.address.page(),
    q: this.address.q(),
  }));
  protected readonly answer = lastAnswer(this.speakers);
  protected readonly pageCount = computed(() => {
    const answer = this.answer();
    return answer ? Math.ceil(answer.total / answer.pageSize) : 0;
  });
  protected readonly fullName = fullName;

  protected workOf({ translations }: Speaker): string {
    const text = inLanguage(translations, this.language);
    return [text?.position, text?.organisation].filter(Boolean).join(', ');
  }

  protected placeOf({ city, country }: Speaker): string {
    return [city, country && this.formats.countryName(country)].filter(Boolean).join(', ');
  }
}
