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
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiConsumes } from '@nestjs/swagger';
import { Answers, AnswersNothing, CurrentStaff, RequirePermission, Takes } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import { MATERIAL_LIMITS, type Material } from '@reihe/shared-registration';
import { noFile } from '../follow-up.errors';
import {
  AddMaterialFileBody,
  AddMaterialLinkBody,
  OrderMaterialsBody,
  SaveMaterialBody,
} from './materials.bodies';
import { MaterialsService } from './materials.service';

/** What multer's memory storage hands over. */
interface ReceivedFile {
  originalname: string;
  buffer: Uint8Array;
}

@Controller()
export class MaterialsController {
  constructor(private readonly materials: MaterialsService) {}

  @Get('sessions/:sessionId/materials')
  @RequirePermission('programme.read')
  @Answers('Material[]')
  list(@Param('sessionId', ParseUUIDPipe) sessionId: string): Promise<Material[]> {
    return this.materials.list(sessionId);
  }

  @Post('sessions/:sessionId/materials')
  @RequirePermission('programme.write')
  @Takes('AddMaterialLink')
  @Answers('Material[]', 201)
  addLink(
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @Body() body: AddMaterialLinkBody,
    @CurrentStaff() me: Me,
  ): Promise<Material[]> {
    return this.materials.addLink(sessionId, body, me.id);
  }

  @Post('sessions/:sessionId/materials/files')
  @RequirePermission('programme.write')
  @UseInterceptors(
    FileInterceptor('file', { limits: { fileSize: MATERIAL_LIMITS.bytes, files: 1, fields: 10 } }),
  )
  @ApiConsumes('multipart/form-data')
  @Takes('AddMaterialFile')
  @Answers('Material[]', 201)
  addFile(
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @Body() body: AddMaterialFileBody,
    @UploadedFile() file: ReceivedFile | undefined,
    @CurrentStaff() me: Me,
  ): Promise<Material[]> {
    if (!file) throw noFile();
    // Browsers send names in UTF-8; the parser takes them for Latin 1, as the standard once had it.
    const fileName = Buffer.from(file.originalname, 'latin1').toString('utf8');
    return this.materials.addFile(sessionId, body, { fileName, contents: file.buffer }, me.id);
  }

  @Put('sessions/:sessionId/materials/order')
  @RequirePermission('programme.write')
  @Takes('OrderMaterials')
  @Answers('Material[]')
  order(
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @Body() { ids }: OrderMaterialsBody,
    @CurrentStaff() me: Me,
  ): Promise<Material[]> {
    return this.materials.order(sessionId, ids, me.id);
  }

  @Put('materials/:id')
  @RequirePermission('programme.write')
  @Takes('SaveMaterial')
  @Answers('Material[]')
  save(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveMaterialBody,
    @CurrentStaff() me: Me,
  ): Promise<Material[]> {
    return this.materials.save(id, body, me.id);
  }

  @Delete('materials/:id')
  @HttpCode(204)
  @RequirePermission('programme.write')
  @AnswersNothing()
  remove(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() me: Me): Promise<void> {
    return this.materials.remove(id, me.id);
  }
}
