import { Field } from '@reihe/api-platform';
import { readAttendanceRules, type DateOrder, type ReadAttendance } from '@reihe/shared-figures';
import { Transform } from 'class-transformer';

/** Fields beside the file: texts, of which the columns are a JSON list. */
export class ReadAttendanceBody implements ReadAttendance {
  @Field(readAttendanceRules.timeZone) timeZone?: string;
  @Field(readAttendanceRules.dateOrder) dateOrder?: DateOrder;
  @Transform(({ value }: { value: unknown }) => listFrom(value))
  @Field(readAttendanceRules.columns)
  columns?: string[];
}

function listFrom(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    // Not a list, and refused as such.
    return value;
  }
}
