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
import type { BulkMediaAnswer, LookAlike, MediaReplacement } from '@reihe/shared-editorial';
import { ReplaceMedia } from '../replacing/replace-media';
import { EditMany } from './edit-many';
import {
  BulkMediaBody,
  MediaQuery,
  ReplaceMediaBody,
  RestoreBulkMediaBody,
  SaveMediaBody,
} from './media.bodies';
import { noFile } from './media.errors';
import { MediaLibrary } from './media-library';

/** What multer's memory storage hands over. */
interface ReceivedFile {
  originalname: string;
  buffer: Uint8Array;
}

const staff = ({ id }: Me) => ({ kind: 'staff', id }) as const;

@Controller('media')
export class MediaController {
  constructor(
    private readonly library: MediaLibrary,
    private readonly many: EditMany,
    private readonly replacing: ReplaceMedia,
  ) {}

  @Get()
  @RequirePermission('media.read')
  @Answers('Page<Media>')
  listMedia(@Query() query: MediaQuery): Promise<Page<Media>> {
    return this.library.list(query);
  }

  @Put('bulk')
  @RequirePermission('media.write')
  @Takes('BulkMedia')
  @Answers('BulkMediaAnswer')
  saveMany(@Body() body: BulkMediaBody, @CurrentStaff() me: Me): Promise<BulkMediaAnswer> {
    return this.many.save(body, staff(me));
  }

  @Post('bulk/restore')
  @HttpCode(204)
  @RequirePermission('media.write')
  @Takes('RestoreBulkMedia')
  @AnswersNothing()
  restoreMany(@Body() { items }: RestoreBulkMediaBody, @CurrentStaff() me: Me): Promise<void> {
    return this.many.restore(items, staff(me));
  }

  @Get(':id')
  @RequirePermission('media.read')
  @Answers('Media')
  getMedia(@Param('id', ParseUUIDPipe) id: string): Promise<Media> {
    return this.library.get(id);
  }

  @Get(':id/look-alikes')
  @RequirePermission('media.read')
  @Answers('LookAlike[]')
  listLookAlikes(@Param('id', ParseUUIDPipe) id: string): Promise<LookAlike[]> {
    return this.library.lookAlikes(id);
  }

  /** For programs that send a file whole; people's browsers send it in parts. */
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
    return this.library.importImage({ fileName: file.originalname, contents: file.buffer }, staff(me));
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
    return this.library.save(id, body, staff(me));
  }

  @Get(':id/replacement')
  @RequirePermission('media.read')
  @Answers('MediaReplacement')
  previewReplacement(@Param('id', ParseUUIDPipe) id: string): Promise<MediaReplacement> {
    return this.replacing.preview(id);
  }

  @Post(':id/replacement')
  @HttpCode(200)
  @RequirePermission('media.write')
  @Takes('ReplaceMedia')
  @Answers('MediaReplacement')
  replaceMedia(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReplaceMediaBody,
    @CurrentStaff() me: Me,
  ): Promise<MediaReplacement> {
    return this.replacing.replace(id, body, me.id);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('media.write')
  @AnswersNothing()
  deleteMedia(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() me: Me): Promise<void> {
    return this.library.remove(id, staff(me));
  }
}
