import type {
  Language,
  MySession,
  Register,
  RegistrationState,
  RulesFor,
  TokenBody,
} from '@reihe/shared-contracts';
import { registerRules, tokenRules } from '@reihe/shared-contracts';

/** Pages and files behind a participant's own links, besides those in `publicPaths`; here, because no other page loads them. */
export const mySessionsPaths = {
  /** Asks for a new link. */
  link: (language: Language) => `/${language}/register/link`,
  /** A post: asks again for what was not confirmed in time; `token` of the link that is over. */
  again: (language: Language, token: string) => `/${language}/register/confirm/${token}/again`,
  data: (language: Language, token: string) => `/${language}/register/manage/${token}/data`,
  more: (language: Language, token: string) => `/${language}/register/manage/${token}/more`,
  leave: (language: Language, token: string) => `/${language}/register/manage/${token}/leave`,
  /** A post; answers a ZIP file. */
  download: (language: Language, token: string) => `/${language}/register/manage/${token}/download`,
  release: (language: Language, token: string) => `/${language}/register/release/${token}`,
  /** Asks for another address. */
  changeEmail: (language: Language, token: string) => `/${language}/register/manage/${token}/email`,
  /** Behind the link that was sent there. */
  email: (language: Language, token: string) => `/${language}/register/email/${token}`,
  /** After everything is deleted. */
  gone: (language: Language) => `/${language}/register/gone`,
  calendar: (token: string) => `/calendar/mine/${token}.ics`,
} as const;

/** API paths, below API_BASE. */
export const mySessionsApi = {
  cancelAll: '/registrations/mine/cancel-all',
  more: '/registrations/mine',
  profile: '/registrations/mine/profile',
  erase: '/registrations/mine/erase',
  release: '/registrations/release',
  changeEmail: '/registrations/mine/email',
  email: '/registrations/email',
  link: '/registrations/link',
  again: '/registrations/confirm/again',
} as const;

/** What somebody wrote about themselves. */
export type OwnData = Pick<
  Register,
  'name' | 'organisation' | 'position' | 'city' | 'country' | 'language' | 'timeZone'
>;

/** What somebody needs in order to take part in one session. */
export interface NeedsOfSession {
  registrationId: string;
  accessibilityNeeds: string;
}

export interface ShownNeeds extends NeedsOfSession {
  title: string;
  startsAt: string;
}

export interface MyProfile extends OwnData {
  version: number;
  email: string;
  /** Of each session to come that asks for it: needs may differ from one to the next. */
  needs: ShownNeeds[];
}

/** Goes into the person and into what they are registered for and has not begun; needs go where they are said of. */
export interface SaveMyProfile extends OwnData, TokenBody {
  version: number;
  /** Of a session that is not named they stay as they are. */
  needs: NeedsOfSession[];
}

/** More sessions for somebody known: their data is that of their profile, and nothing need be confirmed by mail. */
export interface RegisterForMore
  extends
    TokenBody,
    Pick<
      Register,
      | 'sessionSlugs'
      | 'answers'
      | 'invitationCode'
      | 'accessibilityNeeds'
      | 'allowsRecording'
      | 'hasAcceptedPrivacyNotice'
    > {}

export interface AskForLink {
  email: string;
  language: Language;
}

/** The address is the person's once the link that is sent there is followed. */
export interface ChangeEmail extends TokenBody {
  newEmail: string;
}

/** What the link would make the person's address. */
export interface NewEmailPreview {
  newEmail: string;
  expiresAt: string;
}

export interface ChangedEmail {
  /** Opens the person's page; links that were sent to the old address open it no more. */
  manageToken: string;
}

/** What a link of a mail would give up, or gave up. */
export interface ReleasePreview {
  state: RegistrationState;
  session: MySession;
  /** False: the session began, or the place is given up already. */
  canCancel: boolean;
}

const { name, organisation, position, city, country, language, timeZone, accessibilityNeeds } = registerRules;
const { token } = tokenRules;

export const ownDataRules = {
  name,
  organisation,
  position,
  city,
  country,
  language,
  timeZone,
} as const satisfies RulesFor<OwnData>;

export const needsOfSessionRules = {
  registrationId: { kind: 'text', format: 'uuid' },
  accessibilityNeeds,
} as const satisfies RulesFor<NeedsOfSession>;

export const saveMyProfileRules = {
  ...ownDataRules,
  token,
  version: { kind: 'number', min: 1 },
  needs: { kind: 'list', maxLength: 500, optional: true },
} as const satisfies RulesFor<SaveMyProfile>;

export const registerForMoreRules = {
  token,
  sessionSlugs: registerRules.sessionSlugs,
  answers: registerRules.answers,
  invitationCode: registerRules.invitationCode,
  accessibilityNeeds,
  allowsRecording: registerRules.allowsRecording,
  hasAcceptedPrivacyNotice: registerRules.hasAcceptedPrivacyNotice,
} as const satisfies RulesFor<RegisterForMore>;

export const changeEmailRules = {
  token,
  newEmail: registerRules.email,
} as const satisfies RulesFor<ChangeEmail>;

export const askForLinkRules = {
  email: registerRules.email,
  language,
} as const satisfies RulesFor<AskForLink>;
