import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { QuietPart } from '@reihe/portal-finding';
import { LANGUAGES, publicPaths, type RecapPage as Page } from '@reihe/shared-contracts';
import { RecapsPagesClient } from '@reihe/web-data-access';
import { Formats, LANGUAGE, PageHead, PageStatus } from '@reihe/web-platform';
import { Breadcrumb, Chip, LeadImage, PageFailure, PageLoading, SampleNote } from '@reihe/web-ui';
import { Gallery } from './gallery';
import { LargePictures } from './large-pictures';
import { OtherRecaps } from './other-recaps';
import { recapText } from './parts';
import { describeRecap, RECAP_FOR_MACHINES } from './recap-head';
import { SessionFacts } from './session-facts';
import { shareLinks } from './share-links';

/** One recap as its readers see it. */
@Component({
  selector: 'reihe-recap-page',
  imports: [
    Breadcrumb,
    Chip,
    Gallery,
    LeadImage,
    OtherRecaps,
    PageFailure,
    PageLoading,
    QuietPart,
    RouterLink,
    SampleNote,
    SessionFacts,
  ],
  host: { '(click)': 'openPicture($event)' },
  providers: [LargePictures],
  templateUrl: './recap-page.html',
  styleUrl: './recap-page.css',
})
export class RecapPage {
  /** Bound from the address. */
  readonly slug = input.required<string>();

  private readonly formats = inject(Formats);
  private readonly head = inject(PageHead);
  private readonly status = inject(PageStatus);
  private readonly forMachines = inject(RECAP_FOR_MACHINES, { optional: true });
  protected readonly pageLanguage = inject(LANGUAGE);

  protected readonly read = inject(RecapsPagesClient).page(this.slug);
  protected readonly recap = computed(() => {
    const answer = this.read.page();
    return answer?.kind === 'page' ? answer.page : null;
  });

  protected readonly text = recapText;
  protected readonly textInputs = computed(() => {
    const recap = this.recap();
    return recap
      ? {
          document: recap.body,
          figures: recap.figureValues,
          frozenAt: recap.figuresFrozenAt,
          shown: recap.shown,
          here: this.here(recap),
        }
      : {};
  });

  private readonly largePictures = inject(LargePictures);
  private readonly section = $localize`:@@recaps.page.section:Recaps`;
  protected readonly crumbs = [
    { label: $localize`:@@recaps.page.home:Series`, link: '/' },
    { label: this.section, link: '/recaps' },
  ];

  constructor() {
    effect(() => {
      const answer = this.read.page();
      if (answer?.kind === 'page') this.describe(answer.page);
      if (answer?.kind === 'moved') this.status.movedTo(`/recaps/${answer.slug}`);
    });
    effect(() => {
      if (!this.read.failure()) return;
      this.head.describe({ title: this.section, description: '', addresses: {}, isPrivate: true });
    });
  }

  protected openPicture(event: MouseEvent): void {
    const recap = this.recap();
    if (recap) this.largePictures.follow(event, [...recap.gallery, ...Object.values(recap.shown.pictures)]);
  }

  private describe(recap: Page): void {
    describeRecap(this.head, recap, this.forMachines?.(this.head, recap, this.pageLanguage) ?? {});
  }

  protected published({ publishedOn }: Page): string {
    return this.formats.plainDay(publishedOn);
  }

  protected updated({ updatedAt }: Page): string | null {
    return updatedAt && this.formats.plainDay(updatedAt);
  }

  /** Only of a translation: readers are told quietly that its original says something else by now. */
  protected outdated({ outdatedSince }: Page): string | null {
    return outdatedSince && this.formats.plainDay(outdatedSince);
  }

  /** null: they follow the records, or there are none. */
  protected figuresOf({ figuresFrozenAt, figureValues, sessions }: Page): string | null {
    const hasFigures =
      Object.keys(figureValues).length > 0 || sessions.some(({ figures }) => figures.length > 0);
    return figuresFrozenAt && hasFigures ? this.formats.plainDay(figuresFrozenAt) : null;
  }

  protected readingTime({ readingMinutes }: Page): string {
    return readingMinutes === 1
      ? $localize`:@@recaps.page.one-minute:1 minute to read`
      : $localize`:@@recaps.page.minutes:${this.formats.number(readingMinutes)}:minutes: minutes to read`;
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

  protected share(recap: Page) {
    return shareLinks(recap.title, this.head.absolute(this.here(recap)));
  }

  /** For paper, where links lead nowhere. */
  protected address(recap: Page): string {
    return this.head.absolute(this.here(recap));
  }

  /** Path of this very page: the base element would send a bare fragment to the home page. */
  protected here({ slug }: Page): string {
    return publicPaths.recap(this.pageLanguage, slug);
  }
}
