import { Field } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import {
  IMPORT_LIMITS,
  importRowRules,
  readSheetTextRules,
  type ReadSheetText,
  type SheetRow,
} from '@reihe/shared-planning';
import {
  addPersonRules,
  peopleImportRules,
  PERSON_FIELDS,
  type AddPerson,
  type PeopleImportRequest,
  type PersonField,
} from '@reihe/shared-registration';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsString, MaxLength } from 'class-validator';

/** Absent, null and empty are the same. */
const OrEmpty = () => Transform(({ value }: { value: string | null }) => value ?? '');
/** A cell of a workbook holds no more; what is too long for a field is a fault of its row, not of the request. */
const LONGEST_CELL = 32_767;

export class AddPersonBody implements AddPerson {
  @Field(addPersonRules.sessionId) sessionId: string;
  @Field(addPersonRules.name) name: string;
  @Field(addPersonRules.email) email: string;
  @OrEmpty() @Field(addPersonRules.organisation) organisation = '';
  @OrEmpty() @Field(addPersonRules.position) position = '';
  @OrEmpty() @Field(addPersonRules.city) city = '';
  @Field(addPersonRules.country) country: string;
  @Field(addPersonRules.language) language: Language;
  @Field(addPersonRules.timeZone) timeZone: string;
  @OrEmpty() @Field(addPersonRules.accessibilityNeeds) accessibilityNeeds = '';
  @Field(addPersonRules.isQuiet) isQuiet: boolean;
}

export class PeopleTextBody implements ReadSheetText {
  @IsString() @MaxLength(readSheetTextRules.text.maxLength) text: string;
}

class PeopleRowBody implements SheetRow {
  @Field(importRowRules.line) line: number;
  @Field(importRowRules.cells)
  @ArrayMaxSize(IMPORT_LIMITS.columns)
  @IsString({ each: true })
  @MaxLength(LONGEST_CELL, { each: true })
  cells: string[];
}

export class PeopleImportBody implements PeopleImportRequest {
  @Field(peopleImportRules.sessionId) sessionId: string;
  @Field(peopleImportRules.columns)
  @IsIn([null, ...PERSON_FIELDS], { each: true })
  columns: (PersonField | null)[];
  @Field(peopleImportRules.rows, () => PeopleRowBody) rows: PeopleRowBody[];
  @Field(peopleImportRules.country) country?: string | null;
  @Field(peopleImportRules.language) language?: Language | null;
  @Field(peopleImportRules.timeZone) timeZone?: string | null;
  @Field(peopleImportRules.isQuiet) isQuiet: boolean;
}
