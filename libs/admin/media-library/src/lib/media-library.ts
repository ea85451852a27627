import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  Injector,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import {
  AnswerStates,
  FilterSelect,
  inLanguage,
  lastAnswer,
  listAddress,
  SearchBox,
  type UnsavedWork,
  warnBeforeUnload,
  imageAddress,
  missingFacts,
} from '@reihe/admin-ui';
import type { Media } from '@reihe/shared-contracts';
import { MediaClient, type MediaQuery, StaffAccess } from '@reihe/web-data-access';
import { UploadQueue } from './upload-queue';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { EmptyState, Pagination, StateBadge } from '@reihe/web-ui';
import { ImagePanel } from './image-panel';
import { UploadArea } from './upload-area';

const THUMBNAIL_WIDTH = 480;

/** All images, with what each still lacks; one of them, named in the address, is worked on beside the others. */
@Component({
  selector: 'reihe-media-library',
  imports: [
    AnswerStates,
    EmptyState,
    FilterSelect,
    ImagePanel,
    Pagination,
    RouterLink,
    SearchBox,
    StateBadge,
    UploadArea,
  ],
  templateUrl: './media-library.html',
  styleUrl: './media-library.css',
})
export class MediaLibrary implements UnsavedWork {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly queue = inject(UploadQueue);
  private readonly access = inject(StaffAccess);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly panel = viewChild(ImagePanel);
  private readonly query = toSignal(this.route.queryParamMap, { requireSync: true });

  protected readonly address = listAddress(['missing']);
  protected readonly gaps = [
    { value: 'credit', words: $localize`:@@media.library.missing-credit:Without credit` },
    { value: 'alt', words: $localize`:@@media.library.missing-alt:Without alternative text` },
  ];
  protected readonly opened = computed(() => this.query().get('image'));
  protected readonly mayWrite = computed(() => this.access.may('media.write'));
  protected readonly images = inject(MediaClient).list(() => ({
    page: this.address.page(),
    q: this.address.q(),
    missing: missingOf(this.address.filter('missing')),
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
    effect(() => {
      const opened = this.opened();
      if (this.lastOpened !== null && opened === null) this.goBackTo(this.lastOpened);
      this.lastOpened = opened;
    });
  }

  hasUnsavedWork(): boolean {
    return this.panel()?.hasUnsavedWork() ?? false;
  }

  protected altOf({ translations }: Media): string {
    return inLanguage(translations, this.language)?.alt ?? '';
  }

  protected thumbnail({ image }: Media): string {
    return imageAddress(image, THUMBNAIL_WIDTH);
  }

  protected lacks(image: Media): { credit: boolean; alt: string } {
    const { credit, alt } = missingFacts(image);
    return { credit, alt: this.formats.list(alt.map((language) => this.formats.languageName(language))) };
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

function missingOf(value: string): MediaQuery['missing'] {
  return value === 'credit' || value === 'alt' ? value : undefined;
}
