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
BEGIN
  IF OLD.used_at IS NOT NULL THEN
    RAISE EXCEPTION 'a recipe version that a session used is kept as it is'
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
  since timestamptz;
BEGIN
  FOREACH of_version IN ARRAY
    CASE TG_OP
      WHEN 'INSERT' THEN ARRAY[NEW.version_id]
      WHEN 'DELETE' THEN ARRAY[OLD.version_id]
      ELSE ARRAY[OLD.version_id, NEW.version_id]
    END
  LOOP
    -- The lock lets no session take the version into use before this change is through.
    SELECT used_at INTO since FROM recipe_versions WHERE id = of_version FOR UPDATE;
    IF since IS NOT NULL THEN
      RAISE EXCEPTION 'the ingredients of a recipe version that a session used are kept as they are'
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
