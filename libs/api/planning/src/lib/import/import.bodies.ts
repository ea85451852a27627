import { Field } from '@reihe/api-platform';
import {
  IMPORT_FIELDS,
  IMPORT_LIMITS,
  importRequestRules,
  importRowRules,
  readSheetTextRules,
  undoImportRules,
  undoneSessionRules,
  type DateOrder,
  type ImportField,
  type ImportRequest,
  type ImportRow,
  type ReadSheetText,
  type UndoImport,
} from '@reihe/shared-planning';
import { ArrayMaxSize, IsIn, IsString, MaxLength } from 'class-validator';

export class ReadSheetTextBody implements ReadSheetText {
  @IsString() @MaxLength(readSheetTextRules.text.maxLength) text: string;
}

class ImportRowBody implements ImportRow {
  @Field(importRowRules.line) line: number;
  @Field(importRowRules.cells)
  @ArrayMaxSize(IMPORT_LIMITS.columns)
  @IsString({ each: true })
  @MaxLength(IMPORT_LIMITS.cell, { each: true })
  cells: string[];
  @Field(importRowRules.clockChoice) clockChoice?: 'earlier' | 'later';
}

export class ImportRequestBody implements ImportRequest {
  @Field(importRequestRules.columns)
  @IsIn([null, ...IMPORT_FIELDS], { each: true })
  columns: (ImportField | null)[];
  @Field(importRequestRules.dateOrder) dateOrder?: DateOrder | null;
  @Field(importRequestRules.seriesId) seriesId?: string | null;
  @Field(importRequestRules.timeZone) timeZone?: string | null;
  @Field(importRequestRules.rows, () => ImportRowBody) rows: ImportRowBody[];
}

class UndoneSessionBody {
  @Field(undoneSessionRules.id) id: string;
  @Field(undoneSessionRules.version) version: number;
}

export class UndoImportBody implements UndoImport {
  @Field(undoImportRules.sessions, () => UndoneSessionBody) sessions: UndoneSessionBody[];
}
