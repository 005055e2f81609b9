-- What reports count, kept in the writing transaction: each statement that changes a course, a
-- signed session, a reading, a side effect, a contact or a consent has the facts of the patients
-- concerned worked out anew. Nothing here depends on what day it is.
CREATE FUNCTION effect_is_asked(asked text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN coalesce(asked IN ('none', 'some'), false);
--> statement-breakpoint
-- The planned days between session k and the next, the fewest and the most, by the present plan.
CREATE FUNCTION planned_gap(course courses, k int, OUT fewest int, OUT most int)
  LANGUAGE sql STABLE AS $$
  SELECT
    CASE WHEN late THEN (course.maintenance ->> 'intervalDaysMin')::int
      ELSE coalesce(course.interval_days_min, course.interval_days_max) END,
    CASE WHEN late THEN (course.maintenance ->> 'intervalDaysMax')::int
      ELSE coalesce(course.interval_days_max, course.interval_days_min) END
  FROM (SELECT coalesce(
    k >= course.planned_sessions - (course.maintenance ->> 'sessions')::int, false) AS late) phase
$$;
--> statement-breakpoint
CREATE FUNCTION refresh_session_facts(concerned uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO session_facts AS kept (session_id, course_id, patient_id, session_on,
    recipe_version_id, practitioner_id, indication, technique, is_asked, has_effect, has_lot,
    has_depth, is_contacted_48h, is_contacted_7d)
  SELECT s.id, s.course_id, s.patient_id, s.session_on, s.recipe_version_id, s.performed_by,
    c.indication, s.technique,
    effect_is_asked(s.reactions ->> 'asked') OR told.asked OR called.asked,
    coalesce(s.reactions ->> 'asked' = 'some', false) OR told.asked OR called.had,
    jsonb_array_length(s.used_ingredients) > 0 AND NOT EXISTS (
      SELECT 1 FROM jsonb_array_elements(s.used_ingredients) used WHERE used ->> 'lot' IS NULL),
    s.depth_mm IS NOT NULL, called.soon, called.later
  FROM sessions s JOIN courses c ON c.id = s.course_id
  CROSS JOIN LATERAL (
    SELECT count(*) > 0 AS asked FROM side_effects e
    WHERE e.session_id = s.id AND e.report_source = 'asked') told
  CROSS JOIN LATERAL (
    SELECT coalesce(bool_or(effect_is_asked(f.side_effects_asked)), false) AS asked,
      coalesce(bool_or(f.side_effects_asked = 'some'), false) AS had,
      coalesce(bool_or(f.contacted_on - s.session_on BETWEEN 1 AND 4), false) AS soon,
      coalesce(bool_or(f.contacted_on - s.session_on BETWEEN 5 AND 10), false) AS later
    FROM follow_up_contacts f WHERE f.session_id = s.id) called
  WHERE s.patient_id = ANY(concerned) AND s.status = 'signed'
  ON CONFLICT (session_id) DO UPDATE SET
    is_asked = excluded.is_asked, has_effect = excluded.has_effect,
    is_contacted_48h = excluded.is_contacted_48h, is_contacted_7d = excluded.is_contacted_7d,
    indication = excluded.indication, patient_id = excluded.patient_id
  WHERE (kept.is_asked, kept.has_effect, kept.is_contacted_48h, kept.is_contacted_7d,
      kept.indication, kept.patient_id)
    IS DISTINCT FROM (excluded.is_asked, excluded.has_effect, excluded.is_contacted_48h,
      excluded.is_contacted_7d, excluded.indication, excluded.patient_id);
END $$;
--> statement-breakpoint
CREATE FUNCTION refresh_effect_facts(concerned uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM effect_facts
  WHERE course_id IN (SELECT id FROM courses WHERE patient_id = ANY(concerned));
  INSERT INTO effect_facts (course_id, patient_id, recipe_version_id, practitioner_id,
    first_session_on, previous_first_on, indication, technique, effect_id, code, days, is_ended)
  SELECT f.course_id, f.patient_id, f.recipe_version_id, f.practitioner_id, f.first_session_on,
    f.previous_first_on, f.indication, f.technique, e.id, e.code,
    least(greatest(coalesce(e.resolved_on, greatest(e.last_known_on, e.first_reported_on))
      - e.onset_on, 0), 9999),
    e.resolved_on IS NOT NULL AND e.outcome <> 'fatal'
  FROM side_effects e JOIN course_facts f ON f.course_id = e.course_id
  WHERE f.patient_id = ANY(concerned);
  DELETE FROM course_effect_codes
  WHERE course_id IN (SELECT id FROM courses WHERE patient_id = ANY(concerned));
  INSERT INTO course_effect_codes (course_id, patient_id, recipe_version_id, practitioner_id,
    first_session_on, previous_first_on, indication, technique, code)
  SELECT f.course_id, f.patient_id, f.recipe_version_id, f.practitioner_id, f.first_session_on,
    f.previous_first_on, f.indication, f.technique, had.code
  FROM course_facts f JOIN (
    SELECT s.course_id, codes.code
    FROM sessions s CROSS JOIN LATERAL jsonb_array_elements_text(s.reactions -> 'codes') codes(code)
    WHERE s.patient_id = ANY(concerned) AND s.status = 'signed'
      AND s.reactions ->> 'asked' = 'some'
    UNION
    SELECT e.course_id, e.code FROM side_effects e WHERE e.patient_id = ANY(concerned)
  ) had ON had.course_id = f.course_id
  WHERE f.patient_id = ANY(concerned);
END $$;
--> statement-breakpoint
-- The reading that counts for a week, as pickReading does: nearest to the target, the earlier on a
-- tie, a blinded one before an unblinded.
CREATE FUNCTION counting_reading(course uuid, of_measure text, first_on date, target int, far int)
  RETURNS smallint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT value::smallint FROM outcomes
  WHERE course_id = course AND measure = of_measure AND voided_at IS NULL
    AND assessed_on BETWEEN first_on + (target - far) AND first_on + (target + far)
  ORDER BY abs(assessed_on - (first_on + target)), assessed_on, is_blinded DESC, id LIMIT 1);
END $$;
--> statement-breakpoint
-- What must be equal before two readings of a measure are compared: `keyParts` of the measures in
-- SQL; a test keeps the two alike.
CREATE FUNCTION key_parts(measure text) RETURNS text[] LANGUAGE sql IMMUTABLE RETURN CASE
  WHEN measure = 'hair_pull' THEN ARRAY['site', 'operator', 'daysSinceWash']
  WHEN measure = 'salt' THEN ARRAY['operator']
  WHEN measure IN ('density', 'shaft_diameter', 'anagen_percent', 'terminal_vellus') THEN
    ARRAY['site', 'landmark', 'areaCm2', 'device', 'software', 'magnification', 'operator',
      'isDyed', 'isClipped', 'daysSinceWash']
    || CASE WHEN measure = 'terminal_vellus' THEN ARRAY['cutoffUm'] ELSE '{}' END
  ELSE '{}' END;
--> statement-breakpoint
-- The comparability key of a reading; null where a part of it is not recorded: it stands alone.
CREATE FUNCTION measured_alike(reading outcomes) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN count(*) = count(known.value)
    THEN coalesce(jsonb_agg(lower(btrim(known.value)) ORDER BY part)::text, '[]') END
  FROM unnest(key_parts(reading.measure)) part
  CROSS JOIN LATERAL (SELECT CASE part
    WHEN 'site' THEN reading.site
    WHEN 'operator' THEN reading.rater_id::text
    WHEN 'daysSinceWash' THEN coalesce(reading.conditions ->> 'daysSinceWash',
      (reading.assessed_on - reading.last_wash_on)::text)
    ELSE reading.conditions ->> part END AS value) known
$$;
--> statement-breakpoint
CREATE FUNCTION refresh_course_changes(concerned uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM course_changes
  WHERE course_id IN (SELECT id FROM courses WHERE patient_id = ANY(concerned));
  INSERT INTO course_changes (course_id, patient_id, recipe_version_id, practitioner_id,
    first_session_on, previous_first_on, indication, technique,
    measure, week, baseline, value, assessed_on)
  SELECT f.course_id, f.patient_id, f.recipe_version_id, f.practitioner_id, f.first_session_on,
    f.previous_first_on, f.indication, f.technique, base.measure, point.week,
    coalesce(pair.baseline, base.value), pair.value, pair.assessed_on
  FROM (
    SELECT DISTINCT ON (o.course_id, o.measure) o.course_id, o.measure, o.value
    FROM outcomes o
    WHERE o.patient_id = ANY(concerned) AND o.is_baseline AND o.voided_at IS NULL
      AND o.measure NOT IN ('norwood', 'ludwig', 'basp')
    ORDER BY o.course_id, o.measure, o.assessed_on DESC, o.id
  ) base
  JOIN course_facts f ON f.course_id = base.course_id
  CROSS JOIN (VALUES (12, 84, 14), (24, 168, 28), (52, 364, 42)) point(week, target, far)
  LEFT JOIN LATERAL (
    SELECT later.value, later.assessed_on, alike.value AS baseline
    FROM outcomes later
    CROSS JOIN LATERAL (
      SELECT first.value FROM outcomes first
      WHERE first.course_id = later.course_id AND first.measure = later.measure
        AND first.is_baseline AND first.voided_at IS NULL
        AND measured_alike(first) = measured_alike(later)
      ORDER BY first.assessed_on DESC, first.id LIMIT 1) alike
    WHERE later.course_id = base.course_id AND later.measure = base.measure
      AND NOT later.is_baseline AND later.voided_at IS NULL
      AND later.assessed_on BETWEEN f.first_session_on + (point.target - point.far)
        AND f.first_session_on + (point.target + point.far)
    ORDER BY abs(later.assessed_on - (f.first_session_on + point.target)), later.assessed_on,
      later.is_blinded DESC, later.id
    LIMIT 1) pair ON true;
END $$;
--> statement-breakpoint
CREATE FUNCTION refresh_course_facts(concerned uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM course_facts WHERE patient_id = ANY(concerned);
  DELETE FROM course_facts
  WHERE course_id IN (SELECT id FROM courses WHERE patient_id = ANY(concerned));
  INSERT INTO course_facts (
    course_id, patient_id, recipe_version_id, practitioner_id, first_session_on,
    previous_first_on, last_session_on, planned_end_on, noticed_on, last_answer_on, indication,
    technique, status, stop_reason, sex, severity, worst_scheme, signed_sessions,
    planned_sessions, gap_days_max, photo_12, photo_24, photo_52, patient_12, patient_24,
    patient_52, sessions_asked, sessions_with_effect, sessions_with_lot, sessions_with_depth,
    contacts_48h, contacts_7d, worst_grade, effects, gaps, gaps_within, gaps_early, gaps_late,
    age, duration_months, noticed_session, last_answer_session, has_asked_effect,
    has_volunteered_effect, has_serious_effect, has_baseline, is_consented, on_minoxidil,
    on_five_ari, on_prp_or_light, is_recipe_changed, photo_sessions, patient_sessions, gap_bins)
  SELECT c.id, c.patient_id, c.first_recipe_version_id, c.first_performed_by, c.first_session_on,
    lag(c.first_session_on) OVER (
      PARTITION BY c.patient_id, c.indication ORDER BY c.first_session_on, c.id),
    coalesce(c.last_session_on, c.first_session_on),
    c.first_session_on + plan.days, noticing.noticed_on, noticing.last_on, c.indication,
    c.first_technique, c.status, c.status_reason, p.sex_at_birth, stage.severity,
    effects.worst_scheme, c.signed_sessions, c.planned_sessions, next.most,
    counting_reading(c.id, 'photo_global_assessment', c.first_session_on, 84, 14),
    counting_reading(c.id, 'photo_global_assessment', c.first_session_on, 168, 28),
    counting_reading(c.id, 'photo_global_assessment', c.first_session_on, 364, 42),
    counting_reading(c.id, 'patient_global_change', c.first_session_on, 84, 14),
    counting_reading(c.id, 'patient_global_change', c.first_session_on, 168, 28),
    counting_reading(c.id, 'patient_global_change', c.first_session_on, 364, 42),
    held.asked, held.with_effect, held.with_lot, held.with_depth, held.soon, held.later,
    effects.worst_grade, effects.effects, kept.gaps, kept.within, kept.early, kept.late,
    date_part('year', age(c.first_session_on, p.birth_date))::smallint,
    c.duration_of_complaint_months, noticing.noticed_session, noticing.last_session,
    held.with_effect > 0 OR effects.asked, effects.volunteered, effects.serious,
    EXISTS (SELECT 1 FROM outcomes o WHERE o.course_id = c.id AND o.is_baseline
      AND o.voided_at IS NULL AND o.assessed_on <= c.first_session_on),
    EXISTS (SELECT 1 FROM course_consents cc WHERE cc.course_id = c.id AND cc.is_signed),
    beside.minoxidil, beside.five_ari, beside.prp_or_light, held.is_recipe_changed,
    at_session.photo, at_session.patient, kept.bins
  FROM courses c JOIN patients p ON p.id = c.patient_id
  CROSS JOIN LATERAL planned_gap(c, c.signed_sessions) next
  CROSS JOIN LATERAL (
    -- A course planned as one session ends on the day it begins: there is no gap to sum.
    SELECT CASE WHEN c.planned_sessions = 1 THEN 0 ELSE sum((planned_gap(c, k)).most)::int END AS days
    FROM generate_series(1, c.planned_sessions - 1) k) plan
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE is_asked) AS asked,
      count(*) FILTER (WHERE has_effect) AS with_effect,
      count(*) FILTER (WHERE has_lot) AS with_lot, count(*) FILTER (WHERE has_depth) AS with_depth,
      count(*) FILTER (WHERE is_contacted_48h) AS soon,
      count(*) FILTER (WHERE is_contacted_7d) AS later,
      coalesce(bool_or(recipe_version_id IS DISTINCT FROM c.first_recipe_version_id), false)
        AS is_recipe_changed
    FROM session_facts f WHERE f.course_id = c.id) held
  CROSS JOIN LATERAL (
    SELECT count(*) AS effects, coalesce(bool_or(report_source = 'asked'), false) AS asked,
      coalesce(bool_or(report_source <> 'asked'), false) AS volunteered,
      coalesce(bool_or(cardinality(seriousness) > 0), false) AS serious,
      max(grade) AS worst_grade,
      (array_agg(grade_scheme || ' ' || grade_scheme_version ORDER BY grade DESC, id))[1]
        AS worst_scheme
    FROM side_effects e WHERE e.course_id = c.id) effects
  CROSS JOIN LATERAL (
    SELECT count(*) AS gaps,
      count(*) FILTER (WHERE off = 0 OR abs(off) <= slack) AS within,
      count(*) FILTER (WHERE off < -slack) AS early, count(*) FILTER (WHERE off > slack) AS late,
      CASE WHEN count(*) > 0 THEN ARRAY[
        count(*) FILTER (WHERE off < -14), count(*) FILTER (WHERE off BETWEEN -14 AND -8),
        count(*) FILTER (WHERE off BETWEEN -7 AND -1), count(*) FILTER (WHERE off = 0),
        count(*) FILTER (WHERE off BETWEEN 1 AND 7), count(*) FILTER (WHERE off BETWEEN 8 AND 14),
        count(*) FILTER (WHERE off BETWEEN 15 AND 28), count(*) FILTER (WHERE off > 28)
      ]::smallint[] END AS bins
    FROM (
      SELECT CASE WHEN most <= 7 THEN 3 ELSE 7 END AS slack,
        CASE WHEN days > most THEN days - most WHEN days < fewest THEN days - fewest ELSE 0 END
          AS off
      FROM (
        SELECT session_on - lag(session_on) OVER place AS days,
          planned_gap(c, (row_number() OVER place)::int - 1) AS plan
        FROM session_facts f WHERE f.course_id = c.id
        WINDOW place AS (ORDER BY session_on, session_id)) spaced,
        LATERAL (SELECT (plan).fewest, (plan).most) planned
      WHERE days IS NOT NULL AND most IS NOT NULL) gaps) kept
  CROSS JOIN LATERAL (
    SELECT min(answered_on) FILTER (WHERE answer = 'yes') AS noticed_on,
      max(answered_on) AS last_on,
      min(number) FILTER (WHERE answer = 'yes') AS noticed_session, max(number) AS last_session
    FROM (
      SELECT s.session_on AS answered_on, s.noticed_change AS answer, s.number FROM sessions s
      WHERE s.course_id = c.id AND s.status = 'signed' AND s.noticed_change IN ('yes', 'no')
      UNION ALL
      SELECT f.contacted_on, f.noticed_change, NULL FROM follow_up_contacts f
      WHERE f.course_id = c.id AND f.noticed_change IN ('yes', 'no')
        AND f.contacted_on >= c.first_session_on) answers) noticing
  LEFT JOIN LATERAL (
    SELECT measure || ':' || CASE WHEN measure <> 'salt' THEN value::text
      WHEN value <= 0 THEN 'none' WHEN value <= 20 THEN 'mild' WHEN value < 50 THEN 'moderate'
      WHEN value < 95 THEN 'severe' ELSE 'very_severe' END AS severity
    FROM outcomes o
    WHERE o.course_id = c.id AND o.is_baseline AND o.voided_at IS NULL
      AND measure IN ('norwood', 'ludwig', 'salt')
    ORDER BY assessed_on DESC, id LIMIT 1) stage ON true
  CROSS JOIN LATERAL (
    SELECT coalesce(bool_or(what IN ('topical_minoxidil', 'oral_minoxidil')), false) AS minoxidil,
      coalesce(bool_or(what = 'oral_five_ari'), false) AS five_ari,
      coalesce(bool_or(what IN ('prp', 'lllt')), false) AS prp_or_light
    FROM (
      SELECT one ->> 'therapy' AS what FROM jsonb_array_elements(c.concomitant_therapies) one
      WHERE coalesce((one ->> 'stoppedOn')::date, c.first_session_on) >= c.first_session_on
    ) therapies) beside
  -- The reading that counts at a session: taken at it or on its day, one taken at it before others,
  -- a blinded one before an unblinded.
  CROSS JOIN LATERAL (
    SELECT CASE WHEN count(photo) > 0 THEN array_agg(photo ORDER BY number) END AS photo,
      CASE WHEN count(patient) > 0 THEN array_agg(patient ORDER BY number) END AS patient
    FROM (
      SELECT s.number,
        (array_agg(o.value ORDER BY o.session_id IS NULL, o.is_blinded DESC, o.assessed_on, o.id)
          FILTER (WHERE o.measure = 'photo_global_assessment'))[1]::smallint AS photo,
        (array_agg(o.value ORDER BY o.session_id IS NULL, o.is_blinded DESC, o.assessed_on, o.id)
          FILTER (WHERE o.measure = 'patient_global_change'))[1]::smallint AS patient
      FROM sessions s LEFT JOIN outcomes o ON o.course_id = c.id AND o.voided_at IS NULL
        AND o.measure IN ('photo_global_assessment', 'patient_global_change')
        AND (o.session_id = s.id OR (o.session_id IS NULL AND o.assessed_on = s.session_on))
      WHERE s.course_id = c.id AND s.status = 'signed' GROUP BY s.id) readings) at_session
  WHERE c.patient_id = ANY(concerned) AND c.first_session_on IS NOT NULL;
END $$;
--> statement-breakpoint
-- Works out the facts of these patients anew. Their courses are taken first, so that two writers
-- of one patient follow each other and the later one counts what the earlier wrote.
CREATE FUNCTION refresh_report_facts(patients uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  concerned uuid[];
BEGIN
  PERFORM 1 FROM courses WHERE patient_id = ANY(patients) ORDER BY id FOR NO KEY UPDATE;
  SELECT array_agg(DISTINCT patient_id) INTO concerned FROM courses
  WHERE patient_id = ANY(patients) AND first_session_on IS NOT NULL;
  IF concerned IS NULL THEN RETURN; END IF;
  PERFORM refresh_session_facts(concerned);
  PERFORM refresh_course_facts(concerned);
  PERFORM refresh_effect_facts(concerned);
  PERFORM refresh_course_changes(concerned);
END $$;
--> statement-breakpoint
-- A loader of many rows may set mesodesk.report_facts to 'later' in its transaction and refresh
-- all at its end, in pieces.
CREATE FUNCTION note_report_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('mesodesk.report_facts', true) IS NOT DISTINCT FROM 'later' THEN
    RETURN NULL;
  END IF;
  PERFORM refresh_report_facts((SELECT array_agg(DISTINCT patient_id) FROM changed));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION note_session_facts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  concerned uuid[];
BEGIN
  IF current_setting('mesodesk.report_facts', true) IS NOT DISTINCT FROM 'later' THEN
    RETURN NULL;
  END IF;
  SELECT array_agg(DISTINCT patient_id) INTO concerned FROM changed WHERE status = 'signed';
  IF concerned IS NOT NULL THEN PERFORM refresh_report_facts(concerned); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION note_patient_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_report_facts(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER patients_facts AFTER UPDATE ON patients FOR EACH ROW
  WHEN ((OLD.birth_date, OLD.sex_at_birth) IS DISTINCT FROM (NEW.birth_date, NEW.sex_at_birth))
  EXECUTE FUNCTION note_patient_facts();
--> statement-breakpoint
CREATE TRIGGER courses_insert_facts AFTER INSERT ON courses REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_report_facts();
--> statement-breakpoint
CREATE TRIGGER courses_update_facts AFTER UPDATE ON courses REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_report_facts();
--> statement-breakpoint
CREATE TRIGGER outcomes_insert_facts AFTER INSERT ON outcomes REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_report_facts();
--> statement-breakpoint
CREATE TRIGGER outcomes_update_facts AFTER UPDATE ON outcomes REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_report_facts();
--> statement-breakpoint
CREATE TRIGGER side_effects_insert_facts AFTER INSERT ON side_effects REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_report_facts();
--> statement-breakpoint
CREATE TRIGGER side_effects_update_facts AFTER UPDATE ON side_effects REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_report_facts();
--> statement-breakpoint
CREATE TRIGGER consents_insert_facts AFTER INSERT ON consents REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_report_facts();
--> statement-breakpoint
CREATE TRIGGER consents_update_facts AFTER UPDATE ON consents REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_report_facts();
--> statement-breakpoint
CREATE TRIGGER follow_up_contacts_insert_facts AFTER INSERT ON follow_up_contacts REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_report_facts();
--> statement-breakpoint
CREATE TRIGGER follow_up_contacts_update_facts AFTER UPDATE ON follow_up_contacts REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_report_facts();
--> statement-breakpoint
CREATE TRIGGER sessions_insert_facts AFTER INSERT ON sessions REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_session_facts();
--> statement-breakpoint
CREATE TRIGGER sessions_update_facts AFTER UPDATE ON sessions REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_session_facts();
--> statement-breakpoint
-- Holds all that reports read of the diary: the table itself is not read.
CREATE INDEX appointments_diary ON appointments (starts_at)
  INCLUDE (status, is_late_cancel, patient_id, practitioner_id, arrived_at, treatment_started_at);
--> statement-breakpoint
CREATE INDEX sessions_drafts ON sessions (session_on) WHERE status = 'draft';
