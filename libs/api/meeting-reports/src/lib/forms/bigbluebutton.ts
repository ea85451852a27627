import { has, type ReportParts } from '../rows/report-tables';
import { cellAt, isYes, linesIn, meetingIn, placesIn, timeCells, type Form } from './form';

/**
 * The learning dashboard's "download session data": `Name, Moderator, Activity Score, Talk Time, Webcam Time, Messages, Reactions, Poll Votes,
 * Raise Hands, Join, Left, Duration`, then a column for each poll and, last, a line with anonymous answers. One line for each person, from
 * first coming to last leaving, with the time that they were there; who has not left has `-`. German headings are those of
 * `bigbluebutton-html5/public/locales/de.json` (`app.learningDashboard.usersTable`).
 * @see https://github.com/bigbluebutton/bigbluebutton/blob/develop/bbb-learning-dashboard/src/services/UserService.js
 */
export function bigbluebutton(parts: ReportParts): Form | null {
  const table = parts.tables.find((one) => has(one, 'name', 'moderator', 'activity', 'joinedAt'));
  if (!table) return null;
  return {
    format: 'bigbluebutton',
    table,
    places: placesIn(table),
    meeting: meetingIn(parts),
    ...timeCells(parts),
    endsWithLastTime: false,
    lines: () =>
      linesIn(table, { role: (row) => (isYes(cellAt(table, row, 'moderator')) === true ? 'host' : null) }),
  };
}
