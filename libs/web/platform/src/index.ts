export { countOrigin, countValue, measureWords } from './lib/count-words';
export { Formats } from './lib/formats';
export { askInLanguage, provideInProcessHttp, provideReaderHttp, provideStaffHttp } from './lib/http';
export { dateFormatOf, dateWords } from './lib/intl-formats';
export { LANGUAGE } from './lib/language';
export { describeForMachines } from './lib/head-for-machines';
export {
  HEAD_FOR_MACHINES,
  HOME_ADDRESSES,
  inEveryLanguage,
  PageHead,
  type MachineWords,
  type PageDescription,
  type StructuredData,
  writtenAddresses,
} from './lib/page-head';
export { PageStatus } from './lib/page-status';
export { ReaderClock } from './lib/reader-clock';
export { failureOf, isNoPage, problemCodeOf, type Failure } from './lib/problems';
export {
  failureHeading,
  failureWords,
  problemWords,
  wordsOf,
  type ReaderProblemCode,
  type WordsOfCode,
} from './lib/problem-words';
export { PageLinks } from './lib/page-links';
export { RENDER_CONTEXT, type RenderContext, type SubmittedForm } from './lib/render-context';
export {
  agendaKindWords,
  contributorDetails,
  contributorWords,
  languageList,
  placeWords,
  roleWords,
  sessionKindWords,
} from './lib/session-words';
export { zonePlace, zonesOfAudience } from './lib/zone-places';
export { meetingProviderWords } from './lib/meeting-words';
