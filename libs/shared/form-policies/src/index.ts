export { fieldError, type FieldError } from './lib/field-error';
export {
  answerError,
  askedQuestions,
  checkAnswers,
  CONDITION_KINDS,
  type Answers,
  type AskableQuestion,
  type CheckedAnswer,
  type PutQuestion,
} from './lib/question-answers';
export { hasOptions, questionFormProblems, type NamedQuestion } from './lib/question-forms';
export {
  fillPlaceholders,
  messageGaps,
  messageTextFor,
  placeholderFaults,
  placeholdersIn,
  selectedStates,
  type MessageGap,
} from './lib/message-text';
