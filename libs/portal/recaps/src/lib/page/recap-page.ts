import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LANGUAGES, publicPaths, type RecapPage as Page } from '@reihe/shared-contracts';
import { RecapsPagesClient } from '@reihe/web-data-access';
import {
  failureOf,
  failureWords,
  Formats,
  LANGUAGE,
  PageHead,
  PageStatus,
  problemCodeOf,
} from '@reihe/web-platform';
import { Breadcrumb, Chip, EmptyState, LeadImage } from '@reihe/web-ui';
import { audienceAndDay } from '../audience-words';
import { Gallery } from './gallery';
import { describeRecap } from './recap-head';
import { RichText } from './rich-text';
import { SessionFacts } from './session-facts';
import { shareLinks } from './share-links';

/** One recap as its readers see it. */
@Component({
  selector: 'reihe-recap-page',
  imports: [Breadcrumb, Chip, EmptyState, Gallery, LeadImage, RichText, RouterLink, SessionFacts],
  templateUrl: './recap-page.html',
  styleUrl: './recap-page.css',
})
export class RecapPage {
  /** Bound from the address. */
  readonly slug = input.required<string>();

  private readonly formats = inject(Formats);
  private readonly head = inject(PageHead);
  private readonly status = inject(PageStatus);
  protected readonly pageLanguage = inject(LANGUAGE);

  protected readonly answer = inject(RecapsPagesClient).page(this.slug);

  protected readonly recap = computed(() => {
    const answer = this.answer.hasValue() ? this.answer.value() : null;
    return answer?.kind === 'page' ? answer.page : null;
  });
  protected readonly isMissing = computed(() => problemCodeOf(this.answer.error()) === 'recap.not-found');
  protected readonly failure = computed(() => {
    const error = this.answer.error();
    return error && !this.isMissing() ? failureWords(failureOf(error)) : null;
  });

  protected readonly crumbs = [
    { label: $localize`:@@recaps.page.home:Home`, link: '/' },
    { label: $localize`:@@recaps.page.section:Recaps`, link: '/recaps' },
  ];
  protected readonly missing = $localize`:@@recaps.page.missing:There is no recap at this address`;
  protected readonly missingText = $localize`:@@recaps.page.missing-text:It may be misspelt, or the recap was never published. All recaps are in the list.`;
  protected readonly broken = $localize`:@@recaps.page.broken:This recap cannot be shown right now`;

  constructor() {
    effect(() => {
      const answer = this.answer.hasValue() ? this.answer.value() : null;
      if (answer?.kind === 'page') describeRecap(this.head, answer.page);
      if (answer?.kind === 'moved') this.status.movedTo(`/recaps/${answer.slug}`);
    });
    effect(() => {
      if (!this.answer.error()) return;
      if (this.isMissing()) this.status.notFound();
      else this.status.failed();
      const title = this.isMissing() ? this.missing : this.broken;
      this.head.describe({ title, description: '', addresses: {}, isPrivate: true });
    });
  }

  protected published({ publishedOn }: Page): string {
    return this.formats.plainDay(publishedOn);
  }

  protected updated({ updatedAt }: Page): string | null {
    return updatedAt && this.formats.plainDay(updatedAt);
  }

  /** The language of the texts, where it is not the page's. */
  protected foreign({ language }: { language: string }): string | null {
    return language === this.pageLanguage ? null : language;
  }

  protected languageName(tag: string): string {
    return this.formats.languageName(tag);
  }

  /** The same recap in the other languages it is really written in. */
  protected translations({ addresses, language }: Page) {
    return LANGUAGES.filter((other) => other !== language).flatMap((other) => {
      const slug = addresses[other];
      return slug === undefined
        ? []
        : [{ language: other, name: this.formats.ownName(other), href: publicPaths.recap(other, slug) }];
    });
  }

  protected lineOf(recap: Page['otherRecaps'][number]): string {
    return audienceAndDay(recap, this.formats);
  }

  protected publishedDay(date: string): string {
    return this.formats.plainDay(date);
  }

  protected share(recap: Page) {
    return shareLinks(recap.title, this.head.absolute(this.here(recap)));
  }

  /** Path of this very page: the base element would send a bare fragment to the home page. */
  protected here({ slug }: Page): string {
    return publicPaths.recap(this.pageLanguage, slug);
  }
}
