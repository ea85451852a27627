/** A row of `registrations` that says more of somebody than where they are from. */
export const saysSomething = (row: string) => `
  (${row}.name <> '' OR ${row}.organisation <> '' OR ${row}.job_position <> '' OR ${row}.accessibility_needs <> ''
   OR ${row}.decision_reason <> '')`;

/** A row of `attendees` that says who it is. */
export const isNamed = (row: string) => `NOT starts_with(${row}.key, 'erased:')`;

/**
 * A row of `attendees` that is of one person: it is known to be, or it has an address of theirs and is nobody's. Hosts, speakers and those
 * of whom was said that nobody knows them are not looked up when a report is taken.
 * @param entries a query of the `id` and `email_key` of all of their entries
 */
export const isOfPerson = (row: string, entries: string) => `
  (${row}.participant_id IN (SELECT e.id FROM (${entries}) e)
   OR ${row}.participant_id IS NULL AND ${isAtAddress(row, entries)})`;

/** Also a row of `attendance_decisions`. */
export const isAtAddress = (row: string, entries: string) =>
  `${row}.key IN (SELECT 'mail:' || e.email_key FROM (${entries}) e)`;

/** $1 participant, under whichever address · $2 now */
export const HELD_OF_PERSON = `
  WITH person AS (
    SELECT p.id, p.name, p.email FROM participants e JOIN participants p ON p.id = coalesce(e.merged_into_id, e.id)
    WHERE e.id = $1 AND p.erased_at IS NULL
  ), entries AS (
    SELECT e.id, e.email_key FROM participants e JOIN person ON e.id = person.id OR e.merged_into_id = person.id
  ), own AS (
    SELECT r.id, r.state, r.session_id FROM registrations r WHERE r.participant_id IN (SELECT id FROM entries)
  ), named AS (
    SELECT a.id FROM attendees a WHERE ${isOfPerson('a', 'TABLE entries')}
  )
  SELECT jsonb_build_object(
    'participantId', person.id, 'name', coalesce(nullif(person.name, ''), person.email, ''),
    'placesToCome', (SELECT count(*) FROM own JOIN sessions s ON s.id = own.session_id
                     WHERE own.state IN ('confirmed', 'awaiting-approval', 'waitlisted') AND s.ends_at > $2),
    'held', jsonb_build_object(
      'people', (SELECT count(*) FROM entries),
      'registrations', (SELECT count(*) FROM own),
      'answers', (SELECT count(*) FROM answers w WHERE w.registration_id IN (SELECT id FROM own)),
      'waiting', (SELECT count(*) FROM own WHERE state = 'waitlisted'),
      'mails', (SELECT count(*) FROM outbox_messages m WHERE m.participant_id IN (SELECT id FROM entries) AND m.to_address <> ''),
      'links', (SELECT count(*) FROM join_links j WHERE j.registration_id IN (SELECT id FROM own))
             + (SELECT count(*) FROM participant_links l WHERE l.participant_id IN (SELECT id FROM entries)),
      'certificates', (SELECT count(*) FROM certificates c
                       WHERE c.registration_id IN (SELECT id FROM own) AND c.name IS NOT NULL),
      'feedback', (SELECT count(*) FROM feedback f WHERE f.registration_id IN (SELECT id FROM own)),
      'attendees', (SELECT count(*) FROM named),
      'guests', 0,
      'lines', (SELECT count(*) FROM attendance_spans t WHERE t.attendee_id IN (SELECT id FROM named)),
      'files', 0,
      'decisions', (SELECT count(*) FROM attendance_decisions d WHERE ${isOfPerson('d', 'TABLE entries')}),
      'invitations', (SELECT count(*) FROM invited_addresses i WHERE i.pattern IN (SELECT email_key FROM entries)))
  ) AS holdings
  FROM person`;

/** $1 session · $2 attendee. Whoever is matched is no guest: they are erased as the person they are. */
export const HELD_OF_GUEST = `
  SELECT jsonb_build_object(
    'people', 0, 'registrations', 0, 'answers', 0, 'waiting', 0, 'mails', 0, 'links', 0, 'certificates', 0, 'feedback', 0,
    'attendees', 1, 'guests', 1,
    'lines', (SELECT count(*) FROM attendance_spans t WHERE t.attendee_id = a.id),
    'files', 0,
    'decisions', (SELECT count(*) FROM attendance_decisions d JOIN sessions s ON s.id = a.session_id
                  WHERE d.series_id = s.series_id AND d.key = a.key),
    'invitations', 0
  ) AS held
  FROM attendees a WHERE a.session_id = $1 AND a.id = $2 AND a.participant_id IS NULL AND ${isNamed('a')}`;
