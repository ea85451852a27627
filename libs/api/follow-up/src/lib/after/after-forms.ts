import { Injectable } from '@nestjs/common';
import { bodyValidation, languageOfPath, oneValue as one, type FormValues } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import { followUpPaths } from '@reihe/shared-registration';
import { Certificates } from '../certificates/certificates.service';
import { ChangeFeedbackBody, GiveFeedbackBody } from '../feedback/feedback.bodies';
import { FeedbackService } from '../feedback/feedback.service';

/** What goes back into a page whose form was refused; answers are named after their questions. */
export const FEEDBACK_FIELDS = ['rating', 'comment', 'isAnonymous', 'answers.'];

const ANSWER = /^answers\.(.+)$/;

/** The forms after a session as plain posts: the same use cases as the API's, answered by pages. */
@Injectable()
export class AfterForms {
  private readonly validation = bodyValidation();

  constructor(
    private readonly feedback: FeedbackService,
    private readonly certificates: Certificates,
  ) {}

  /** Whoever answered anonymously is led to the page that alone leads back to the answer. */
  async giveFeedback(lang: string, token: string, registrationId: string, values: FormValues) {
    const language = languageOfPath(lang);
    const body = await this.typed(GiveFeedbackBody, {
      ...feedbackFields(values, language),
      isAnonymous: one(values['isAnonymous']) === 'on',
    });
    const { changeKey } = await this.feedback.give(token, registrationId, body);
    const next = changeKey
      ? followUpPaths.feedback(language, changeKey)
      : followUpPaths.page(language, token, registrationId);
    return { url: `${next}?done=feedback` };
  }

  async changeFeedback(lang: string, changeKey: string, values: FormValues): Promise<{ url: string }> {
    const language = languageOfPath(lang);
    const body = await this.typed(ChangeFeedbackBody, feedbackFields(values, language));
    await this.feedback.changeAnonymous(changeKey, body);
    return { url: `${followUpPaths.feedback(language, changeKey)}?done=feedback` };
  }

  async issueCertificate(lang: string, token: string, registrationId: string): Promise<{ url: string }> {
    return { url: await this.certificates.issue(token, registrationId, languageOfPath(lang)) };
  }

  private async typed<Body extends object>(body: new () => Body, fields: object): Promise<Body> {
    return (await this.validation.transform(fields, { type: 'body', metatype: body })) as Body;
  }
}

function feedbackFields(values: FormValues, language: Language): object {
  const rating = one(values['rating']);
  const answers = Object.entries(values).flatMap(([name, value]) => {
    const questionId = ANSWER.exec(name)?.[1];
    return questionId && value !== undefined ? [{ questionId, value }] : [];
  });
  return {
    rating: rating === '' ? null : Number(rating),
    comment: one(values['comment']),
    answers,
    language,
  };
}
