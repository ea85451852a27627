import { Injectable } from '@nestjs/common';
import { MediaLibrary, MediaStorage } from '@reihe/api-media';
import { DomainError } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import { drawSocialImage } from './draw-social-image';
import { socialHash, type SocialFacts, socialImagePath } from './social-image-address';
import { SocialImagesRepository } from './social-images.repository';

export type SocialImageAnswer = { kind: 'image'; contents: Uint8Array } | { kind: 'moved'; address: string };

/** Wide enough for its place in the picture. */
const PICTURE_WIDTH = 960;

/** Pictures for previews of other sites: drawn when somebody asks first, then kept beside the images. */
@Injectable()
export class SocialImages {
  /** Sites that hear of a recap ask all at once: this process draws for them once. */
  private readonly drawing = new Map<string, Promise<Uint8Array>>();

  constructor(
    private readonly recaps: SocialImagesRepository,
    private readonly storage: MediaStorage,
    private readonly library: MediaLibrary,
  ) {}

  /** The picture of what the recap says now, wherever an older one was asked for. */
  async read(recapId: string, language: Language, hash: string): Promise<SocialImageAnswer> {
    const facts = await this.recaps.factsOf(recapId, language);
    if (!facts) throw new DomainError('request.not-found', 404);
    if (socialHash(facts) !== hash) return { kind: 'moved', address: socialImagePath(facts) };
    const folder = `social/${recapId}/${language}`;
    const key = `${folder}/${hash}.jpeg`;
    const stored = await this.storage.get(key);
    if (stored) return { kind: 'image', contents: stored };
    const drawn =
      this.drawing.get(key) ?? this.draw(facts, folder, key).finally(() => this.drawing.delete(key));
    this.drawing.set(key, drawn);
    return { kind: 'image', contents: await drawn };
  }

  private async draw(facts: SocialFacts, folder: string, key: string): Promise<Uint8Array> {
    const contents = await drawSocialImage(facts, await this.pictureOf(facts));
    // What the recap looked like before is asked for no more.
    await this.storage.removeFolder(folder);
    await this.storage.put(key, contents, 'image/jpeg');
    return contents;
  }

  private async pictureOf({ image }: SocialFacts): Promise<Uint8Array | null> {
    const width = image?.widths.find((candidate) => candidate >= PICTURE_WIDTH) ?? image?.widths.at(-1);
    return image && width ? this.library.readFile(image.mediaId, `${width}.jpeg`) : null;
  }
}
