import { Field } from '@reihe/api-platform';
import { checkLinksRules, type CheckLinks } from '@reihe/shared-editorial';

export class CheckLinksBody implements CheckLinks {
  @Field(checkLinksRules.hrefs) hrefs: string[];
  @Field(checkLinksRules.asksOthers) asksOthers: boolean;
}
