import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  Injector,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { ChosenPictures, PictureLibrary, PicturePreview } from '@reihe/admin-media';
import {
  AnswerStates,
  FilterSelect,
  lastAnswer,
  listAddress,
  SearchBox,
  type UnsavedWork,
  warnBeforeUnload,
  missingFacts,
} from '@reihe/admin-ui';
import { isLanguage, LANGUAGES, type Media } from '@reihe/shared-contracts';
import { MediaClient, type MediaQuery, StaffAccess } from '@reihe/web-data-access';
import { BulkEdit } from './bulk-edit';
import { isMediaFilter, mediaFilterOptions } from './media-filters';
import { MediaExport } from './media-export';
import { UploadQueue } from './upload-queue';
import { failureOf, Formats } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { EmptyState, Pagination, StateBadge } from '@reihe/web-ui';
import { ImagePanel } from './image-panel';
import { UploadArea } from './upload-area';

/** How soon the list is asked for again while images on it are being prepared. */
const PREPARING_MS = 2000;

/** All images, with what each still lacks; one of them, named in the address, is worked on beside the others. */
@Component({
  selector: 'reihe-media-library',
  imports: [
    AnswerStates,
    EmptyState,
    FilterSelect,
    ImagePanel,
    Pagination,
    PicturePreview,
    RouterLink,
    SearchBox,
    StateBadge,
    UploadArea,
  ],
  providers: [BulkEdit, ChosenPictures, { provide: PictureLibrary, useExisting: MediaClient }],
  templateUrl: './media-library.html',
  styleUrl: './media-library.css',
})
export class MediaLibrary implements UnsavedWork {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly queue = inject(UploadQueue);
  private readonly access = inject(StaffAccess);
  private readonly formats = inject(Formats);
  private readonly exporting = inject(MediaExport);
  private readonly snackBar = inject(MatSnackBar);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly panel = viewChild(ImagePanel);
  private readonly query = toSignal(this.route.queryParamMap, { requireSync: true });

  protected readonly address = listAddress(['filter', 'language']);
  protected readonly bulk = inject(BulkEdit);
  protected readonly filters = mediaFilterOptions();
  protected readonly languages = LANGUAGES.map((value) => ({
    value,
    words: this.formats.languageName(value),
  }));
  protected readonly isExporting = signal(false);
  protected readonly opened = computed(() => this.query().get('image'));
  protected readonly mayWrite = computed(() => this.access.may('media.write'));
  private readonly question = computed((): MediaQuery => {
    const [filter, language] = [this.address.filter('filter'), this.address.filter('language')];
    return {
      q: this.address.q(),
      filter: isMediaFilter(filter) ? filter : undefined,
      language: filter === 'alt' && isLanguage(language) ? language : undefined,
    };
  });
  protected readonly images = inject(MediaClient).list(() => ({
    ...this.question(),
    page: this.address.page(),
  }));
  protected readonly answer = lastAnswer(this.images);
  protected readonly pageCount = computed(() => {
    const answer = this.answer();
    return answer ? Math.ceil(answer.total / answer.pageSize) : 0;
  });
  private shownArrivals = this.queue.arrivals();
  private lastOpened: string | null = null;

  constructor() {
    warnBeforeUnload(() => this.hasUnsavedWork());
    effect(() => {
      const arrivals = this.queue.arrivals();
      // Asked while an answer is on its way, a reload does nothing: wait for it, then ask once for all that came.
      if (arrivals === this.shownArrivals || this.images.isLoading()) return;
      this.shownArrivals = arrivals;
      untracked(() => this.images.reload());
    });
    effect((onCleanup) => {
      const isPreparing = this.answer()?.items.some(({ state }) => state === 'preparing') ?? false;
      if (!isPreparing || this.images.isLoading()) return;
      const timer = setTimeout(() => this.images.reload(), PREPARING_MS);
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
    effect(() => {
      const opened = this.opened();
      if (this.lastOpened !== null && opened === null) this.goBackTo(this.lastOpened);
      this.lastOpened = opened;
    });
  }

  hasUnsavedWork(): boolean {
    return this.panel()?.hasUnsavedWork() ?? false;
  }

  protected lacks(image: Media): { credit: boolean; consent: boolean; alt: string } {
    const { credit, consent, alt } = missingFacts(image);
    return {
      credit,
      consent,
      alt: this.formats.list(alt.map((language) => this.formats.languageName(language))),
    };
  }

  protected chooseAll(): void {
    this.bulk.add((this.answer()?.items ?? []).map(({ id }) => id));
  }

  /** One that is open in the panel is read again too: its form knows an older version. */
  protected editChosen(): Promise<void> {
    return this.bulk.edit(() => {
      this.images.reload();
      this.panel()?.readAgain();
    });
  }

  protected async export(): Promise<void> {
    this.isExporting.set(true);
    try {
      await this.exporting.save(this.question());
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    } finally {
      this.isExporting.set(false);
    }
  }

  protected async afterRemoval(image: Media): Promise<void> {
    this.queue.forget(image);
    this.images.reload();
    // Its link is about to go: no place to give the focus back to.
    this.lastOpened = null;
    await this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { image: null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
    this.focusHeading();
  }

  /** Where the keyboard came from, or the heading when the image is no longer among those shown. */
  private goBackTo(imageId: string): void {
    afterNextRender(
      () => {
        const link = this.document.getElementById(`image-${imageId}`);
        if (link) link.focus();
        else this.focusHeading();
      },
      { injector: this.injector },
    );
  }

  private focusHeading(): void {
    this.document.querySelector<HTMLElement>('h1')?.focus();
  }
}
