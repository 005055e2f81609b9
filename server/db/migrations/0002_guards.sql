CREATE FUNCTION keep_audit_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.before IS NULL AND NEW.after IS NULL
       AND (to_jsonb(NEW) - 'before' - 'after') = (to_jsonb(OLD) - 'before' - 'after') THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'audit entries are kept as they are' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entries_kept BEFORE UPDATE OR DELETE ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION keep_audit_entries();
--> statement-breakpoint
CREATE TRIGGER audit_entries_not_emptied BEFORE TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_entries();
--> statement-breakpoint
-- Loads the extension, so that its setting is known before it is set.
SELECT similarity('a', 'a');
--> statement-breakpoint
-- Two letters swapped in a short name leave a word similarity of about a half.
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET pg_trgm.word_similarity_threshold = 0.4', current_database());
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_used_recipe_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  marks text[] := ARRAY['status', 'approved_by', 'approved_at', 'approval_reasons', 'retired_by',
    'retired_at', 'used_at', 'version', 'updated_at'];
BEGIN
  IF OLD.used_at IS NULL AND OLD.status = 'draft' THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  -- Its first use, its approval and its end are noted; each once, and what is in it stays.
  IF TG_OP = 'DELETE'
     OR (to_jsonb(NEW) - marks) <> (to_jsonb(OLD) - marks)
     OR (OLD.used_at IS NOT NULL AND NEW.used_at IS DISTINCT FROM OLD.used_at)
     OR (OLD.approved_at IS NOT NULL AND
         (NEW.approved_at, NEW.approved_by, NEW.approval_reasons)
           IS DISTINCT FROM (OLD.approved_at, OLD.approved_by, OLD.approval_reasons))
     OR OLD.status = 'retired' AND NEW.status <> 'retired' THEN
    RAISE EXCEPTION 'a recipe version that was approved or used is kept as it is'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER recipe_versions_kept BEFORE UPDATE OR DELETE ON recipe_versions
  FOR EACH ROW EXECUTE FUNCTION keep_used_recipe_version();
--> statement-breakpoint
CREATE FUNCTION keep_used_recipe_lines() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_version uuid;
  is_kept boolean;
BEGIN
  FOREACH of_version IN ARRAY
    CASE TG_OP
      WHEN 'INSERT' THEN ARRAY[NEW.version_id]
      WHEN 'DELETE' THEN ARRAY[OLD.version_id]
      ELSE ARRAY[OLD.version_id, NEW.version_id]
    END
  LOOP
    -- The lock lets no session take the version into use before this change is through.
    SELECT used_at IS NOT NULL OR status <> 'draft' INTO is_kept
      FROM recipe_versions WHERE id = of_version FOR UPDATE;
    IF is_kept THEN
      RAISE EXCEPTION 'the ingredients of a recipe version that was approved or used are kept as they are'
        USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER recipe_version_ingredients_kept
  BEFORE INSERT OR UPDATE OR DELETE ON recipe_version_ingredients
  FOR EACH ROW EXECUTE FUNCTION keep_used_recipe_lines();
--> statement-breakpoint
CREATE FUNCTION keep_signed_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'signed' THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  -- A session signed late may come before this one and move its number.
  IF TG_OP = 'UPDATE' AND NEW.number IS NOT NULL
     AND (to_jsonb(NEW) - 'number') = (to_jsonb(OLD) - 'number') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a signed session is kept as it is' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER sessions_kept BEFORE UPDATE OR DELETE ON sessions
  FOR EACH ROW EXECUTE FUNCTION keep_signed_session();
--> statement-breakpoint
-- Checked when the transaction ends, because moving numbers up passes through doubles.
ALTER TABLE sessions ADD CONSTRAINT sessions_number UNIQUE (course_id, number)
  DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
CREATE FUNCTION keep_session_addendum() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a note to a signed session is kept as it is' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER session_addenda_kept BEFORE UPDATE OR DELETE ON session_addenda
  FOR EACH ROW EXECUTE FUNCTION keep_session_addendum();
--> statement-breakpoint
CREATE FUNCTION keep_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  marks text[] := ARRAY['voided_at', 'voided_by', 'void_reason', 'version', 'updated_at'];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- A draft that was discarded lets go of the readings taken at it.
    IF OLD.session_id IS NOT NULL AND NEW.session_id IS NULL
       AND (to_jsonb(NEW) - 'session_id') = (to_jsonb(OLD) - 'session_id') THEN
      RETURN NEW;
    END IF;
    IF OLD.voided_at IS NULL AND (to_jsonb(NEW) - marks) = (to_jsonb(OLD) - marks) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'a reading is kept as it is' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER outcomes_kept BEFORE UPDATE OR DELETE ON outcomes
  FOR EACH ROW EXECUTE FUNCTION keep_outcome();
--> statement-breakpoint
-- How many sessions, drafts included, name a recipe version: what recipes may know of sessions.
CREATE VIEW recipe_version_uses AS
  SELECT recipe_version_id, count(*) AS sessions FROM sessions
  WHERE recipe_version_id IS NOT NULL GROUP BY recipe_version_id;
--> statement-breakpoint
CREATE FUNCTION keep_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the table % is kept as it is', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER sessions_not_emptied BEFORE TRUNCATE ON sessions
  FOR EACH STATEMENT EXECUTE FUNCTION keep_table();
--> statement-breakpoint
CREATE TRIGGER session_addenda_not_emptied BEFORE TRUNCATE ON session_addenda
  FOR EACH STATEMENT EXECUTE FUNCTION keep_table();
--> statement-breakpoint
CREATE TRIGGER outcomes_not_emptied BEFORE TRUNCATE ON outcomes
  FOR EACH STATEMENT EXECUTE FUNCTION keep_table();
--> statement-breakpoint
CREATE TRIGGER recipe_versions_not_emptied BEFORE TRUNCATE ON recipe_versions
  FOR EACH STATEMENT EXECUTE FUNCTION keep_table();
--> statement-breakpoint
CREATE TRIGGER recipe_version_ingredients_not_emptied BEFORE TRUNCATE ON recipe_version_ingredients
  FOR EACH STATEMENT EXECUTE FUNCTION keep_table();
--> statement-breakpoint
CREATE TRIGGER session_later_pain_kept BEFORE UPDATE OR DELETE ON session_later_pain
  FOR EACH ROW EXECUTE FUNCTION keep_session_addendum();
--> statement-breakpoint
CREATE TRIGGER session_later_pain_not_emptied BEFORE TRUNCATE ON session_later_pain
  FOR EACH STATEMENT EXECUTE FUNCTION keep_table();
--> statement-breakpoint
-- Checked when a statement ends, because moving several at once passes through overlaps.
ALTER TABLE appointments ADD CONSTRAINT appointments_practitioner_once
  EXCLUDE USING gist (practitioner_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
  WHERE (status NOT IN ('cancelled', 'no_show') AND override_reason IS NULL)
  DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE appointments ADD CONSTRAINT appointments_room_once
  EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
  WHERE (status NOT IN ('cancelled', 'no_show') AND override_reason IS NULL)
  DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE appointments ADD CONSTRAINT appointments_patient_once
  EXCLUDE USING gist (patient_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
  WHERE (status NOT IN ('cancelled', 'no_show') AND override_reason IS NULL)
  DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
CREATE TRIGGER profile_changes_kept BEFORE UPDATE OR DELETE ON profile_changes
  FOR EACH ROW EXECUTE FUNCTION keep_table();
--> statement-breakpoint
CREATE TRIGGER profile_changes_not_emptied BEFORE TRUNCATE ON profile_changes
  FOR EACH STATEMENT EXECUTE FUNCTION keep_table();
--> statement-breakpoint
CREATE FUNCTION keep_signed_consultation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'signed' THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION 'a signed consultation is kept as it is' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER consultations_kept BEFORE UPDATE OR DELETE ON consultations
  FOR EACH ROW EXECUTE FUNCTION keep_signed_consultation();
--> statement-breakpoint
CREATE TRIGGER consultations_not_emptied BEFORE TRUNCATE ON consultations
  FOR EACH STATEMENT EXECUTE FUNCTION keep_table();
--> statement-breakpoint
CREATE FUNCTION keep_consent_template() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  marks text[] := ARRAY['status', 'version', 'updated_at'];
BEGIN
  IF OLD.status = 'draft' THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.status = 'retired'
     AND (to_jsonb(NEW) - marks) = (to_jsonb(OLD) - marks) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a consent text that was in use is kept as it is' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER consent_templates_kept BEFORE UPDATE OR DELETE ON consent_templates
  FOR EACH ROW EXECUTE FUNCTION keep_consent_template();
--> statement-breakpoint
CREATE TRIGGER consent_templates_not_emptied BEFORE TRUNCATE ON consent_templates
  FOR EACH STATEMENT EXECUTE FUNCTION keep_table();
--> statement-breakpoint
CREATE FUNCTION keep_consent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  marks text[] := ARRAY['photos', 'revoked_on', 'revoke_reason', 'revoked_by', 'version', 'updated_at'];
  choice text;
BEGIN
  IF TG_OP = 'DELETE' OR OLD.revoked_on IS NOT NULL
     OR (to_jsonb(NEW) - marks) <> (to_jsonb(OLD) - marks) THEN
    RAISE EXCEPTION 'a signed consent is kept as it is' USING ERRCODE = 'restrict_violation';
  END IF;
  FOREACH choice IN ARRAY ARRAY['record', 'teaching', 'publicity'] LOOP
    -- What was chosen stays; a withdrawal is added once.
    IF NEW.photos -> choice -> 'isAllowed' IS DISTINCT FROM OLD.photos -> choice -> 'isAllowed'
       OR (OLD.photos -> choice ->> 'withdrawnAt' IS NOT NULL
           AND NEW.photos -> choice IS DISTINCT FROM OLD.photos -> choice) THEN
      RAISE EXCEPTION 'a choice on photos is kept as it is' USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER consents_kept BEFORE UPDATE OR DELETE ON consents
  FOR EACH ROW EXECUTE FUNCTION keep_consent();
--> statement-breakpoint
CREATE TRIGGER consents_not_emptied BEFORE TRUNCATE ON consents
  FOR EACH STATEMENT EXECUTE FUNCTION keep_table();
--> statement-breakpoint
-- Patients whose answers wait for a clinician: nobody has looked at them, and the session that they
-- were asked for is not signed.
CREATE VIEW screenings_waiting AS
  SELECT screenings.patient_id, screenings.created_at FROM screenings
  WHERE screenings.needs_clinician AND screenings.reviewed_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM sessions
    WHERE sessions.patient_id = screenings.patient_id AND sessions.status = 'signed'
      AND (sessions.id = screenings.session_id OR (screenings.session_id IS NULL
        AND (sessions.appointment_id = screenings.appointment_id
          OR (sessions.session_on = screenings.answered_on
            AND coalesce(sessions.course_id = screenings.course_id, true)))))
  );
--> statement-breakpoint
-- The one sign the desk gets of what a patient answered: no level, no question, no answer.
CREATE VIEW patient_alerts AS
  SELECT patients.id AS patient_id, EXISTS (
    SELECT 1 FROM screenings_waiting WHERE screenings_waiting.patient_id = patients.id
  ) AS needs_clinician
  FROM patients;
--> statement-breakpoint
-- Whether a course has a consent that stands: all the desk sees of consents.
CREATE VIEW course_consents AS
  SELECT courses.id AS course_id, EXISTS (
    SELECT 1 FROM consents
    WHERE consents.course_id = courses.id AND consents.revoked_on IS NULL
  ) AS is_signed
  FROM courses;
--> statement-breakpoint
CREATE FUNCTION keep_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a row of % is kept as it is', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER follow_up_attempts_kept BEFORE UPDATE OR DELETE ON follow_up_attempts
  FOR EACH ROW EXECUTE FUNCTION keep_row();
--> statement-breakpoint
CREATE TRIGGER follow_up_contacts_kept BEFORE UPDATE OR DELETE ON follow_up_contacts
  FOR EACH ROW EXECUTE FUNCTION keep_row();
--> statement-breakpoint
CREATE FUNCTION keep_change_list() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A draft that was discarded lets go of what was asked at it.
  IF TG_OP = 'UPDATE' AND OLD.session_id IS NOT NULL AND NEW.session_id IS NULL
     AND (to_jsonb(NEW) - 'session_id') = (to_jsonb(OLD) - 'session_id') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what a patient said is kept as it is' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER patient_change_lists_kept BEFORE UPDATE OR DELETE ON patient_change_lists
  FOR EACH ROW EXECUTE FUNCTION keep_change_list();
--> statement-breakpoint
CREATE FUNCTION keep_phone_report() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  marks text[] := ARRAY['taken_by', 'taken_at', 'closing', 'close_note', 'side_effect_id',
    'closed_by', 'closed_at', 'version', 'updated_at'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.closed_at IS NULL
     AND (to_jsonb(NEW) - marks) = (to_jsonb(OLD) - marks) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a phone report is kept as it is' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER phone_reports_kept BEFORE UPDATE OR DELETE ON phone_reports
  FOR EACH ROW EXECUTE FUNCTION keep_phone_report();
--> statement-breakpoint
ALTER TABLE follow_up_tasks
  ADD CONSTRAINT follow_up_tasks_window CHECK (due_from <= target_on AND target_on <= due_to),
  ADD CONSTRAINT follow_up_tasks_closed_whole CHECK ((status = 'open') = (closed_on IS NULL));
--> statement-breakpoint
CREATE FUNCTION keep_protocol_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  marks text[] := ARRAY['status', 'retired_at', 'version', 'updated_at'];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.status = 'draft' THEN
      RETURN NEW;
    END IF;
    IF NEW.status = 'retired' AND (to_jsonb(NEW) - marks) = (to_jsonb(OLD) - marks) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'a protocol version is kept as it was approved' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER protocol_versions_kept BEFORE UPDATE OR DELETE ON protocol_versions
  FOR EACH ROW EXECUTE FUNCTION keep_protocol_version();
--> statement-breakpoint
-- How many courses follow a protocol version: what protocols may know of courses.
CREATE VIEW protocol_version_uses AS
  SELECT protocol_version_id, count(*) AS courses FROM courses
  WHERE protocol_version_id IS NOT NULL GROUP BY protocol_version_id;
--> statement-breakpoint
CREATE FUNCTION note_name_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- In one order, so that two who register at once do not wait for each other in a circle.
  INSERT INTO name_words
    SELECT DISTINCT word FROM written, unnest(string_to_array(btrim(search_text), ' ')) AS word
    WHERE word <> '' ORDER BY word
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER patients_name_words_new AFTER INSERT ON patients
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_name_words();
--> statement-breakpoint
CREATE TRIGGER patients_name_words_changed AFTER UPDATE ON patients
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_name_words();
--> statement-breakpoint
-- On which days a course had its signed sessions: what the desk may know of sessions.
CREATE VIEW signed_session_days AS
  SELECT course_id, session_on FROM sessions WHERE status = 'signed';
