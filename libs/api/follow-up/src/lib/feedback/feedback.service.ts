import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, hashOf, linkUnknown, newToken, sessionNotFound } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import { feedbackEnd, feedbackPhase } from '@reihe/shared-policies';
import type {
  AnonymousFeedback,
  ChangeFeedback,
  FeedbackGiven,
  FeedbackResults,
  GiveFeedback,
} from '@reihe/shared-registration';
import { AfterRepository } from '../after/after.repository';
import { feedbackClosed, feedbackGiven, feedbackUnknown, wrongRegistrationState } from '../follow-up.errors';
import { FeedbackQuestions } from './feedback-questions';
import { feedbackResults } from './feedback-results';
import { FeedbackRepository, type AnonymousRow } from './feedback.repository';

/** What people say about a session, with their name or without. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly after: AfterRepository,
    private readonly questions: FeedbackQuestions,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * One for each registration. With one's name it can be given again, and then replaces itself; without, whoever has the key that is
   * answered here, and kept nowhere, can change it.
   * @throws registration.link-unknown, registration.wrong-state, feedback.closed, feedback.given, request.invalid
   */
  @Transactional()
  async give(token: string, registrationId: string, given: GiveFeedback): Promise<FeedbackGiven> {
    const seat = await this.after.ownSeat(hashOf(token), registrationId, given.language);
    if (!seat) throw linkUnknown();
    if (seat.state !== 'confirmed') throw wrongRegistrationState();
    const { sessionId, session, participantId } = seat;
    if (feedbackPhase(session, this.clock.now()) !== 'open') throw feedbackClosed();
    await this.feedback.lock(sessionId);
    const giver = await this.feedback.giver(registrationId);
    if (giver?.isAnonymous) throw feedbackGiven();
    const { rating, comment, isAnonymous } = given;
    const content = {
      rating,
      comment,
      answers: await this.questions.check(sessionId, given, given.language),
    };
    await this.feedback.saveGiver({ registrationId, isAnonymous });
    if (isAnonymous) {
      await this.feedback.dropNamed(registrationId);
      const changeKey = newToken();
      await this.feedback.addAnonymous(sessionId, hashOf(changeKey), content);
      // Nothing of it in the audit log, which keeps the moment.
      return { changeKey };
    }
    const day = this.clock.now().toISOString().slice(0, 10);
    await this.feedback.saveNamed(sessionId, registrationId, content, day);
    await this.trail.record({
      actor: { kind: 'participant', id: participantId },
      action: 'registration.give-feedback',
      subject: 'registration',
      subjectId: registrationId,
    });
    return { changeKey: null };
  }

  /** @throws feedback.link-unknown */
  async readAnonymous(changeKey: string, language: Language): Promise<AnonymousFeedback> {
    const { sessionId, slug, title, language: titleLanguage, ...row } = await this.found(changeKey, language);
    return {
      session: { slug, title, language: titleLanguage },
      phase: feedbackPhase(row, this.clock.now()),
      until: feedbackEnd(row).toISOString(),
      questions: await this.questions.of(sessionId, slug, language),
      own: {
        rating: row.rating,
        comment: row.comment,
        answers: row.answers.map(({ questionId, value }) => ({ questionId, value })),
      },
    };
  }

  /** @throws feedback.link-unknown, feedback.closed, request.invalid */
  @Transactional()
  async changeAnonymous(changeKey: string, changed: ChangeFeedback): Promise<void> {
    const row = await this.found(changeKey, changed.language);
    if (feedbackPhase(row, this.clock.now()) !== 'open') throw feedbackClosed();
    await this.feedback.lock(row.sessionId);
    const answers = await this.questions.check(row.sessionId, changed, changed.language);
    const { rating, comment } = changed;
    if (!(await this.feedback.changeAnonymous(hashOf(changeKey), { rating, comment, answers })))
      throw feedbackUnknown();
  }

  /** @throws session.not-found */
  async results(sessionId: string, language: Language): Promise<FeedbackResults> {
    const row = await this.feedback.results(sessionId);
    if (!row) throw sessionNotFound();
    const questions = await this.questions.of(sessionId, row.slug, language);
    return {
      phase: feedbackPhase(row, this.clock.now()),
      asked: row.asked,
      given: row.given,
      ...feedbackResults(row.feedback, questions),
    };
  }

  private async found(changeKey: string, language: Language): Promise<AnonymousRow> {
    const row = await this.feedback.anonymous(hashOf(changeKey), language);
    if (!row) throw feedbackUnknown();
    return row;
  }
}
