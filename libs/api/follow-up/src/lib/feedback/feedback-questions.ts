import { Injectable } from '@nestjs/common';
import { invalidFields, sessionNotFound } from '@reihe/api-platform';
import { putQuestion, SessionQuestionsRepository } from '@reihe/api-questions';
import type { Language } from '@reihe/shared-contracts';
import { checkAnswers, type CheckedAnswer } from '@reihe/shared-form-policies';
import type { OwnFeedback, PublicQuestion } from '@reihe/shared-registration';

/** What a session asks afterwards: the organiser's questions of its series and its own. */
@Injectable()
export class FeedbackQuestions {
  constructor(private readonly questions: SessionQuestionsRepository) {}

  async of(sessionId: string, slug: string, language: Language): Promise<PublicQuestion[]> {
    const [session] = await this.questions.ofSessions([sessionId], 'feedback');
    if (!session) throw sessionNotFound();
    return session.questions.map((question) => ({
      ...putQuestion(question, language, session.defaultLanguage),
      sessionSlugs: [slug],
    }));
  }

  /** @throws request.invalid naming each question by `answers.<its id>`, or `rating` where nothing at all was said */
  async check(
    sessionId: string,
    { rating, comment, answers: given }: OwnFeedback,
    language: Language,
  ): Promise<CheckedAnswer[]> {
    const { answers, problems } = checkAnswers(await this.of(sessionId, '', language), given);
    if (problems.length > 0) throw invalidFields(...problems);
    if (rating === null && comment === '' && answers.length === 0)
      throw invalidFields({ path: 'rating', code: 'required' });
    return answers;
  }
}
