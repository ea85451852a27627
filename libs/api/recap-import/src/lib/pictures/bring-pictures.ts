import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { MediaLibrary } from '@reihe/api-media';
import type { RecapImportRow } from '@reihe/api-persistence';
import { Clock, DomainError, RecapWriter, type Actor } from '@reihe/api-platform';
import { MEDIA_LIMITS, type Me } from '@reihe/shared-contracts';
import { mediaTextRules } from '@reihe/shared-contracts';
import type { ImportNote, Recap, RecapText, SaveRecap } from '@reihe/shared-editorial';
import {
  Archive,
  creditOf,
  FetchFailed,
  isArchive,
  PublicFetcher,
  withPictures,
} from '@reihe/api-recap-sources';
import { ImportFiles } from '../files/import-files';
import { ImportsRepository } from '../imports/imports.repository';
import {
  PicturesRepository,
  type ArrivedRow,
  type DuePicture,
  type WaitingRecap,
} from './pictures.repository';

const AT_ONCE = 2;
/** Longer than two pictures take to arrive. */
const CLAIM_MS = 120_000;
/** A run ends before its queue takes it for lost. */
const LONGEST_RUN_MS = 200_000;

/** Pictures come once the drafts are there, each for itself: one that fails is told and holds up no other. */
@Injectable()
export class BringPictures {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly pictures: PicturesRepository,
    private readonly library: MediaLibrary,
    private readonly writer: RecapWriter,
    private readonly files: ImportFiles,
    private readonly fetcher: PublicFetcher,
    private readonly clock: Clock,
  ) {}

  /** @returns whether all is done; where it is not, somebody goes on with it */
  async bring(row: RecapImportRow, staff: Me): Promise<boolean> {
    const end = Date.now() + LONGEST_RUN_MS;
    const archive = await this.archiveOf(row);
    for (;;) {
      const due = await this.pictures.nextDue(row.id, AT_ONCE);
      if (due.length === 0) break;
      await Promise.all(
        due.map((picture) => this.bringOne(picture, archive, { kind: 'staff', id: staff.id })),
      );
      await this.placeAll(row.id, staff);
      const until = new Date(this.clock.now().getTime() + CLAIM_MS);
      if (!(await this.imports.keepClaim(row.id, 'pictures', until))) return true;
      if (Date.now() > end) return false;
    }
    if (!(await this.placeAll(row.id, staff))) return false;
    await this.finish(row.id);
    return true;
  }

  /** What is left will not come. */
  async giveUp(row: RecapImportRow, staff: Me | null): Promise<void> {
    await this.pictures.failAll(row.id, 'interrupted');
    if (staff) await this.placeAll(row.id, staff);
    await this.finish(row.id);
  }

  private async finish(id: string): Promise<void> {
    await this.imports.move(id, ['pictures'], { state: 'done' });
    await this.files.forget(id);
  }

  private async archiveOf(row: RecapImportRow): Promise<Archive | null> {
    const bytes = row.chunks.length > 0 ? await this.files.get(row) : null;
    return bytes && isArchive(bytes) ? new Archive(bytes) : null;
  }

  private async bringOne(picture: DuePicture, archive: Archive | null, actor: Actor): Promise<void> {
    try {
      const contents = await this.contentsOf(picture, archive);
      const known = await this.pictures.idOfContent(createHash('sha256').update(contents).digest('hex'));
      const { caption, credit } = creditOf(picture.caption);
      const media = await this.library.receiveImage(
        {
          fileName: fileNameOf(picture),
          contents,
          credit,
          translations: {
            [picture.language]: {
              alt: picture.alt,
              caption: caption.slice(0, mediaTextRules.caption.maxLength),
            },
          },
        },
        actor,
      );
      await this.pictures.arrived(picture.id, media.id, known === null);
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null) throw error;
      await this.pictures.failed(picture.id, failure);
    }
  }

  private async contentsOf({ file, address }: DuePicture, archive: Archive | null): Promise<Uint8Array> {
    if (file === null) return this.fetcher.get(address, MEDIA_LIMITS.bytes);
    const contents = archive?.read(file, MEDIA_LIMITS.bytes);
    if (!contents) throw new FetchFailed(archive ? 'too-large' : 'unreachable');
    return contents;
  }

  /** @returns false where somebody saved a draft in this instant: the next round finds it as it then is */
  private async placeAll(importId: string, staff: Me): Promise<boolean> {
    let isAll = true;
    for (const waiting of await this.pictures.waiting(importId))
      if (!(await this.placeOrTell(importId, waiting, staff))) isAll = false;
    return isAll;
  }

  /** A draft that went its way meanwhile is left as it is: its pictures are in the library. */
  private async placeOrTell(importId: string, waiting: WaitingRecap, staff: Me): Promise<boolean> {
    try {
      await this.place(importId, waiting, staff);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'version.outdated') return false;
      const count = (await this.pictures.arrivedOf(importId, waiting.recapId)).length;
      const note: ImportNote = { code: 'pictures-not-placed', count, details: [] };
      await this.pictures.placed(importId, waiting.recapId, null, [note]);
    }
    return true;
  }

  @Transactional()
  protected async place(
    importId: string,
    { recapId, writtenVersion }: WaitingRecap,
    staff: Me,
  ): Promise<void> {
    if (!(await this.pictures.isGoingOn(importId))) return;
    const arrived = await this.pictures.arrivedOf(importId, recapId);
    if (arrived.length === 0) return this.pictures.placed(importId, recapId, null, []);
    const recap = await this.writer.get(recapId);
    const saved = await this.writer.save(recapId, bodyWith(recap, arrived), staff);
    const isUntouched = recap.version === writtenVersion;
    await this.pictures.placed(importId, recapId, isUntouched ? saved.version : null, []);
  }
}

function bodyWith(recap: Recap, arrived: readonly ArrivedRow[]): SaveRecap {
  const lead = arrived.find(({ role }) => role === 'lead');
  const texts = Object.entries(recap.translations as Record<string, RecapText>).map(([language, text]) => {
    const own = arrived.filter((one) => one.role !== 'lead' && one.language === language);
    const captioned = own.map((one) => ({ ...one, caption: creditOf(one.caption).caption.slice(0, 400) }));
    return [language, { ...text, body: withPictures(text.body, captioned) }] as const;
  });
  const { version, seriesId, sessionIds, categoryIds, regionIds, byline, gallery, publishedOn } = recap;
  return {
    ...{ version, seriesId, sessionIds, categoryIds, regionIds, byline, gallery, publishedOn },
    leadMediaId: recap.leadMediaId ?? lead?.mediaId ?? null,
    translations: Object.fromEntries(texts),
  };
}

/** As the picture was called; never a path. */
function fileNameOf({ file, address }: DuePicture): string {
  const path = file ?? (URL.canParse(address) ? new URL(address).pathname : '');
  return path.slice(path.lastIndexOf('/') + 1).replace(/[\p{Cc}\p{Cf}]/gu, '') || 'picture';
}

/** null: not the picture's fault. */
function failureOf(error: unknown): string | null {
  if (error instanceof FetchFailed) return error.failure;
  return error instanceof DomainError && error.code !== 'storage.unavailable' ? error.code : null;
}
