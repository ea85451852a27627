import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { INVITATION_STATES, PAGE_SIZE, SPEAKER_PHOTO_FILTER, type Speaker } from '@reihe/shared-contracts';
import {
  AnswerStates,
  countryOptions,
  csvOf,
  everyPage,
  FilterSelect,
  fullName,
  inLanguage,
  invitationWords,
  lastAnswer,
  listAddress,
  offerFile,
  SearchBox,
  StackedTable,
} from '@reihe/admin-ui';
import { SpeakersClient, StaffAccess, type SpeakersQuery } from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { EmptyState, Pagination } from '@reihe/web-ui';
import { speakerWords } from './speaker-words';

/** The directory of speakers over all series, with the details of today. */
@Component({
  selector: 'reihe-speakers-list',
  imports: [AnswerStates, EmptyState, FilterSelect, Pagination, RouterLink, SearchBox, StackedTable],
  templateUrl: './speakers-list.html',
})
export class SpeakersList {
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  private readonly document = inject(DOCUMENT);
  private readonly snackBar = inject(MatSnackBar);
  private readonly client = inject(SpeakersClient);
  private readonly words = speakerWords();
  protected readonly access = inject(StaffAccess);
  protected readonly address = listAddress(['country', 'photo', 'invitation']);
  protected readonly countries = countryOptions().map(({ code, name }) => ({ value: code, words: name }));
  protected readonly photos = SPEAKER_PHOTO_FILTER.map((value) => ({ value, words: photoWords(value) }));
  protected readonly states = INVITATION_STATES.map((value) => ({ value, words: invitationWords(value) }));
  protected readonly isExporting = signal(false);
  protected readonly speakers = this.client.list(() => this.query(this.address.page()));
  protected readonly answer = lastAnswer(this.speakers);
  protected readonly pageCount = computed(() => {
    const answer = this.answer();
    return answer ? Math.ceil(answer.total / answer.pageSize) : 0;
  });
  protected readonly fullName = fullName;
  protected readonly workOf = this.words.work;
  protected readonly placeOf = this.words.place;

  protected invitationsOf({ invitations }: Speaker): string {
    const told = (['confirmed', 'invited', 'declined'] as const).filter((state) => invitations[state] > 0);
    return told
      .map((state) => `${invitationWords(state)}: ${this.formats.number(invitations[state])}`)
      .join(' · ');
  }

  /** Exactly what the list shows under its search and filters, all pages of it. */
  protected async download(): Promise<void> {
    this.isExporting.set(true);
    try {
      const speakers = await everyPage((page) =>
        this.client.fetchList({ ...this.query(page), pageSize: PAGE_SIZE.max }),
      );
      const text = csvOf([this.headings(), ...speakers.map((speaker) => this.row(speaker))]);
      offerFile(this.document, 'speakers.csv', new Blob([text], { type: 'text/csv' }));
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    } finally {
      this.isExporting.set(false);
    }
  }

  private query(page: number): SpeakersQuery {
    return {
      page,
      q: this.address.q(),
      country: this.address.filter('country'),
      photo: SPEAKER_PHOTO_FILTER.find((value) => value === this.address.filter('photo')),
      invitation: INVITATION_STATES.find((value) => value === this.address.filter('invitation')),
    };
  }

  private headings(): string[] {
    return [
      $localize`:@@programme.speaker.title:Title`,
      $localize`:@@programme.speaker.name:Name`,
      $localize`:@@programme.speaker.email:E-mail`,
      $localize`:@@programme.contribution.position:Position`,
      $localize`:@@programme.contribution.organisation:Organisation`,
      $localize`:@@programme.contribution.city:City`,
      $localize`:@@programme.contribution.country:Country`,
      $localize`:@@directory.list.column-photo:Photo`,
      invitationWords('invited'),
      invitationWords('confirmed'),
      invitationWords('declined'),
      $localize`:@@programme.speakers.column-parts:Parts in sessions`,
    ];
  }

  private row(speaker: Speaker): string[] {
    const text = inLanguage(speaker.translations, this.language);
    const { invited, confirmed, declined } = speaker.invitations;
    return [
      speaker.title,
      speaker.name,
      speaker.email,
      text?.position ?? '',
      text?.organisation ?? '',
      speaker.city,
      speaker.country ? this.formats.countryName(speaker.country) : '',
      speaker.photo ? $localize`:@@directory.list.has-photo:Yes` : '',
      String(invited),
      String(confirmed),
      String(declined),
      String(speaker.contributions),
    ];
  }
}

function photoWords(filter: (typeof SPEAKER_PHOTO_FILTER)[number]): string {
  switch (filter) {
    case 'with':
      return $localize`:@@directory.list.with-photo:With photo`;
    case 'without':
      return $localize`:@@directory.list.without-photo:Without photo`;
  }
}
