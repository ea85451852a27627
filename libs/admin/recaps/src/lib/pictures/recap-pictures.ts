import { computed, inject, Injectable, signal } from '@angular/core';
import type { Media, MediaCredit, MediaText, Translations } from '@reihe/shared-contracts';
import { MediaClient } from '@reihe/web-data-access';
import { problemCodeOf } from '@reihe/web-platform';

export interface PictureFacts {
  credit: MediaCredit;
  translations: Translations<MediaText>;
}

/** The pictures of one recap as the library knows them. Provided by the recap's editor. */
@Injectable()
export class RecapPictures {
  private readonly client = inject(MediaClient);
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
    const { credit, translations } = change(media);
    return this.client.save(media.id, { version: media.version, credit, translations });
  }
}
