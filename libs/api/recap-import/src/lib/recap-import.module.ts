import { Module } from '@nestjs/common';
import { MediaModule } from '@reihe/api-media';
import { PublicFetcher } from '@reihe/api-recap-sources';
import { ImportFiles } from './files/import-files';
import { ImportWorker } from './import-worker';
import { RecapImportsController } from './imports/imports.controller';
import { ImportsRepository } from './imports/imports.repository';
import { RecapImports } from './imports/imports.service';
import { OriginsRepository } from './origins/origins.repository';
import { Origins } from './origins/origins.service';
import { BringPictures } from './pictures/bring-pictures';
import { PicturesRepository } from './pictures/pictures.repository';
import { ReadImport } from './reading/read-import';
import { SeriesFactsRepository } from './reading/series-facts.repository';
import { UndoImport } from './undo/undo-import';
import { UndoRepository } from './undo/undo.repository';
import { WriteDrafts } from './writing/write-drafts';
import { WritingRepository } from './writing/writing.repository';

/** Recaps that ran elsewhere come in as drafts (ADR 30). Needs the global `RecapWriter`, by which recaps are written. */
@Module({
  imports: [MediaModule],
  controllers: [RecapImportsController],
  providers: [
    RecapImports,
    ImportsRepository,
    ImportFiles,
    ImportWorker,
    ReadImport,
    SeriesFactsRepository,
    PublicFetcher,
    WriteDrafts,
    WritingRepository,
    BringPictures,
    PicturesRepository,
    UndoImport,
    UndoRepository,
    Origins,
    OriginsRepository,
  ],
})
export class RecapImportModule {}
