import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Answers, AnswersNothing, CurrentStaff, RequirePermission, Takes } from '@reihe/api-platform';
import { MEDIA_LIMITS, type Me, type Media, type Page } from '@reihe/shared-contracts';
import { MediaQuery, SaveMediaBody } from './media.bodies';
import { noFile } from './media.errors';
import { MediaLibrary } from './media-library';

/** What multer's memory storage hands over. */
interface ReceivedFile {
  originalname: string;
  buffer: Uint8Array;
}

@Controller('media')
export class MediaController {
  constructor(private readonly library: MediaLibrary) {}

  @Get()
  @RequirePermission('media.read')
  @Answers('Page<Media>')
  listMedia(@Query() query: MediaQuery): Promise<Page<Media>> {
    return this.library.list(query);
  }

  @Get(':id')
  @RequirePermission('media.read')
  @Answers('Media')
  getMedia(@Param('id', ParseUUIDPipe) id: string): Promise<Media> {
    return this.library.get(id);
  }

  @Post()
  @RequirePermission('media.write')
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: MEDIA_LIMITS.bytes, files: 1 } }))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' } },
      required: ['file'],
    },
  })
  @Answers('Media', 201)
  uploadImage(@UploadedFile() file: ReceivedFile | undefined, @CurrentStaff() me: Me): Promise<Media> {
    if (!file) throw noFile();
    return this.library.importImage(
      { fileName: file.originalname, contents: file.buffer },
      { kind: 'staff', id: me.id },
    );
  }

  @Put(':id')
  @RequirePermission('media.write')
  @Takes('SaveMedia')
  @Answers('Media')
  saveMedia(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveMediaBody,
    @CurrentStaff() me: Me,
  ): Promise<Media> {
    return this.library.save(id, body, { kind: 'staff', id: me.id });
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('media.write')
  @AnswersNothing()
  deleteMedia(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() me: Me): Promise<void> {
    return this.library.remove(id, { kind: 'staff', id: me.id });
  }
}
