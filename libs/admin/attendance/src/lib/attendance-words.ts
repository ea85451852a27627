import type {
  AttendeeGroup,
  AttendeeMatch,
  AttendeeRole,
  DateOrder,
  MeetingReportFormat,
  ReportField,
  ReportProblem,
  ReportProblemCode,
  SuggestionReason,
} from '@reihe/shared-figures';

export function formatWords(format: MeetingReportFormat): string {
  switch (format) {
    case 'zoom-meeting':
      return $localize`:@@attendance.format.zoom-meeting:Zoom, report of a meeting`;
    case 'zoom-webinar':
      return $localize`:@@attendance.format.zoom-webinar:Zoom, report of a webinar`;
    case 'zoom-registrants':
      return $localize`:@@attendance.format.zoom-registrants:Zoom, list of registrations`;
    case 'teams':
      return $localize`:@@attendance.format.teams:Microsoft Teams`;
    case 'webex':
      return $localize`:@@attendance.format.webex:Webex`;
    case 'bigbluebutton':
      return $localize`:@@attendance.format.bigbluebutton:BigBlueButton`;
    case 'table':
      return $localize`:@@attendance.format.table:Table`;
  }
}

export function roleWords(role: AttendeeRole): string {
  switch (role) {
    case 'attendee':
      return $localize`:@@attendance.role.attendee:Audience`;
    case 'host':
      return $localize`:@@attendance.role.host:Host`;
    case 'speaker':
      return $localize`:@@attendance.role.speaker:Speaker`;
    case 'bot':
      return $localize`:@@attendance.role.bot:Recorder or note-taker`;
  }
}

export function groupWords(group: AttendeeGroup): string {
  switch (group) {
    case 'guests':
      return $localize`:@@attendance.group.guests:Guests nobody identified`;
    case 'identified':
      return $localize`:@@attendance.group.identified:Identified people`;
    case 'short':
      return $localize`:@@attendance.group.short:Not there long enough`;
    case 'apart':
      return $localize`:@@attendance.group.apart:Hosts, speakers, recorders`;
  }
}

export function matchWords(match: AttendeeMatch): string {
  switch (match) {
    case 'link':
      return $localize`:@@attendance.match.link:by their own address to join`;
    case 'email':
      return $localize`:@@attendance.match.email:by e-mail address`;
    case 'staff':
      return $localize`:@@attendance.match.staff:as staff decided`;
    case 'earlier-decision':
      return $localize`:@@attendance.match.earlier-decision:as decided for an earlier report`;
  }
}

export function reasonWords(reason: SuggestionReason): string {
  switch (reason) {
    case 'same-name':
      return $localize`:@@attendance.reason.same-name:same name`;
    case 'similar-name':
      return $localize`:@@attendance.reason.similar-name:similar name`;
    case 'same-organisation':
      return $localize`:@@attendance.reason.same-organisation:same organisation`;
    case 'registered':
      return $localize`:@@attendance.reason.registered:registered for this session`;
    case 'same-city':
      return $localize`:@@attendance.reason.same-city:same city`;
  }
}

export function dateOrderWords(order: DateOrder): string {
  switch (order) {
    case 'dmy':
      return $localize`:@@attendance.order.dmy:Day, month, year`;
    case 'mdy':
      return $localize`:@@attendance.order.mdy:Month, day, year`;
    case 'ymd':
      return $localize`:@@attendance.order.ymd:Year, month, day`;
  }
}

export function columnWords(field: ReportField): string {
  switch (field) {
    case 'name':
      return $localize`:@@attendance.field.name:Name`;
    case 'firstName':
      return $localize`:@@attendance.field.first-name:First name`;
    case 'lastName':
      return $localize`:@@attendance.field.last-name:Last name`;
    case 'email':
      return $localize`:@@attendance.field.email:E-mail address`;
    case 'organisation':
      return $localize`:@@attendance.field.organisation:Organisation`;
    case 'city':
      return $localize`:@@attendance.field.city:City`;
    case 'country':
      return $localize`:@@attendance.field.country:Country`;
    case 'joinedAt':
      return $localize`:@@attendance.field.joined:Came at`;
    case 'leftAt':
      return $localize`:@@attendance.field.left:Left at`;
    case 'minutes':
      return $localize`:@@attendance.field.minutes:Minutes`;
    case 'role':
      return $localize`:@@attendance.field.role:Role`;
    case 'token':
      return $localize`:@@attendance.field.token:Address to join`;
  }
}

function problemReason(code: ReportProblemCode): string {
  switch (code) {
    case 'no-name':
      return $localize`:@@attendance.problem.no-name:Nothing says who this was.`;
    case 'bad-time':
      return $localize`:@@attendance.problem.bad-time:This is no time, or one of the two is missing.`;
    case 'time-doubtful':
      return $localize`:@@attendance.problem.time-doubtful:The clocks were changed then: this time came twice, or never.`;
    case 'left-before-joined':
      return $localize`:@@attendance.problem.left-before-joined:They would have left before they came.`;
    case 'longer-than-a-day':
      return $localize`:@@attendance.problem.longer-than-a-day:Nobody is in a meeting for more than a day.`;
    case 'bad-minutes':
      return $localize`:@@attendance.problem.bad-minutes:This is no length in minutes, or it is missing.`;
    case 'cut-off':
      return $localize`:@@attendance.problem.cut-off:The file ends within this line. Please download it again.`;
    case 'not-an-address':
      return $localize`:@@attendance.problem.not-an-address:This is no e-mail address; it is left out.`;
  }
}

/** "Line 12, Join Time: …" */
export function problemWords({ line, column, code, value }: ReportProblem): string {
  const where = column
    ? $localize`:@@attendance.problem.where-column:Line ${line}:line:, ${column}:column:`
    : $localize`:@@attendance.problem.where:Line ${line}:line:`;
  const what = value ? ` (${value})` : '';
  return `${where}: ${problemReason(code)}${what}`;
}

/** "41", or "41 to 44" where guests may be more people. */
export function rangeWords(least: number, more: number, number: (value: number) => string): string {
  if (more === 0) return number(least);
  return $localize`:@@attendance.range:${number(least)}:least: to ${number(least + more)}:most:`;
}
