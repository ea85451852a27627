import type { Language, OfferedMaterial } from '@reihe/shared-contracts';
import type { OwnCertificate } from './attendance';
import type { FeedbackForm } from './feedback';

/** What one person with a confirmed place finds after a session, by their own link. */
export interface AfterPage {
  registrationId: string;
  name: string;
  session: {
    slug: string;
    title: string;
    language: Language;
    startsAt: string;
    endsAt: string;
    timeZone: string;
  };
  materials: OfferedMaterial[];
  feedback: FeedbackForm;
  certificate: OwnCertificate;
}

/** Addresses that people open. Not among `publicPaths`, which every reader's page loads. */
export const followUpPaths = {
  /** `token` is one of purpose `manage`. */
  page: (language: Language, token: string, registrationId: string) =>
    `/${language}/after/${token}/${registrationId}`,
  issueCertificate: (language: Language, token: string, registrationId: string) =>
    `/${language}/after/${token}/${registrationId}/certificate`,
  /** Where an anonymous answer is changed. */
  feedback: (language: Language, changeKey: string) => `/${language}/feedback/${changeKey}`,
  certificate: (language: Language, code: string) => `/${language}/certificates/${code}`,
} as const;

/** Below API_BASE. */
export const followUpApiPaths = {
  afterPage: (registrationId: string) => `/after/${registrationId}`,
  giveFeedback: (registrationId: string) => `/after/${registrationId}/feedback`,
  anonymousFeedback: '/feedback/mine',
  certificateCheck: (code: string) => `/certificates/${code}`,
  materialFile: (id: string) => `/materials/${id}/file`,
  /** `pass` stands for the person and what they may have. */
  ownFile: (pass: string) => `/after/files/${pass}`,
  materials: (sessionId: string) => `/sessions/${sessionId}/materials`,
  materialFiles: (sessionId: string) => `/sessions/${sessionId}/materials/files`,
  orderMaterials: (sessionId: string) => `/sessions/${sessionId}/materials/order`,
  material: (id: string) => `/materials/${id}`,
  attendance: (sessionId: string) => `/sessions/${sessionId}/attendance`,
  feedbackResults: (sessionId: string) => `/sessions/${sessionId}/feedback`,
  withdrawCertificate: (id: string) => `/certificates/${id}/withdraw`,
  reissueCertificate: (id: string) => `/certificates/${id}/reissue`,
} as const;
