import { Controller, Get, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CacheFor, ForEveryone } from '@reihe/api-platform';
import type { ImageFormat } from '@reihe/shared-contracts';
import { mediaNotFound } from './media.errors';
import { MediaLibrary } from './media-library';

const FILE_NAME = /^(\d{1,5})\.(webp|jpeg)$/;

/** Derivatives never change: another image has another address. */
@ApiExcludeController()
@Controller('media')
@ForEveryone()
export class ImageFilesController {
  constructor(private readonly library: MediaLibrary) {}

  @Get(':id/:file')
  @CacheFor(365 * 24 * 60 * 60, true)
  async readImage(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('file') file: string,
  ): Promise<StreamableFile> {
    const [, width, format] = FILE_NAME.exec(file) ?? [];
    const contents =
      width && format ? await this.library.readFile(id, Number(width), format as ImageFormat) : null;
    if (!contents) throw mediaNotFound();
    return new StreamableFile(contents, { type: `image/${format ?? ''}`, length: contents.byteLength });
  }
}
