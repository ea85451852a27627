import { isOfPerson } from './held-of-person.sql';

/** Under all addresses of `p`. */
const ENTRIES = `SELECT o.id, o.email_key FROM participants o WHERE o.id = p.id OR o.merged_into_id = p.id`;

/** $1: participant. Everything stored about them, as it is stored: nothing that opens a door, no hash, no key of the house. An address
 * that was typed and not proven is left out: whether a link was sent there would tell whether somebody else has it. */
export const EVERYTHING = `
  SELECT jsonb_build_object(
    'person', jsonb_build_object(
      'email', p.email, 'name', p.name, 'organisation', p.organisation, 'position', p.job_position, 'city', p.city,
      'country', p.country, 'language', p.language, 'timeZone', p.time_zone, 'firstSeenAt', p.created_at,
      'addressProvenAt', p.verified_at),
    'registrations', coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'session', s.slug,
        'title', (SELECT x.title FROM session_translations x WHERE x.session_id = s.id
                  ORDER BY x.language = r.language DESC, x.language LIMIT 1),
        'startsAt', s.starts_at, 'state', r.state, 'name', r.name, 'organisation', r.organisation, 'position', r.job_position,
        'city', r.city, 'country', r.country, 'language', r.language, 'timeZone', r.time_zone,
        'accessibilityNeeds', r.accessibility_needs, 'registeredAt', r.created_at, 'confirmedAt', r.confirmed_at,
        'endedAt', r.ended_at, 'reasonToldToYou', r.decision_reason, 'cameBy', r.origin,
        'consents', jsonb_build_object('privacyNotice', r.privacy_notice, 'picturesAndRecording', r.allows_recording),
        'answers', coalesce((SELECT jsonb_agg(jsonb_build_object('question', a.asked, 'answer', a.value, 'answeredAt', a.answered_at)
                                              ORDER BY a.answered_at, a.question_id)
                             FROM answers a WHERE a.registration_id = r.id), '[]'),
        'pressedJoin', (SELECT jsonb_build_object('first', h.first_at, 'last', h.last_at, 'times', h.presses)
                        FROM join_hints h WHERE h.registration_id = r.id),
        'attendance', coalesce((SELECT jsonb_agg(jsonb_build_object('evidence', t.evidence, 'recordedAt', t.recorded_at))
                                FROM attendances t WHERE t.registration_id = r.id), '[]'),
        'certificates', coalesce((SELECT jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'issuedAt', c.issued_at,
                                                                      'withdrawnAt', c.withdrawn_at,
                                                                      'withdrawalReason', c.withdrawal_reason))
                                  FROM certificates c WHERE c.registration_id = r.id), '[]'),
        'feedback', coalesce((SELECT jsonb_agg(jsonb_build_object('rating', f.rating, 'comment', f.comment, 'answers', f.answers,
                                                                  'givenOn', f.given_on))
                              FROM feedback f WHERE f.registration_id = r.id), '[]'))
        ORDER BY s.starts_at, r.created_at)
      FROM registrations r JOIN sessions s ON s.id = r.session_id WHERE r.participant_id = p.id), '[]'),
    'meetingReports', coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'session', s.slug, 'startsAt', s.starts_at, 'name', a.name, 'email', a.email, 'organisation', a.organisation,
        'city', a.city, 'country', a.country, 'language', a.language, 'role', a.role,
        'matchedBy', a.matched_by, 'matchedAt', a.decided_at, 'reason', a.reason,
        'minutesInAll', n.minutes, 'countsAsAttended', n.has_come,
        'asReportsSay', coalesce((SELECT jsonb_agg(jsonb_build_object('report', i.file_name, 'name', m.name, 'email', m.email,
                                                     'organisation', m.organisation, 'city', m.city, 'country', m.country,
                                                     'role', m.role) ORDER BY i.imported_at, i.id)
                                  FROM attendee_mentions m JOIN attendance_imports i ON i.id = m.import_id
                                  WHERE m.attendee_id = a.id), '[]'),
        'lines', coalesce((SELECT jsonb_agg(jsonb_build_object('from', t.joined_at, 'until', t.left_at, 'minutes', t.minutes)
                                            ORDER BY t.joined_at, t.line)
                           FROM attendance_spans t WHERE t.attendee_id = a.id), '[]'))
        ORDER BY s.starts_at, a.name, a.email)
      FROM attendees a JOIN sessions s ON s.id = a.session_id
      LEFT JOIN presences n ON n.session_id = a.session_id AND (n.participant_id = a.participant_id OR n.attendee_id = a.id)
      WHERE ${isOfPerson('a', ENTRIES)}), '[]'),
    'decisionsAboutNames', coalesce((
      SELECT jsonb_agg(jsonb_build_object('series', y.slug, 'nameInReports', d.key, 'role', d.role, 'reason', d.reason,
                                          'decidedAt', d.decided_at) ORDER BY d.decided_at)
      FROM attendance_decisions d JOIN series y ON y.id = d.series_id
      WHERE ${isOfPerson('d', ENTRIES)}), '[]'),
    'otherAddresses', coalesce((
      SELECT jsonb_agg(jsonb_build_object('email', o.email, 'firstSeenAt', o.created_at, 'addressProvenAt', o.verified_at,
                                          'mergedAt', g.merged_at, 'reason', g.reason) ORDER BY o.created_at)
      FROM participants o LEFT JOIN participant_merges g ON g.absorbed_id = o.id
      WHERE o.merged_into_id = p.id), '[]'),
    'news', coalesce((
      SELECT jsonb_agg(jsonb_build_object('endedFor', coalesce(y.slug, 'every series'), 'endedAt', n.created_at)
                       ORDER BY y.slug)
      FROM news_opt_outs n LEFT JOIN series y ON y.id = n.series_id WHERE n.participant_id = p.id), '[]'),
    'invitations', coalesce((
      SELECT jsonb_agg(jsonb_build_object('series', y.slug, 'session', s.slug, 'invitedAt', i.created_at) ORDER BY i.created_at)
      FROM invited_addresses i LEFT JOIN series y ON y.id = i.series_id LEFT JOIN sessions s ON s.id = i.session_id
      WHERE i.pattern IN (SELECT e.email_key FROM (${ENTRIES}) e)), '[]'),
    'mails', coalesce((
      SELECT jsonb_agg(jsonb_build_object('kind', m.template, 'to', m.to_address, 'subject', m.subject, 'state', m.state,
                                          'writtenAt', m.created_at, 'sentAt', m.sent_at) ORDER BY m.created_at)
      FROM outbox_messages m WHERE m.participant_id = p.id
        AND (m.template <> 'email-change' OR lower(m.to_address) = p.email_key)), '[]'),
    'links', coalesce((
      SELECT jsonb_agg(jsonb_build_object('for', l.purpose, 'madeAt', l.created_at, 'endsAt', l.expires_at, 'usedAt', l.used_at)
                       ORDER BY l.created_at)
      FROM participant_links l WHERE l.participant_id = p.id AND (l.purpose <> 'email' OR l.used_at IS NOT NULL)), '[]')
  ) AS everything
  FROM participants p WHERE p.id = $1 AND p.erased_at IS NULL`;
