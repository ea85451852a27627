import { Field } from '@reihe/api-platform';
import {
  agendaTextRules,
  announcementRules,
  cancelSessionRules,
  contributionTextRules,
  dialInRules,
  meetingAccessRules,
  NO_MEETING,
  reviseSessionRules,
  saveAgendaItemRules,
  saveContributionRules,
  saveSessionRules,
  sessionTextRules,
  type AgendaKind,
  type AgendaText,
  type Announcement,
  type CancelSession,
  type ContributionRole,
  type ContributionText,
  type DialIn,
  type MeetingProvider,
  type ReviseSession,
  type SaveAgendaItem,
  type SaveContribution,
  type SaveMeetingAccess,
  type SaveSession,
  type SessionKind,
  type SessionText,
  type Translations,
} from '@reihe/shared-contracts';
import { restoreSessionRules, type RestoreSession } from '@reihe/shared-planning';

class SessionTextBody implements SessionText {
  @Field(sessionTextRules.title) title: string;
  @Field(sessionTextRules.abstract) abstract = '';
}

class AgendaTextBody implements AgendaText {
  @Field(agendaTextRules.title) title: string;
  @Field(agendaTextRules.description) description = '';
}

class ContributionTextBody implements ContributionText {
  @Field(contributionTextRules.position) position = '';
  @Field(contributionTextRules.organisation) organisation = '';
  @Field(contributionTextRules.topic) topic = '';
}

class ContributionBody implements SaveContribution {
  @Field(saveContributionRules.id) id?: string;
  @Field(saveContributionRules.speakerId) speakerId: string | null = null;
  @Field(saveContributionRules.role) role: ContributionRole;
  @Field(saveContributionRules.city) city = '';
  @Field(saveContributionRules.country) country: string | null = null;
  @Field(saveContributionRules.translations, () => ContributionTextBody)
  translations: Translations<ContributionTextBody>;
}

class AgendaItemBody implements SaveAgendaItem {
  @Field(saveAgendaItemRules.id) id?: string;
  @Field(saveAgendaItemRules.kind) kind: AgendaKind;
  @Field(saveAgendaItemRules.startsAfter) startsAfter: number;
  @Field(saveAgendaItemRules.durationMinutes) durationMinutes: number;
  @Field(saveAgendaItemRules.translations, () => AgendaTextBody) translations: Translations<AgendaTextBody>;
  @Field(saveAgendaItemRules.contributions, () => ContributionBody) contributions: ContributionBody[];
}

class DialInBody implements DialIn {
  @Field(dialInRules.label) label: string;
  @Field(dialInRules.number) number: string;
  @Field(dialInRules.pin) pin = '';
}

class MeetingBody implements SaveMeetingAccess {
  @Field(meetingAccessRules.provider) provider: MeetingProvider | null = NO_MEETING.provider;
  @Field(meetingAccessRules.url) url = NO_MEETING.url;
  @Field(meetingAccessRules.meetingId) meetingId = NO_MEETING.meetingId;
  @Field(meetingAccessRules.passcode) passcode = NO_MEETING.passcode;
  @Field(meetingAccessRules.dialIn, () => DialInBody) dialIn: DialInBody[] = [];
  @Field(meetingAccessRules.hostNotes) hostNotes = NO_MEETING.hostNotes;
  @Field(meetingAccessRules.account) account = NO_MEETING.account;
  @Field(meetingAccessRules.opensBefore) opensBefore = NO_MEETING.opensBefore;
}

class AnnouncementBody implements Announcement {
  @Field(announcementRules.en) en?: string;
  @Field(announcementRules.de) de?: string;
}

export class SaveSessionBody implements SaveSession {
  @Field(saveSessionRules.version) version: number;
  @Field(saveSessionRules.seriesId) seriesId: string;
  @Field(saveSessionRules.slug) slug: string;
  @Field(saveSessionRules.kind) kind: SessionKind;
  @Field(saveSessionRules.startsLocal) startsLocal: string;
  @Field(saveSessionRules.endsLocal) endsLocal: string;
  @Field(saveSessionRules.timeZone) timeZone: string;
  @Field(saveSessionRules.clockChoice) clockChoice?: 'earlier' | 'later';
  @Field(saveSessionRules.languages) languages: string[];
  @Field(saveSessionRules.interpretation) interpretation: string[];
  @Field(saveSessionRules.regionIds) regionIds: string[];
  @Field(saveSessionRules.categoryIds) categoryIds: string[];
  @Field(saveSessionRules.capacity) capacity: number | null = null;
  @Field(saveSessionRules.registrationOpensAt) registrationOpensAt: string | null = null;
  @Field(saveSessionRules.registrationClosesAt) registrationClosesAt: string | null = null;
  @Field(saveSessionRules.meeting, () => MeetingBody) meeting: MeetingBody;
  @Field(saveSessionRules.translations, () => SessionTextBody) translations: Translations<SessionTextBody>;
  @Field(saveSessionRules.agenda, () => AgendaItemBody) agenda: AgendaItemBody[];
  @Field(saveSessionRules.contributions, () => ContributionBody) contributions: ContributionBody[];
  @Field(saveSessionRules.announcement, () => AnnouncementBody) announcement?: AnnouncementBody;
  @Field(saveSessionRules.isQuiet) isQuiet?: boolean;
}

export class CancelSessionBody implements CancelSession {
  @Field(cancelSessionRules.version) version: number;
  @Field(cancelSessionRules.reason) reason: string;
  @Field(cancelSessionRules.announcement, () => AnnouncementBody) announcement?: AnnouncementBody;
}

export class RestoreSessionBody implements RestoreSession {
  @Field(restoreSessionRules.version) version: number;
  @Field(restoreSessionRules.announcement, () => AnnouncementBody) announcement?: AnnouncementBody;
  @Field(restoreSessionRules.isQuiet) isQuiet?: boolean;
}

export class ReviseSessionBody implements ReviseSession {
  @Field(reviseSessionRules.version) version: number;
  @Field(reviseSessionRules.title) title?: string;
  @Field(reviseSessionRules.startsLocal) startsLocal?: string;
  @Field(reviseSessionRules.endsLocal) endsLocal?: string;
  @Field(reviseSessionRules.clockChoice) clockChoice?: 'earlier' | 'later';
  @Field(reviseSessionRules.capacity) capacity?: number | null;
}
