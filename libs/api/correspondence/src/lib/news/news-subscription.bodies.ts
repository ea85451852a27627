import { Field } from '@reihe/api-platform';
import { chooseNewsRules, type ChooseNews, type NewsChoice } from '@reihe/shared-registration';

export class ChooseNewsBody implements ChooseNews {
  @Field(chooseNewsRules.choice) choice: NewsChoice;
}
