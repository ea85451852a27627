import type { DeskQuestion } from '@reihe/shared-registration';
import type { Formats } from '@reihe/web-platform';
import { originWords, registrationStateWords } from '../registration-words';
import type { DeskAddress } from './desk-address';

/** The filters that are set, each in a few words: they stand in a file that is exported. */
export function filterWords(
  address: DeskAddress,
  questions: readonly DeskQuestion[],
  formats: Formats,
): string[] {
  const { q, states, country, language, origin, needsAccessibility, hasJoined, question, answer } =
    address.query();
  const label = (words: string, value: string) => `${words}: ${value}`;
  const yesNo = (flag: boolean) =>
    flag ? $localize`:@@registration.yes:yes` : $localize`:@@registration.no:no`;
  const asked = questions.find(({ id }) => id === question);
  const option = asked?.options.find(({ id }) => id === answer)?.label ?? yesNo(true);
  const [from, to] = [address.filter('from'), address.filter('to')];
  const found: (string | false | undefined)[] = [
    q && label($localize`:@@registration.filter.search:Search`, q),
    states &&
      label($localize`:@@registration.column.state:State`, formats.list(states.map(registrationStateWords))),
    country && label($localize`:@@registration.column.country:Country`, formats.countryName(country)),
    language && label($localize`:@@registration.column.language:Language`, formats.languageName(language)),
    origin && label($localize`:@@registration.column.origin:Came by`, originWords(origin)),
    needsAccessibility !== undefined &&
      label($localize`:@@registration.filter.needs:Has accessibility needs`, yesNo(needsAccessibility)),
    hasJoined !== undefined &&
      label($localize`:@@registration.filter.joined:Pressed “Join”`, yesNo(hasJoined)),
    from && label($localize`:@@registration.filter.from:Registered from`, formats.plainDay(from)),
    to && label($localize`:@@registration.filter.to:Registered until`, formats.plainDay(to)),
    asked && label(asked.label, option),
  ];
  return found.filter((words): words is string => typeof words === 'string' && words !== '');
}
