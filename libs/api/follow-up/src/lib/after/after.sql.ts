/** That the last certificate of `r` was withdrawn for a reason: whoever lost it with the mark has it again with the mark. */
const IS_WITHDRAWN = `
  coalesce((SELECT c.withdrawn_at IS NOT NULL AND c.withdrawal_reason <> '' FROM certificates c WHERE c.registration_id = r.id
            ORDER BY c.withdrawn_at IS NULL DESC, c.issued_at DESC, c.withdrawn_at DESC LIMIT 1), false)`;

/** A confirmed place, or what was one, with what comes after it. Wants `r` (registrations), `s` (its session) and $1, languages. */
const SEAT = `
  r.id AS "registrationId", r.participant_id AS "participantId", r.state,
  coalesce(nullif(p.name, ''), r.name) AS name, p.language AS "ownLanguage",
  s.id AS "sessionId", s.slug, s.state AS "sessionState", s.starts_at AS "startsAt", s.ends_at AS "endsAt",
  s.time_zone AS "timeZone", t.title, t.language AS "titleLanguage", yt.host,
  u.offers_certificates AS "isOffered",
  EXISTS (SELECT FROM attendances a WHERE a.registration_id = r.id) AS "isMarked", ${IS_WITHDRAWN} AS "isWithdrawn"`;

const FROM_SEAT = `
  FROM registrations r
  JOIN participants p ON p.id = r.participant_id AND p.erased_at IS NULL
  JOIN sessions s ON s.id = r.session_id
  JOIN series y ON y.id = s.series_id
  JOIN session_rules u ON u.session_id = s.id
  CROSS JOIN LATERAL (
    SELECT t.title, t.language FROM session_translations t WHERE t.session_id = s.id
    ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
  ) t
  CROSS JOIN LATERAL (
    SELECT t.host FROM series_translations t WHERE t.series_id = y.id
    ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
  ) yt`;

/** $1 languages · $2 id */
export const ONE_SEAT = `SELECT ${SEAT} ${FROM_SEAT} WHERE r.id = $2`;

/** The person's own, by the hash of a link of purpose `manage`. $1 languages · $2 id · $3 hash */
export const OWN_SEAT = `
  SELECT ${SEAT} ${FROM_SEAT}
  JOIN participant_links l ON l.participant_id = p.id AND l.purpose = 'manage' AND l.token_hash = $3
  WHERE r.id = $2`;

/** Everything of the page but the questions, which have a statement of their own. $1 languages · $2 id · $3 hash */
export const AFTER_PAGE = `
  SELECT ${SEAT},
    coalesce((
      SELECT jsonb_agg(o.material || jsonb_build_object('audience', o.audience) ORDER BY o.sort_order, o.id)
      FROM offered_materials($1) o WHERE o.session_id = s.id), '[]'::jsonb) AS materials,
    (SELECT g.is_anonymous FROM feedback_givers g WHERE g.registration_id = r.id) AS "wasAnonymous",
    (SELECT jsonb_build_object('rating', f.rating, 'comment', f.comment, 'answers', f.answers)
     FROM feedback f WHERE f.registration_id = r.id) AS own,
    (SELECT c.code FROM certificates c WHERE c.registration_id = r.id AND c.withdrawn_at IS NULL) AS code
  ${FROM_SEAT}
  JOIN participant_links l ON l.participant_id = p.id AND l.purpose = 'manage' AND l.token_hash = $3
  WHERE r.id = $2`;

/** $1 ids of registrations · $2 now */
export const AFTER_MANY = `
  SELECT r.id, r.participant_id AS "participantId", s.ends_at AS "endsAt",
    (SELECT count(*)::int FROM materials m WHERE m.session_id = s.id) AS materials,
    EXISTS (SELECT FROM feedback_givers g WHERE g.registration_id = r.id) AS "isGiven",
    u.offers_certificates AND EXISTS (SELECT FROM attendances a WHERE a.registration_id = r.id) AND NOT ${IS_WITHDRAWN}
      AS "hasCertificate"
  FROM registrations r
  JOIN sessions s ON s.id = r.session_id
  JOIN session_rules u ON u.session_id = s.id
  WHERE r.id = ANY ($1::uuid[]) AND r.state = 'confirmed' AND s.state IN ('published', 'held') AND s.ends_at <= $2`;
