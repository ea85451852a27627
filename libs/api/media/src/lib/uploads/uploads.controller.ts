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
} from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Answers, AnswersNothing, CurrentStaff, RequirePermission, Takes } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { MediaUpload } from '@reihe/shared-editorial';
import { MediaUploads } from './media-uploads';
import { ReceivedBytes } from './received-bytes';
import { BeginUploadBody, ChunkQuery } from './upload.bodies';

/** A file in parts: begun, sent from where it is, asked for where it stopped. */
@Controller('media/uploads')
export class UploadsController {
  constructor(private readonly uploads: MediaUploads) {}

  @Post()
  @RequirePermission('media.write')
  @Takes('BeginUpload')
  @Answers('MediaUpload', 201)
  beginUpload(@Body() body: BeginUploadBody, @CurrentStaff() me: Me): Promise<MediaUpload> {
    return this.uploads.begin(body, me.id);
  }

  @Get(':id')
  @RequirePermission('media.write')
  @Answers('MediaUpload')
  getUpload(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() me: Me): Promise<MediaUpload> {
    return this.uploads.get(id, me.id);
  }

  @Put(':id')
  @RequirePermission('media.write')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers('MediaUpload')
  sendChunk(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { offset }: ChunkQuery,
    @ReceivedBytes() bytes: Uint8Array,
    @CurrentStaff() me: Me,
  ): Promise<MediaUpload> {
    return this.uploads.receive(id, offset, bytes, me.id);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('media.write')
  @AnswersNothing()
  dropUpload(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() me: Me): Promise<void> {
    return this.uploads.drop(id, me.id);
  }
}
