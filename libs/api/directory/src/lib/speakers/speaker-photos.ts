import { Injectable } from '@nestjs/common';
import { MediaLibrary } from '@reihe/api-media';
import { type Actor, DomainError } from '@reihe/api-platform';

/** Photos of speakers stand in the media library as long as an entry shows them. */
@Injectable()
export class SpeakerPhotos {
  constructor(private readonly media: MediaLibrary) {}

  /** Out of the library, where nothing else shows it. Call it after the commit: the file goes as well. */
  async forget(mediaId: string, actor: Actor): Promise<void> {
    try {
      await this.media.remove(mediaId, actor);
    } catch (error) {
      // Somebody uses the same picture elsewhere, with a credit of its own.
      if (!(error instanceof DomainError)) throw error;
    }
  }
}
