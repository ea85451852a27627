import { computed, DestroyRef, inject, Injectable, Injector, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { Media, MediaCredit, MediaRights, MediaText, Translations } from '@reihe/shared-contracts';
import { problemCodeOf } from '@reihe/web-platform';
import { firstValueFrom } from 'rxjs';
import { LibraryDialog, type LibraryQuestion } from './library-dialog';
import { PictureLibrary } from './picture-library';

export interface PictureFacts {
  credit: MediaCredit;
  rights: MediaRights;
  translations: Translations<MediaText>;
}

/** How soon a picture that is being prepared is asked for again. */
const PREPARING_MS = 2000;

/** The pictures that one screen works with, as the library knows them. Provided by that screen beside its `PictureLibrary`. */
@Injectable()
export class ChosenPictures {
  private readonly client = inject(PictureLibrary);
  private readonly dialogs = inject(MatDialog);
  private readonly injector = inject(Injector);
  private readonly destroyed = inject(DestroyRef);
  private readonly byId = signal<ReadonlyMap<string, Media>>(new Map());
  private readonly asked = new Set<string>();
  private readonly saving = new Map<string, Promise<unknown>>();

  readonly known = computed(() => [...this.byId().values()]);
  /** File names, by id. */
  readonly names = computed(() => new Map(this.known().map(({ id, fileName }) => [id, fileName])));

  find(id: string): Media | undefined {
    return this.byId().get(id);
  }

  /** Reads those that are not known yet. One that cannot be read is shown as missing and asked for again next time. */
  async need(ids: readonly string[]): Promise<void> {
    const missing = ids.filter((id) => !this.asked.has(id));
    await Promise.all(
      missing.map(async (id) => {
        this.asked.add(id);
        try {
          this.put(await this.client.fetch(id));
        } catch {
          this.asked.delete(id);
        }
      }),
    );
  }

  put(media: Media): void {
    this.asked.add(media.id);
    this.byId.update((known) => new Map(known).set(media.id, media));
    if (media.state === 'preparing') this.askAgain(media.id);
  }

  private askAgain(id: string): void {
    const timer = setTimeout(() => {
      this.asked.delete(id);
      void this.need([id]);
    }, PREPARING_MS);
    this.destroyed.onDestroy(() => {
      clearTimeout(timer);
    });
  }

  /**
   * Asks for pictures of the library; none when dismissed.
   * @param restoreFocus false where the screen puts the focus itself
   */
  async choose(question: LibraryQuestion, { restoreFocus = true } = {}): Promise<readonly Media[]> {
    const dialog = this.dialogs.open<LibraryDialog, LibraryQuestion, readonly Media[]>(LibraryDialog, {
      data: question,
      // Dialogs stand outside of the screen that provides the library.
      injector: this.injector,
      restoreFocus,
      width: '60rem',
      maxWidth: '95vw',
    });
    const chosen = (await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined })) ?? [];
    for (const media of chosen) this.put(media);
    return chosen;
  }

  /**
   * Changes facts of a picture, one change after the other. They are small and each stands for itself: when somebody else saved
   * meanwhile, the same change is made to their version.
   */
  save(id: string, change: (facts: PictureFacts) => PictureFacts): Promise<void> {
    const before = this.saving.get(id) ?? Promise.resolve();
    const saved = before.catch(() => undefined).then(() => this.saveNow(id, change));
    this.saving.set(id, saved);
    return saved;
  }

  private async saveNow(id: string, change: (facts: PictureFacts) => PictureFacts): Promise<void> {
    const media = this.find(id) ?? (await this.client.fetch(id));
    try {
      this.put(await this.send(media, change));
    } catch (error) {
      if (problemCodeOf(error) !== 'version.outdated') throw error;
      this.put(await this.send(await this.client.fetch(id), change));
    }
  }

  private send(media: Media, change: (facts: PictureFacts) => PictureFacts): Promise<Media> {
    const { credit, rights, translations } = change(media);
    return this.client.save(media.id, { version: media.version, credit, rights, translations });
  }
}
