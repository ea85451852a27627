export { AnswerControl, AnswerMark } from './lib/answer-control';
export { QuestionFields, type CountryName } from './lib/question-fields';
export { answerErrorWords } from './lib/question-words';
