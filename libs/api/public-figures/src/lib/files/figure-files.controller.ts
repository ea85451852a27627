import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { CacheFor, DomainError, ForEveryone } from '@reihe/api-platform';
import { isLanguage, type Language } from '@reihe/shared-contracts';
import { FIGURE_FILE_FORMATS, FIGURE_FILE_TYPES, type FigureFileFormat } from '@reihe/shared-figures';
import type { Response } from 'express';
import { FigureFiles } from './figure-files.service';

/** They change once a day at most; what a host states is read soon after. */
const FIVE_MINUTES = 5 * 60;

const FILE = 'figures.:language.:format';

@Controller('data')
@ForEveryone()
export class FigureFilesController {
  constructor(private readonly files: FigureFiles) {}

  @Get(FILE)
  @ApiProduces(...Object.values(FIGURE_FILE_TYPES))
  @CacheFor(FIVE_MINUTES)
  async all(
    @Param('language') language: string,
    @Param('format') format: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const asked = { language: languageOf(language), format: formatOf(format) };
    return answered(await this.files.ofAll(asked.language, asked.format), asked, 'all-series', response);
  }

  @Get(`series/:slug/${FILE}`)
  @ApiProduces(...Object.values(FIGURE_FILE_TYPES))
  @CacheFor(FIVE_MINUTES)
  async ofSeries(
    @Param('slug') slug: string,
    @Param('language') language: string,
    @Param('format') format: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const asked = { language: languageOf(language), format: formatOf(format) };
    return answered(await this.files.ofSeries(slug, asked.language, asked.format), asked, slug, response);
  }
}

/** Express makes the ETag of the text, and answers 304 to who has the same. Programs on other sites may read it. */
function answered(
  text: string,
  { language, format }: { language: Language; format: FigureFileFormat },
  of: string,
  response: Response,
): string {
  response.setHeader('Content-Type', `${FIGURE_FILE_TYPES[format]}; charset=utf-8`);
  response.setHeader('Access-Control-Allow-Origin', '*');
  if (format === 'csv') response.attachment(`figures-${of}.${language}.csv`);
  return text;
}

function languageOf(part: string): Language {
  if (!isLanguage(part)) throw new DomainError('request.not-found', 404);
  return part;
}

function formatOf(part: string): FigureFileFormat {
  const format = FIGURE_FILE_FORMATS.find((known) => known === part);
  if (!format) throw new DomainError('request.not-found', 404);
  return format;
}
