import { Injectable } from '@nestjs/common';
import {
  bodyValidation,
  DomainError,
  languageOfPath,
  oneValue as one,
  type FormValues,
} from '@reihe/api-platform';
import {
  LANGUAGES,
  publicPaths,
  SPEAKER_FORMS,
  speakerTextRules,
  type SpeakerForm,
} from '@reihe/shared-contracts';
import { AnswerInvitationBody, OwnTokenBody, SaveProfileBody, SendPhotoBody } from './invitation.bodies';
import { MyInvitationsService } from './my-invitations';
import { MyProfileService, type ReceivedPhoto } from './my-profile';

const TEXTS = Object.keys(speakerTextRules);
/** Texts per language are named like their path in the body: `translations.de.bio`. */
const TRANSLATED = LANGUAGES.flatMap((language) => TEXTS.map((text) => `translations.${language}.${text}`));

/** What goes back into a page whose form was refused. */
export const SPEAKER_FORM_FIELDS = [
  'form',
  'contributionId',
  'answer',
  'words',
  'version',
  'title',
  'name',
  'city',
  'country',
  ...TRANSLATED,
  'credit',
  'hasConsented',
];

/** The forms of a speaker's page as plain posts: the same use cases as the API's, answered by the page. */
@Injectable()
export class SpeakerForms {
  private readonly validation = bodyValidation();

  constructor(
    private readonly mine: MyInvitationsService,
    private readonly profile: MyProfileService,
  ) {}

  async send(
    lang: string,
    token: string,
    values: FormValues,
    photo: ReceivedPhoto | undefined,
  ): Promise<{ url: string }> {
    const page = publicPaths.speaker(languageOfPath(lang), token);
    const form = SPEAKER_FORMS.find((name) => name === one(values['form']));
    if (!form) throw new DomainError('request.invalid', 400);
    await this.act(form, token, values, photo);
    return { url: `${page}?done=${form}` };
  }

  private async act(
    form: SpeakerForm,
    token: string,
    values: FormValues,
    photo: ReceivedPhoto | undefined,
  ): Promise<void> {
    const text = (name: string) => one(values[name]);
    switch (form) {
      case 'answer': {
        const [contributionId, answer, words] = [text('contributionId'), text('answer'), text('words')];
        return this.mine.answer(
          await this.typed(AnswerInvitationBody, { token, contributionId, answer, words }),
        );
      }
      case 'profile':
        return this.profile.save(await this.typed(SaveProfileBody, profileFields(token, text)));
      case 'photo': {
        const body = { token, credit: text('credit'), hasConsented: text('hasConsented') };
        return this.profile.sendPhoto(await this.typed(SendPhotoBody, body), photo);
      }
      case 'remove-photo':
        return this.profile.removePhoto((await this.typed(OwnTokenBody, { token })).token);
    }
  }

  private async typed<Body extends object>(body: new () => Body, fields: object): Promise<Body> {
    return (await this.validation.transform(fields, { type: 'body', metatype: body })) as Body;
  }
}

function profileFields(token: string, text: (name: string) => string): object {
  const translations = LANGUAGES.map((language) => {
    const texts = TEXTS.map((name) => [name, text(`translations.${language}.${name}`)] as const);
    return [language, Object.fromEntries(texts)] as const;
  }).filter(([, texts]) => Object.values(texts).some((value) => value.trim() !== ''));
  return {
    token,
    version: Number(text('version')),
    title: text('title'),
    name: text('name'),
    city: text('city'),
    country: text('country'),
    translations: Object.fromEntries(translations),
  };
}
