import { Injectable } from '@nestjs/common';
import {
  bodyValidation,
  languageOfPath,
  manyValues as many,
  oneValue as one,
  type FormValues,
} from '@reihe/api-platform';
import {
  cancelRegistrationRules,
  FORMAT_PATTERNS,
  publicPaths,
  registerRules,
  type GivenAnswer,
  type Language,
  type RegisterAnswer,
} from '@reihe/shared-contracts';
import { MyRegistrationsService } from '../places/my-registrations';
import { RequestPlaces } from '../places/request-places';
import { TakeSeat } from '../places/take-seat';
import { CancelMineBody, RegisterBody, RegisterForMoreBody } from '../registration.bodies';

/** Before a question's id: the name under which its answer is sent. */
const ANSWERS = 'answers.';

/** What goes back into a page whose form was refused. */
export const REGISTER_FIELDS = [
  ...Object.keys(registerRules),
  ...Object.keys(cancelRegistrationRules),
  ANSWERS,
].filter((field) => field !== 'token');

/** Invisible to people; who fills it in is a machine, which is told what it wants to hear. */
export const HONEYPOT_FIELD = 'website';

/** The portal's forms as plain posts: the same use cases as the API's, answered by pages. */
@Injectable()
export class RegisterForms {
  private readonly validation = bodyValidation();

  constructor(
    private readonly places: RequestPlaces,
    private readonly seats: TakeSeat,
    private readonly mine: MyRegistrationsService,
  ) {}

  /** As the API takes it: to a machine the same is said as to people. */
  async take({ website, ...form }: RegisterBody): Promise<RegisterAnswer> {
    return website === '' ? this.places.request(form) : { outcome: 'check-your-mail' };
  }

  async register(lang: string, values: FormValues): Promise<{ url: string }> {
    const language = languageOfPath(lang);
    const next = { url: publicPaths.checkYourMail(language) };
    if (one(values[HONEYPOT_FIELD]) !== '') return next;
    await this.places.request(await this.typed(RegisterBody, await this.registerFields(language, values)));
    return next;
  }

  async confirm(lang: string, token: string): Promise<{ url: string }> {
    return { url: await this.seats.confirmAndShow(token, languageOfPath(lang)) };
  }

  async cancel(lang: string, token: string, values: FormValues): Promise<{ url: string }> {
    const language = languageOfPath(lang);
    const body = await this.typed(CancelMineBody, { token, registrationId: one(values['registrationId']) });
    await this.mine.cancel(body.token, body.registrationId, language);
    // Its page tells what was cancelled, and the way back.
    return { url: `${publicPaths.manage(language, token)}?done=cancelled&of=${body.registrationId}` };
  }

  async more(lang: string, token: string, values: FormValues): Promise<{ url: string }> {
    const language = languageOfPath(lang);
    const {
      sessionSlugs,
      accessibilityNeeds,
      invitationCode,
      allowsRecording,
      answers,
      hasAcceptedPrivacyNotice,
    } = await this.registerFields(language, values);
    const fields = {
      sessionSlugs,
      accessibilityNeeds,
      invitationCode,
      allowsRecording,
      answers,
      hasAcceptedPrivacyNotice,
    };
    await this.mine.add(await this.typed(RegisterForMoreBody, { ...fields, token }), language);
    return { url: `${publicPaths.manage(language, token)}?done=more` };
  }

  /** Fields of the contract only; a button's name or a field of the page's own is no error. */
  private async registerFields(language: Language, values: FormValues): Promise<Record<string, unknown>> {
    const texts = Object.entries(registerRules)
      .filter(([, rule]) => rule.kind === 'text')
      .map(([field]) => [field, one(values[field])] as const);
    const sessionSlugs = many(values['sessionSlugs']);
    return {
      ...Object.fromEntries(texts),
      sessionSlugs,
      language,
      timeZone: one(values['timeZone']) || (await this.places.zoneFor(sessionSlugs)),
      hasAcceptedPrivacyNotice: one(values['hasAcceptedPrivacyNotice']) === 'on',
      allowsRecording: yesOrNo(one(values['allowsRecording'])),
      answers: answersIn(values),
    };
  }

  private async typed<Body extends object>(body: new () => Body, fields: object): Promise<Body> {
    return (await this.validation.transform(fields, { type: 'body', metatype: body })) as Body;
  }
}

/** Radio buttons; null: neither was chosen. */
function yesOrNo(value: string): boolean | null {
  return value === 'yes' ? true : value === 'no' ? false : null;
}

/** As texts, for what is meant by them depends on their questions. A name that ends in no id is no answer of ours. */
function answersIn(values: FormValues): GivenAnswer[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const questionId = name.slice(ANSWERS.length);
    const texts = many(value).filter((text) => text !== '');
    const [first] = texts;
    if (!name.startsWith(ANSWERS) || !FORMAT_PATTERNS.uuid.test(questionId) || first === undefined) return [];
    return [{ questionId, value: texts.length === 1 ? first : texts }];
  });
}
