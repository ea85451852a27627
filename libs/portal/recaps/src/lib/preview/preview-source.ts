import { computed, inject, Injectable, signal } from '@angular/core';
import type { RecapPageAnswer } from '@reihe/shared-contracts';
import type { RecapPreviewPage } from '@reihe/shared-editorial';
import { readPage, RecapsPagesClient, type PageRead } from '@reihe/web-data-access';
import { PageHead, type PageDescription } from '@reihe/web-platform';

/** Reads a working copy by its token where a published recap is read by its address. */
@Injectable()
export class PreviewSource extends RecapsPagesClient {
  /** What belongs to the preview alone; null until it is read. */
  readonly preview = signal<() => RecapPreviewPage | null>(() => null);

  override page(token: () => string): PageRead<RecapPageAnswer> {
    const read = readPage<RecapPreviewPage>(() => ({ path: `/pages/recap-previews/${token()}` }));
    this.preview.set(read.page);
    const page = computed<RecapPageAnswer | null>(() => {
      const preview = read.page();
      return preview && { kind: 'page', page: preview.page };
    });
    return { ...read, page };
  }
}

/** What is said about a preview is said to nobody else: no address, no data for search engines. */
@Injectable()
export class PrivateHead {
  private readonly head = inject(PageHead, { skipSelf: true });

  describe({ title, description }: PageDescription): void {
    this.head.describe({ title, description, addresses: {}, isPrivate: true });
  }

  absolute(path: string): string {
    return this.head.absolute(path);
  }
}
