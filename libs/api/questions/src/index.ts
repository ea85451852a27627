export { AskedBySessions, CheckAnswers, type AnsweredWish, type AnswersOfSession } from './lib/check-answers';
export { putQuestion } from './lib/put-question';
export { QuestionsModule } from './lib/questions.module';
export {
  SessionQuestionsRepository,
  type SessionQuestionsRow,
  type StoredQuestion,
} from './lib/session-questions.repository';
