import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DuplicateReason, Speaker } from '@reihe/shared-contracts';
import { AnswerStates, fullName, lastAnswer } from '@reihe/admin-ui';
import { SpeakersClient, StaffAccess } from '@reihe/web-data-access';
import { EmptyState } from '@reihe/web-ui';
import { speakerWords } from './speaker-words';

/** Entries that may be one person, each pair with the reason why. */
@Component({
  selector: 'reihe-duplicates-page',
  imports: [AnswerStates, EmptyState, RouterLink],
  template: `
    <header class="page-head">
      <p class="kicker"><a routerLink="/speakers" i18n="@@programme.speaker.all">Speakers</a></p>
      <h1 tabindex="-1" i18n="@@directory.duplicates.heading">Possible duplicates</h1>
    </header>
    <reihe-answer-states [answer]="loaded" [hasAnswer]="answer() !== undefined">
      @if (answer(); as found) {
        @if (found.pairs.length > 0) {
          <p>
            <ng-container i18n="@@directory.duplicates.count">{found.total, plural,
              =1 {One pair of entries may be one person.}
              other {{{ found.total }} pairs of entries may be one person each.}
            }</ng-container>
          </p>
        }
        <ul role="list" class="pairs">
          @for (pair of found.pairs; track pair.speakers[0].id + pair.speakers[1].id) {
            <li class="panel">
              <p class="kicker">{{ reasonWords(pair.reason) }}</p>
              <div class="two">
                @for (speaker of pair.speakers; track speaker.id) {
                  <div>
                    <h2>
                      <a [routerLink]="['/speakers', speaker.id]">{{ fullName(speaker) }}</a>
                    </h2>
                    @for (line of linesOf(speaker); track $index) {
                      <p class="small">{{ line }}</p>
                    }
                  </div>
                }
              </div>
              @if (access.may('programme.write')) {
                <a
                  class="button quiet"
                  [routerLink]="['/speakers', pair.speakers[0].id, 'merge', pair.speakers[1].id]"
                >
                  <ng-container i18n="@@directory.duplicates.look">Compare and merge</ng-container>
                  <span class="visually-hidden"
                    >{{ fullName(pair.speakers[0]) }}, {{ fullName(pair.speakers[1]) }}</span
                  >
                </a>
              }
            </li>
          } @empty {
            <li>
              <reihe-empty-state
                i18n-heading="@@directory.duplicates.none"
                heading="No duplicates found"
                i18n-text="@@directory.duplicates.none-text"
                text="No two entries share an e-mail address or a name, or have a similar name at one organisation."
              />
            </li>
          }
        </ul>
      }
    </reihe-answer-states>
  `,
  styles: `
    .pairs {
      display: grid;
      gap: var(--space-s);
      margin: 0;
    }
    .two {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
      gap: var(--space-s);
      margin-block-end: var(--space-s);
    }
    h2 {
      margin-block-end: 0.2em;
      font-size: var(--step-0);
    }
    .small {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class DuplicatesPage {
  private readonly words = speakerWords();
  protected readonly access = inject(StaffAccess);
  protected readonly loaded = inject(SpeakersClient).duplicates();
  protected readonly answer = lastAnswer(this.loaded);
  protected readonly fullName = fullName;

  protected linesOf(speaker: Speaker): string[] {
    const parts = speaker.contributions;
    return [
      this.words.work(speaker),
      this.words.place(speaker),
      speaker.email,
      $localize`:@@directory.duplicates.parts:Parts in sessions: ${parts}:count:`,
    ].filter(Boolean);
  }

  protected reasonWords(reason: DuplicateReason): string {
    switch (reason) {
      case 'same-email':
        return $localize`:@@directory.duplicates.same-email:Same e-mail address`;
      case 'same-name':
        return $localize`:@@directory.duplicates.same-name:Same name, accents and umlauts aside`;
      case 'similar-name':
        return $localize`:@@directory.duplicates.similar-name:Similar name at the same organisation`;
    }
  }
}
