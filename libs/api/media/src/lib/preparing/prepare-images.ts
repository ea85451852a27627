import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit, Optional } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock, Config, DomainError, Jobs } from '@reihe/api-platform';
import { MEDIA_FAILURES, type MediaFailure } from '@reihe/shared-contracts';
import {
  makeFirstSizes,
  makePlaceholder,
  makeRestOfSizes,
  RECIPE,
  type StoredFile,
} from '../images/make-sizes';
import { lookOf } from '../images/look';
import { imageKey, ORIGINAL } from '../storage/image-key';
import { MediaStorage } from '../storage/media-storage';
import { PreparingRepository, type ClaimedImage, type WholeImage } from './preparing.repository';

/** Asked for, it begins within a second. */
export const PREPARE_IMAGES_JOB = 'media.prepare';
/** Finds what nobody asks for any more: images of a worker that was killed. */
export const FIND_DUE_IMAGES_JOB = 'media.find-due';

/** Longer than one image takes; a worker that was killed gives its image back by that. */
const CLAIM_MS = 120_000;
/** A run ends before its queue takes it for lost. */
const LONGEST_RUN_MS = 240_000;
/** What broke a worker this often is not tried again. */
const MOST_ATTEMPTS = 3;
const PAUSE_MS = 30_000;

/**
 * Makes the sizes of images, beside the requests. Files come first and one statement says that they are there: killed anywhere
 * between, nothing is half, and the next worker makes the same files under the same names.
 */
@Injectable()
export class PrepareImages implements OnModuleInit, OnApplicationBootstrap {
  private readonly logger = new Logger(PrepareImages.name);

  constructor(
    private readonly images: PreparingRepository,
    private readonly storage: MediaStorage,
    private readonly clock: Clock,
    private readonly config: Config,
    /** Absent where a part of the program runs without workers, as in specs of other features. */
    @Optional() private readonly jobs?: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs?.on(PREPARE_IMAGES_JOB, () => this.prepareDue());
    this.jobs?.every(FIND_DUE_IMAGES_JOB, '* * * * *', () => this.prepareDue());
  }

  /** Images from before this version go on being shown as they are, and get what they lack. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.jobs && this.config.roles.includes('worker')) await this.images.findDueByRecipe(RECIPE);
  }

  /** Once what is due is committed: before, a worker would find nothing. */
  ask(): void {
    this.images.afterCommit(() => {
      this.jobs?.send(PREPARE_IMAGES_JOB);
    });
  }

  async prepareDue(): Promise<void> {
    const end = Date.now() + LONGEST_RUN_MS;
    while (Date.now() < end) {
      const now = this.clock.now();
      const image = await this.images.claim(now, new Date(now.getTime() + CLAIM_MS));
      if (!image) return;
      await this.prepare(image);
    }
    this.ask();
  }

  /** At once, for whoever waits: the sizes readers need. The rest is left to a worker. @throws DomainError media.broken, request.too-large, storage.unavailable */
  async prepareFirst(id: string, upload: Uint8Array) {
    const { files, ...first } = await makeFirstSizes(upload);
    for (const file of files) await this.store(id, file);
    return first;
  }

  private async prepare(image: ClaimedImage): Promise<void> {
    const { id } = image;
    try {
      if (image.attempts > MOST_ATTEMPTS) return await this.giveUp(image, 'media.broken');
      if (image.state === 'preparing') await this.makeReady(image);
      const whole = await this.makeWhole(image);
      if (!whole) return await this.giveUp(image, 'media.broken');
      await this.keep(id, whole);
    } catch (error) {
      await this.afterFailure(image, error);
    }
  }

  private async makeReady(image: ClaimedImage): Promise<void> {
    const upload = await this.storage.get(imageKey(image.id, ORIGINAL));
    if (!upload) throw new DomainError('media.broken', 422);
    const first = await this.prepareFirst(image.id, upload);
    await this.images.keepFirst(image.id, first);
    Object.assign(image, first, { state: 'ready', look: first.look?.toString() ?? null });
    await this.storage.remove(imageKey(image.id, ORIGINAL));
  }

  /** null: there is nothing left to make it from. */
  private async makeWhole(image: ClaimedImage): Promise<WholeImage | null> {
    const { id, widths, focus, focusEdition: edition, recipe } = image;
    const source = await this.storage.get(imageKey(id, image.source || `${widths.at(-1) ?? 0}.webp`));
    if (!source) return null;
    // Where only the focal point moved, what is not cut stays.
    const rest = await makeRestOfSizes(id, source, recipe < RECIPE ? widths : [], focus, edition);
    for await (const file of rest.files) await this.store(id, file);
    const look = image.look === null ? await lookOf(source) : BigInt(image.look);
    const placeholder = image.placeholder || (await makePlaceholder(source));
    return { formats: rest.formats, crops: rest.crops, placeholder, look, edition, recipe: RECIPE };
  }

  @Transactional()
  protected async keep(id: string, whole: WholeImage): Promise<void> {
    await this.images.keepWhole(id, whole);
    await this.images.keepLookAlikes(id);
  }

  /** The storage's trouble is not the image's: it waits, and everything else as well. What cannot be decoded fails alone. */
  private async afterFailure(image: ClaimedImage, error: unknown): Promise<void> {
    const failure = error instanceof DomainError ? error.code : null;
    if (failure === 'storage.unavailable') {
      await this.images.giveBack(image.id, false, this.clock.now());
      throw error;
    }
    if (isFailure(failure)) return this.giveUp(image, failure);
    this.logger.error({ err: error, image: image.id }, 'An image could not be prepared');
    await this.images.giveBack(image.id, true, new Date(this.clock.now().getTime() + PAUSE_MS));
  }

  private async giveUp(image: ClaimedImage, failure: MediaFailure): Promise<void> {
    if (image.state === 'preparing') await this.images.fail(image.id, failure);
    else await this.images.leaveAsItIs(image.id);
  }

  private store(id: string, { name, contents, contentType }: StoredFile): Promise<void> {
    return this.storage.put(imageKey(id, name), contents, contentType);
  }
}

function isFailure(code: string | null): code is MediaFailure {
  return (MEDIA_FAILURES as readonly (string | null)[]).includes(code);
}
