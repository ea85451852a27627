import { Field } from '@reihe/api-platform';
import { duplicateSessionRules, type DuplicateSession } from '@reihe/shared-planning';

export class DuplicateSessionBody implements DuplicateSession {
  @Field(duplicateSessionRules.startsLocal) startsLocal: string;
  @Field(duplicateSessionRules.clockChoice) clockChoice: 'earlier' | 'later' | null = null;
  @Field(duplicateSessionRules.withAgenda) withAgenda: boolean;
  @Field(duplicateSessionRules.withSpeakers) withSpeakers: boolean;
}
