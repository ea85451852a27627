import { Controller, Get, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CacheFor, ForEveryone } from '@reihe/api-platform';
import { IMAGE_FORMATS } from '@reihe/shared-contracts';
import { mediaNotFound } from './media.errors';
import { MediaLibrary } from './media-library';

/** Sizes and crops; what they are made from has other names and is nobody's to read. */
const NAME = /^(?:(?:wide|social)-\d{1,6}-)?\d{1,5}$/;

/** Derivatives never change: another image, or another crop of it, has another address. */
@ApiExcludeController()
@Controller('media')
@ForEveryone()
export class ImageFilesController {
  constructor(private readonly library: MediaLibrary) {}

  @Get(':id/:name.:format')
  @CacheFor(365 * 24 * 60 * 60, true)
  async readImage(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('name') name: string,
    @Param('format') format: string,
  ): Promise<StreamableFile> {
    const isKnown = NAME.test(name) && (IMAGE_FORMATS as readonly string[]).includes(format);
    const contents = isKnown ? await this.library.readFile(id, `${name}.${format}`) : null;
    if (!contents) throw mediaNotFound();
    return new StreamableFile(contents, { type: `image/${format}`, length: contents.byteLength });
  }
}
