import {
  applyDecorators,
  Controller,
  Get,
  Header,
  Param,
  ParseUUIDPipe,
  StreamableFile,
} from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { ForEveryone, NotCached } from '@reihe/api-platform';
import { HandedFiles } from './handed-files';

/** Whatever a file holds, no browser runs it as a page of this site. */
const NeverAPage = () =>
  applyDecorators(
    Header('X-Content-Type-Options', 'nosniff'),
    Header('Content-Security-Policy', `default-src 'none'; sandbox`),
    ApiProduces('application/octet-stream'),
  );

@Controller()
export class HandedFilesController {
  constructor(private readonly files: HandedFiles) {}

  @Get('materials/:id/file')
  @ForEveryone()
  @NeverAPage()
  @Header('Cache-Control', 'no-cache')
  readPublic(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return this.files.publicFile(id);
  }

  @Get('after/files/:pass')
  @ForEveryone()
  @NeverAPage()
  @NotCached()
  @Header('X-Robots-Tag', 'noindex')
  readOwn(@Param('pass') pass: string): Promise<StreamableFile> {
    return this.files.ownFile(pass);
  }
}
