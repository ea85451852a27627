import { Field } from '@reihe/api-platform';
import { Transform } from 'class-transformer';

export class RegistrationFormQuery {
  /** Slugs; as many as the portal offers at once. */
  @Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? (value as unknown[]) : [value]))
  @Field({ kind: 'list', format: 'slug', minLength: 1, maxLength: 100 })
  session: string[];
  /** Read by ReaderLanguage. */
  @Field({ kind: 'text', maxLength: 35, optional: true }) lang?: string;
}
