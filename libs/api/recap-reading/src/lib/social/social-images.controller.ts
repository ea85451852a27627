import { Controller, Get, Param, ParseUUIDPipe, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DomainError, ForEveryone } from '@reihe/api-platform';
import { isLanguage } from '@reihe/shared-contracts';
import type { Response } from 'express';
import { SocialImages } from './social-images.service';

const FILE_NAME = /^(?<language>[a-z]{2})-(?<hash>[0-9a-f]{20})\.jpeg$/;
const YEAR_SECONDS = 365 * 24 * 60 * 60;

@ApiExcludeController()
@Controller('media/recaps')
@ForEveryone()
export class SocialImagesController {
  constructor(private readonly images: SocialImages) {}

  @Get(':id/:file')
  async readSocialImage(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('file') file: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    const { language, hash } = FILE_NAME.exec(file)?.groups ?? {};
    if (!isLanguage(language) || !hash) throw new DomainError('request.not-found', 404);
    const answer = await this.images.read(id, language, hash);
    if (answer.kind === 'moved') {
      response.status(302).set({ Location: answer.address, 'Cache-Control': 'no-cache' });
      return undefined;
    }
    response.set({
      'Cache-Control': `public, max-age=${YEAR_SECONDS}, immutable`,
      // Made to be shown elsewhere.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
    return new StreamableFile(answer.contents, { type: 'image/jpeg', length: answer.contents.byteLength });
  }
}
