import { Injectable } from '@nestjs/common';
import { bodyValidation, languageOfPath, oneValue, type FormValues } from '@reihe/api-platform';
import { publicPaths } from '@reihe/shared-contracts';
import { ChooseNewsBody } from './news-subscription.bodies';
import { NewsSubscriptions } from './news-subscriptions';

/** The page's buttons as plain posts, and the one click of a mail program. */
@Injectable()
export class UnsubscribeForm {
  private readonly validation = bodyValidation();

  constructor(private readonly subscriptions: NewsSubscriptions) {}

  /** Where the browser goes next; null for a mail program, which must not be sent elsewhere (RFC 8058). */
  async choose(lang: string, token: string, values: FormValues): Promise<string | null> {
    const language = languageOfPath(lang);
    const isOneClick = oneValue(values['List-Unsubscribe']) === 'One-Click';
    const fields = { choice: isOneClick ? 'stop' : oneValue(values['choice']) };
    const { choice } = (await this.validation.transform(fields, {
      type: 'body',
      metatype: ChooseNewsBody,
    })) as ChooseNewsBody;
    await this.subscriptions.choose(token, choice, language);
    return isOneClick ? null : publicPaths.unsubscribe(language, token);
  }
}
