import { Injectable } from '@nestjs/common';
import { Clock, invalidFields } from '@reihe/api-platform';
import type { Register } from '@reihe/shared-contracts';
import { checkAnswers, type CheckedAnswer } from '@reihe/shared-form-policies';
import { putQuestion } from './put-question';
import { SessionQuestionsRepository, type SessionQuestionsRow } from './session-questions.repository';

/** What a form says for one of its sessions. */
export interface AnswersOfSession {
  sessionId: string;
  answers: CheckedAnswer[];
  /** As the form has them where this session asks, else empty and null. */
  accessibilityNeeds: string;
  allowsRecording: boolean | null;
}

/** What is judged of a form. */
export type AnsweredForm = Pick<Register, 'answers' | 'language' | 'accessibilityNeeds' | 'allowsRecording'>;

type AskedOfSession = Pick<
  SessionQuestionsRow,
  'id' | 'defaultLanguage' | 'asksAccessibility' | 'asksRecording' | 'questions'
>;

/** A session, with whether its organisers ask questions of their own. */
export interface AskingSession extends Omit<AskedOfSession, 'questions'> {
  hasQuestions: boolean;
}

export interface AnsweredWish {
  registrationId: string;
  /** False: written over one that was there. Earlier answers that are not given again go; those to archived questions stay. */
  isNew: boolean;
  answers: readonly CheckedAnswer[];
}

/** Answers to the organiser's questions: judged by what is asked once the seats are locked, stored with the wishes. */
@Injectable()
export class CheckAnswers {
  constructor(
    private readonly questions: SessionQuestionsRepository,
    private readonly clock: Clock,
  ) {}

  /** What these sessions ask, for judging several forms. One statement, none where the organisers ask nothing of their own. */
  async asked(sessions: readonly AskingSession[]): Promise<AskedBySessions> {
    const ids = sessions.filter(({ hasQuestions }) => hasQuestions).map(({ id }) => id);
    const read = ids.length > 0 ? await this.questions.ofSessions(ids, 'registration') : [];
    return new AskedBySessions(
      sessions.map((session) => read.find(({ id }) => id === session.id) ?? { ...session, questions: [] }),
    );
  }

  /** In the transaction that writes the wishes: one statement for all of them, none where there is nothing to write. */
  async store(wishes: readonly AnsweredWish[]): Promise<void> {
    const answers = wishes.flatMap(({ registrationId, answers }) =>
      answers.map((answer) => ({ registrationId, ...answer })),
    );
    const again = wishes.filter(({ isNew }) => !isNew).map(({ registrationId }) => registrationId);
    if (answers.length + again.length > 0) await this.questions.store(answers, again, this.clock.now());
  }
}

/** What some sessions ask. */
export class AskedBySessions {
  constructor(private readonly sessions: readonly AskedOfSession[]) {}

  /**
   * By session, in their order. Answers to what is not asked are left aside: a question may have been archived while somebody was
   * writing.
   * @throws request.invalid naming each question by `answers.<its id>`, whichever of the sessions asks it
   */
  check(sessionIds: readonly string[], form: AnsweredForm): AnswersOfSession[] {
    const sessions = sessionIds.flatMap((id) => this.sessions.find((session) => session.id === id) ?? []);
    const checked = sessions.map((session) => {
      const questions = session.questions.map((question) =>
        putQuestion(question, form.language, session.defaultLanguage),
      );
      return { session, ...checkAnswers(questions, form.answers) };
    });
    const problems = new Map(
      checked.flatMap((one) => one.problems.map((problem) => [problem.path, problem])),
    );
    if (problems.size > 0) throw invalidFields(...problems.values());
    return checked.map(({ session, answers }) => ({
      sessionId: session.id,
      answers,
      accessibilityNeeds: session.asksAccessibility ? form.accessibilityNeeds : '',
      allowsRecording: session.asksRecording ? form.allowsRecording : null,
    }));
  }
}
