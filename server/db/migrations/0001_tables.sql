CREATE TABLE "appointments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"patient_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"room_id" uuid,
	"type_id" uuid NOT NULL,
	"course_id" uuid,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"note" text NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"arrived_at" timestamp (3) with time zone,
	"treatment_started_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"cancelled_by" text,
	"cancel_reason" text,
	"is_late_cancel" boolean,
	"override_reason" text,
	"overridden_by" uuid,
	"series_id" uuid,
	CONSTRAINT "appointments_not_empty" CHECK (NOT isempty(tstzrange(starts_at, ends_at))),
	CONSTRAINT "appointments_cancelled_whole" CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL AND cancelled_by IS NOT NULL AND cancel_reason IS NOT NULL AND is_late_cancel IS NOT NULL)),
	CONSTRAINT "appointments_override_whole" CHECK ((override_reason IS NULL) = (overridden_by IS NULL))
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid,
	"request_id" text NOT NULL,
	"act" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" uuid,
	"patient_id" uuid,
	"changed_fields" text[] NOT NULL,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor_id" uuid NOT NULL,
	"operation" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"answer" jsonb,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_actor_id_operation_key_pk" PRIMARY KEY("actor_id","operation","key")
);
--> statement-breakpoint
CREATE TABLE "auth"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."rate_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"locked_at" timestamp (3) with time zone,
	"user_id" text NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean NOT NULL,
	"image" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "appointment_types" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"duration_minutes" smallint NOT NULL,
	"technique" text,
	"buffer_minutes" smallint NOT NULL,
	"position" smallint NOT NULL,
	"is_archived" boolean DEFAULT false NOT NULL,
	CONSTRAINT "appointment_types_length" CHECK (duration_minutes > 0 AND buffer_minutes >= 0)
);
--> statement-breakpoint
CREATE TABLE "closures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "closures_in_order" CHECK (from_date <= to_date)
);
--> statement-breakpoint
CREATE TABLE "staff_hours" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"valid_from" date,
	"hours" jsonb
);
--> statement-breakpoint
CREATE TABLE "time_off" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"reason" text,
	CONSTRAINT "time_off_in_order" CHECK (starts_at < ends_at)
);
--> statement-breakpoint
CREATE TABLE "clinic" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"only" smallint DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"country" text NOT NULL,
	"hours" jsonb NOT NULL,
	"rooms" jsonb NOT NULL,
	"idle_lock_minutes" smallint NOT NULL,
	"notes_few_principals" boolean DEFAULT false NOT NULL,
	"emergency_text" text DEFAULT 'Trouble breathing, collapse, swelling of the face or tongue, or thoughts of ending one’s life: this is an emergency. Ask the caller to phone the emergency number now, or do it for them, and stay on the line.

Spreading redness, fever, pus, blackening skin or severe pain: a clinician calls back today. Hand the report over before you end the call, and tell the caller to phone the emergency number if it gets worse.' NOT NULL,
	"is_demo" boolean NOT NULL,
	CONSTRAINT "clinic_only_unique" UNIQUE("only")
);
--> statement-breakpoint
CREATE TABLE "consent_templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"edition" smallint NOT NULL,
	"sections" jsonb NOT NULL,
	"status" text NOT NULL,
	"author_id" uuid NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"patient_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"template_id" uuid NOT NULL,
	"explained_by" uuid NOT NULL,
	"given_on" date NOT NULL,
	"recipe_version_id" uuid,
	"ingredient_classes" text[] NOT NULL,
	"signer_role" text NOT NULL,
	"signer_name" text NOT NULL,
	"signature_path" text,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"photos" jsonb NOT NULL,
	"revoked_on" date,
	"revoke_reason" text,
	"revoked_by" uuid
);
--> statement-breakpoint
CREATE TABLE "consultations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"patient_id" uuid NOT NULL,
	"course_id" uuid,
	"appointment_id" uuid,
	"held_on" date NOT NULL,
	"performed_by" uuid NOT NULL,
	"status" text NOT NULL,
	"complaint" text NOT NULL,
	"onset" text,
	"duration_of_complaint_months" smallint,
	"areas" text[] NOT NULL,
	"causes_asked" jsonb NOT NULL,
	"advice_sought" text[],
	"advice_note" text,
	"transplant" text NOT NULL,
	"transplant_on" date,
	"surgeon_clearance" text,
	"examination" text NOT NULL,
	"decision" text,
	"decision_reason" text,
	"plan" text NOT NULL,
	"signed_at" timestamp (3) with time zone,
	"signed_by" uuid,
	"profile_then" jsonb
);
--> statement-breakpoint
CREATE TABLE "courses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"patient_id" uuid NOT NULL,
	"indication" text NOT NULL,
	"icd10" text,
	"diagnosis_basis" text NOT NULL,
	"purpose" text NOT NULL,
	"complaint" text NOT NULL,
	"duration_of_complaint_months" integer,
	"areas" text[] NOT NULL,
	"causes_asked" jsonb NOT NULL,
	"concomitant_therapies" jsonb NOT NULL,
	"suitability" jsonb,
	"baseline_notes" text NOT NULL,
	"protocol_version_id" uuid,
	"planned_sessions" smallint,
	"interval_days_min" smallint,
	"interval_days_max" smallint,
	"maintenance" jsonb,
	"plan_changes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"opened_on" date,
	"status" text NOT NULL,
	"status_reason" text,
	"status_note" text,
	"signed_sessions" smallint DEFAULT 0 NOT NULL,
	"first_session_on" date,
	"last_session_on" date,
	"first_recipe_version_id" uuid,
	"first_technique" text,
	"first_performed_by" uuid,
	"due_from" date GENERATED ALWAYS AS (CASE WHEN status = 'open' AND suitability ->> 'decision' = 'suitable'
  AND (planned_sessions IS NULL OR signed_sessions < planned_sessions)
  AND (CASE
  WHEN maintenance IS NOT NULL
    AND signed_sessions >= planned_sessions - (maintenance ->> 'sessions')::int
  THEN (maintenance ->> 'intervalDaysMax')::int
  ELSE coalesce(interval_days_max, interval_days_min)::int END) IS NOT NULL THEN CASE WHEN last_session_on IS NULL THEN opened_on ELSE last_session_on + (CASE
  WHEN maintenance IS NOT NULL
    AND signed_sessions >= planned_sessions - (maintenance ->> 'sessions')::int
  THEN (maintenance ->> 'intervalDaysMin')::int
  ELSE coalesce(interval_days_min, interval_days_max)::int END) END END) STORED,
	"due_to" date GENERATED ALWAYS AS (CASE WHEN status = 'open' AND suitability ->> 'decision' = 'suitable'
  AND (planned_sessions IS NULL OR signed_sessions < planned_sessions)
  AND (CASE
  WHEN maintenance IS NOT NULL
    AND signed_sessions >= planned_sessions - (maintenance ->> 'sessions')::int
  THEN (maintenance ->> 'intervalDaysMax')::int
  ELSE coalesce(interval_days_max, interval_days_min)::int END) IS NOT NULL THEN coalesce(last_session_on, opened_on) + (CASE
  WHEN maintenance IS NOT NULL
    AND signed_sessions >= planned_sessions - (maintenance ->> 'sessions')::int
  THEN (maintenance ->> 'intervalDaysMax')::int
  ELSE coalesce(interval_days_max, interval_days_min)::int END) END) STORED
);
--> statement-breakpoint
CREATE TABLE "follow_up_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"result" text NOT NULL,
	"call_back_on" date,
	"note" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follow_up_contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"session_id" uuid,
	"contacted_on" date NOT NULL,
	"way" text NOT NULL,
	"pain_24h" jsonb,
	"side_effects_asked" text NOT NULL,
	"noticed_change" text NOT NULL,
	"next_step" text NOT NULL,
	"note" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follow_up_tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"cause_key" text NOT NULL,
	"rule" text NOT NULL,
	"patient_id" uuid NOT NULL,
	"course_id" uuid,
	"session_id" uuid,
	"side_effect_id" uuid,
	"phone_report_id" uuid,
	"due_from" date NOT NULL,
	"target_on" date NOT NULL,
	"due_to" date NOT NULL,
	"urgency" text NOT NULL,
	"status" text NOT NULL,
	"needs_clinician" boolean DEFAULT false NOT NULL,
	"call_back_on" date,
	"assigned_to" uuid,
	"closed_on" date,
	"closed_by" uuid,
	"close_reason" text
);
--> statement-breakpoint
CREATE TABLE "import_chunks" (
	"import_id" uuid NOT NULL,
	"piece" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "import_chunks_import_id_piece_pk" PRIMARY KEY("import_id","piece")
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"outcome" text NOT NULL,
	"number_key" text,
	"person_key" text,
	"patient" jsonb,
	"cells" jsonb,
	"findings" jsonb NOT NULL,
	"is_noted" boolean NOT NULL,
	"patient_id" uuid,
	CONSTRAINT "import_rows_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"file_name" text NOT NULL,
	"bytes" integer NOT NULL,
	"encoding" text NOT NULL,
	"delimiter" text NOT NULL,
	"line_count" integer NOT NULL,
	"columns" jsonb NOT NULL,
	"suggestion" jsonb NOT NULL,
	"mapping" jsonb,
	"counts" jsonb,
	"started_by" uuid NOT NULL,
	"job_id" uuid
);
--> statement-breakpoint
CREATE TABLE "ingredient_pairs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"source" text NOT NULL,
	"note" text,
	"recorded_by" uuid NOT NULL,
	CONSTRAINT "ingredient_pairs_ordered" CHECK (first_id < second_id)
);
--> statement-breakpoint
CREATE TABLE "ingredients" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"catalogue_key" text,
	"name" text NOT NULL,
	"class" text NOT NULL,
	"tier" text NOT NULL,
	"vehicle" text NOT NULL,
	"regulatory_status" text NOT NULL,
	"concentration_value" double precision,
	"concentration_unit" text,
	"stated_purpose" text,
	"anaesthetic_family" text NOT NULL,
	"anaesthetic_max_mg_per_kg" double precision,
	"anaesthetic_max_mg" double precision,
	"is_five_ari" boolean NOT NULL,
	"is_autologous" boolean NOT NULL,
	"is_suspended" boolean NOT NULL,
	"is_single_dose" boolean DEFAULT false NOT NULL,
	"open_days_max" smallint,
	"cautions" text NOT NULL,
	"source" text,
	"is_archived" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"started_by" uuid NOT NULL,
	"status" text NOT NULL,
	"progress" jsonb NOT NULL,
	"error" text,
	"finished_at" timestamp (3) with time zone,
	"runner_id" uuid,
	"lease_until" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"patient_id" uuid,
	"about" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "outcomes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"patient_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"session_id" uuid,
	"measure" text NOT NULL,
	"value" double precision NOT NULL,
	"assessed_on" date NOT NULL,
	"rater" text NOT NULL,
	"rater_id" uuid,
	"is_blinded" boolean NOT NULL,
	"is_baseline" boolean NOT NULL,
	"variant" text,
	"site" text,
	"grasped" smallint,
	"last_wash_on" date,
	"parts" jsonb,
	"pattern" text,
	"conditions" jsonb,
	"notes" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"voided_at" timestamp (3) with time zone,
	"voided_by" uuid,
	"void_reason" text
);
--> statement-breakpoint
CREATE TABLE "patient_change_lists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"patient_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"session_id" uuid,
	"asked_on" date NOT NULL,
	"answers" jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "name_words" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "patients" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"clinic_number" text NOT NULL,
	"family_name" text NOT NULL,
	"given_name" text NOT NULL,
	"birth_date" date,
	"sex_at_birth" text NOT NULL,
	"phone" text,
	"email" text,
	"contact_preference" text NOT NULL,
	"language" text,
	"referral_source" text,
	"notes" text NOT NULL,
	"is_archived" boolean DEFAULT false NOT NULL,
	"search_text" text GENERATED ALWAYS AS (fold_name(' ' || given_name || ' ' || family_name)) STORED NOT NULL,
	"phone_reversed" text GENERATED ALWAYS AS (reverse(regexp_replace(phone, '[^0-9]', '', 'g'))) STORED,
	"identity" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "phone_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"patient_id" uuid NOT NULL,
	"words" text NOT NULL,
	"since" text NOT NULL,
	"call_back_phone" text NOT NULL,
	"red_flags" jsonb NOT NULL,
	"filed_by" uuid NOT NULL,
	"taken_by" uuid,
	"taken_at" timestamp (3) with time zone,
	"closing" text,
	"close_note" text,
	"side_effect_id" uuid,
	"closed_by" uuid,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "patient_profiles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"patient_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"allergy_state" text NOT NULL,
	"allergies" jsonb NOT NULL,
	"medication_state" text NOT NULL,
	"medication" jsonb NOT NULL,
	"condition_state" text NOT NULL,
	"conditions" jsonb NOT NULL,
	"weight" jsonb,
	"blood_pressure" jsonb,
	"notes" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	CONSTRAINT "patient_profiles_patient_id_unique" UNIQUE("patient_id")
);
--> statement-breakpoint
CREATE TABLE "profile_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"patient_id" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "protocol_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"protocol_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"name" text NOT NULL,
	"phases" jsonb NOT NULL,
	"source_label" text NOT NULL,
	"source_statement" text NOT NULL,
	"note" text NOT NULL,
	"change_note" text,
	"based_on_version_id" uuid,
	"proposed_by" uuid NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp (3) with time zone,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "protocol_versions_counted" CHECK (number >= 1)
);
--> statement-breakpoint
CREATE TABLE "protocols" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recipe_version_ingredients" (
	"version_id" uuid NOT NULL,
	"order" integer NOT NULL,
	"ingredient_id" uuid NOT NULL,
	"concentration_value" double precision,
	"concentration_unit" text NOT NULL,
	"volume_ml" double precision NOT NULL,
	"stated_purpose" text,
	CONSTRAINT "recipe_version_ingredients_version_id_order_pk" PRIMARY KEY("version_id","order"),
	CONSTRAINT "recipe_version_ingredients_volume" CHECK (volume_ml > 0)
);
--> statement-breakpoint
CREATE TABLE "recipe_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"recipe_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"based_on_version_id" uuid,
	"change_note" text,
	"created_by" uuid NOT NULL,
	"written_by" uuid[] DEFAULT '{}' NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp (3) with time zone,
	"approval_reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"retired_by" uuid,
	"retired_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "recipe_versions_counted" CHECK (number >= 1),
	CONSTRAINT "recipe_versions_approved_whole" CHECK ((status = 'draft') = (approved_by IS NULL AND approved_at IS NULL)
        AND (approved_by IS NULL) = (approved_at IS NULL)
        AND (status = 'retired') = (retired_by IS NOT NULL AND retired_at IS NOT NULL)),
	CONSTRAINT "recipe_versions_second_person" CHECK (approved_by <> created_by AND NOT approved_by = ANY (written_by))
);
--> statement-breakpoint
CREATE TABLE "recipes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"name" text NOT NULL,
	"intended_indications" text[] NOT NULL,
	"intended_area" text,
	"notes" text NOT NULL,
	"is_archived" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "course_changes" (
	"course_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"recipe_version_id" uuid,
	"practitioner_id" uuid,
	"first_session_on" date NOT NULL,
	"previous_first_on" date,
	"indication" text NOT NULL,
	"technique" text,
	"measure" text NOT NULL,
	"week" smallint NOT NULL,
	"baseline" double precision NOT NULL,
	"value" double precision,
	"assessed_on" date,
	CONSTRAINT "course_changes_course_id_measure_week_pk" PRIMARY KEY("course_id","measure","week")
);
--> statement-breakpoint
CREATE TABLE "course_effect_codes" (
	"course_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"recipe_version_id" uuid,
	"practitioner_id" uuid,
	"first_session_on" date NOT NULL,
	"previous_first_on" date,
	"indication" text NOT NULL,
	"technique" text,
	"code" text NOT NULL,
	CONSTRAINT "course_effect_codes_course_id_code_pk" PRIMARY KEY("course_id","code")
);
--> statement-breakpoint
CREATE TABLE "course_facts" (
	"course_id" uuid PRIMARY KEY NOT NULL,
	"patient_id" uuid NOT NULL,
	"recipe_version_id" uuid,
	"practitioner_id" uuid,
	"first_session_on" date NOT NULL,
	"previous_first_on" date,
	"last_session_on" date NOT NULL,
	"planned_end_on" date,
	"noticed_on" date,
	"last_answer_on" date,
	"indication" text NOT NULL,
	"technique" text,
	"status" text NOT NULL,
	"stop_reason" text,
	"sex" text NOT NULL,
	"severity" text,
	"worst_scheme" text,
	"signed_sessions" smallint NOT NULL,
	"planned_sessions" smallint,
	"gap_days_max" smallint,
	"photo_12" smallint,
	"photo_24" smallint,
	"photo_52" smallint,
	"patient_12" smallint,
	"patient_24" smallint,
	"patient_52" smallint,
	"sessions_asked" smallint NOT NULL,
	"sessions_with_effect" smallint NOT NULL,
	"sessions_with_lot" smallint NOT NULL,
	"sessions_with_depth" smallint NOT NULL,
	"contacts_48h" smallint NOT NULL,
	"contacts_7d" smallint NOT NULL,
	"worst_grade" smallint,
	"effects" smallint NOT NULL,
	"gaps" smallint NOT NULL,
	"gaps_within" smallint NOT NULL,
	"gaps_early" smallint NOT NULL,
	"gaps_late" smallint NOT NULL,
	"age" smallint,
	"duration_months" smallint,
	"noticed_session" smallint,
	"last_answer_session" smallint,
	"has_asked_effect" boolean NOT NULL,
	"has_volunteered_effect" boolean NOT NULL,
	"has_serious_effect" boolean NOT NULL,
	"has_baseline" boolean NOT NULL,
	"is_consented" boolean NOT NULL,
	"on_minoxidil" boolean NOT NULL,
	"on_five_ari" boolean NOT NULL,
	"on_prp_or_light" boolean NOT NULL,
	"is_recipe_changed" boolean NOT NULL,
	"photo_sessions" smallint[],
	"patient_sessions" smallint[],
	"gap_bins" smallint[]
);
--> statement-breakpoint
CREATE TABLE "effect_facts" (
	"course_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"recipe_version_id" uuid,
	"practitioner_id" uuid,
	"first_session_on" date NOT NULL,
	"previous_first_on" date,
	"indication" text NOT NULL,
	"technique" text,
	"effect_id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"days" smallint NOT NULL,
	"is_ended" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_facts" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"session_on" date NOT NULL,
	"recipe_version_id" uuid,
	"practitioner_id" uuid NOT NULL,
	"indication" text NOT NULL,
	"technique" text,
	"is_asked" boolean NOT NULL,
	"has_effect" boolean NOT NULL,
	"has_lot" boolean NOT NULL,
	"has_depth" boolean NOT NULL,
	"is_contacted_48h" boolean NOT NULL,
	"is_contacted_7d" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "intake_forms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"patient_id" uuid NOT NULL,
	"appointment_id" uuid,
	"course_id" uuid,
	"started_by" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "intake_forms_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "screening_level_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"item" text NOT NULL,
	"level" text NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "screenings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"patient_id" uuid NOT NULL,
	"course_id" uuid,
	"session_id" uuid,
	"appointment_id" uuid,
	"answered_on" date NOT NULL,
	"source" text NOT NULL,
	"answers" jsonb NOT NULL,
	"needs_clinician" boolean NOT NULL,
	"reviewed_at" timestamp (3) with time zone,
	"reviewed_by" uuid,
	"review_note" text,
	"recorded_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_addenda" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"text" text NOT NULL,
	"author_id" uuid NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_later_pain" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"answer" jsonb NOT NULL,
	"asked_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"course_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"appointment_id" uuid,
	"number" smallint,
	"session_on" date NOT NULL,
	"performed_by" uuid NOT NULL,
	"technique" text,
	"device" text,
	"needle_gauge" smallint,
	"needle_length_mm" double precision,
	"depth_mm" double precision,
	"spacing_cm" double precision,
	"point_ml" double precision,
	"injection_count" integer,
	"area_cm2" double precision,
	"zones" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"recipe_version_id" uuid,
	"recipe_reason" text,
	"recipe_deviation" text,
	"volume_ml" double precision,
	"applied_ml" double precision,
	"used_ingredients" jsonb NOT NULL,
	"preparation" jsonb DEFAULT '{"isIdentityChecked":false,"isScreeningAsked":false,"isCleansed":false,"antiseptic":null,"antisepticProduct":null,"antisepticLot":null,"isDry":false,"isSyringeClear":false,"anaestheticIngredientId":null,"anaestheticProduct":null,"anaestheticLot":null,"anaestheticMg":null,"anaestheticOnAt":null,"anaestheticOffAt":null}'::jsonb NOT NULL,
	"anaesthesia" text,
	"anaesthesia_note" text,
	"pain_during" jsonb,
	"reactions" jsonb,
	"noticed_change" text,
	"is_aftercare_given" boolean,
	"aftercare_version" text,
	"aftercare_language" text,
	"planned_minutes" smallint,
	"actual_minutes" smallint,
	"notes" text NOT NULL,
	"status" text NOT NULL,
	"signed_by" uuid,
	"signed_at" timestamp (3) with time zone,
	"confirmed_findings" text[] NOT NULL,
	"overrides" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "sessions_signed_whole" CHECK ((status = 'signed') = (number IS NOT NULL AND signed_by IS NOT NULL AND signed_at IS NOT NULL))
);
--> statement-breakpoint
CREATE TABLE "side_effects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"patient_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"session_id" uuid,
	"code" text NOT NULL,
	"description" text NOT NULL,
	"onset_on" date NOT NULL,
	"onset_at" timestamp (3) with time zone,
	"onset_precision" text NOT NULL,
	"first_reported_on" date NOT NULL,
	"report_source" text NOT NULL,
	"grade" smallint NOT NULL,
	"grade_scheme" text NOT NULL,
	"grade_scheme_version" text NOT NULL,
	"is_ongoing" boolean NOT NULL,
	"resolved_on" date,
	"last_known_on" date,
	"outcome" text NOT NULL,
	"actions" text[] NOT NULL,
	"seriousness" text[] NOT NULL,
	"relatedness_to_product" text,
	"relatedness_to_procedure" text,
	"relatedness_to_anaesthetic" text,
	"warning_signs" text[] NOT NULL,
	"lot" text,
	"reporting" jsonb,
	"recorded_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "account_links_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"user_id" text,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"roles" text[] NOT NULL,
	"is_prescriber" boolean NOT NULL,
	"is_owner" boolean NOT NULL,
	"is_active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "waiting_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"patient_id" uuid NOT NULL,
	"type_id" uuid NOT NULL,
	"course_id" uuid,
	"practitioner_id" uuid,
	"from_day" date NOT NULL,
	"to_day" date,
	"weekdays" text[] NOT NULL,
	"part" text NOT NULL,
	"urgency" text NOT NULL,
	"note" text NOT NULL,
	"status" text NOT NULL,
	"status_at" timestamp (3) with time zone NOT NULL,
	"status_by" uuid,
	"parked_id" uuid,
	"parked_from" jsonb,
	"booked_id" uuid,
	CONSTRAINT "waiting_entries_window" CHECK (to_day IS NULL OR from_day <= to_day),
	CONSTRAINT "waiting_entries_booked_whole" CHECK ((status = 'booked') = (booked_id IS NOT NULL)),
	CONSTRAINT "waiting_entries_parked_whole" CHECK ((parked_id IS NULL) = (parked_from IS NULL))
);
--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_practitioner_id_staff_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_type_id_appointment_types_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."appointment_types"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_overridden_by_staff_id_fk" FOREIGN KEY ("overridden_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "auth"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "staff_hours" ADD CONSTRAINT "staff_hours_practitioner_id_staff_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "time_off" ADD CONSTRAINT "time_off_practitioner_id_staff_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consent_templates" ADD CONSTRAINT "consent_templates_author_id_staff_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consent_templates" ADD CONSTRAINT "consent_templates_approved_by_staff_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_template_id_consent_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."consent_templates"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_explained_by_staff_id_fk" FOREIGN KEY ("explained_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_recipe_version_id_recipe_versions_id_fk" FOREIGN KEY ("recipe_version_id") REFERENCES "public"."recipe_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_revoked_by_staff_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_performed_by_staff_id_fk" FOREIGN KEY ("performed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_signed_by_staff_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_protocol_version_id_protocol_versions_id_fk" FOREIGN KEY ("protocol_version_id") REFERENCES "public"."protocol_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "follow_up_attempts" ADD CONSTRAINT "follow_up_attempts_task_id_follow_up_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."follow_up_tasks"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "follow_up_attempts" ADD CONSTRAINT "follow_up_attempts_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "follow_up_attempts" ADD CONSTRAINT "follow_up_attempts_made_by_staff_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "follow_up_contacts" ADD CONSTRAINT "follow_up_contacts_task_id_follow_up_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."follow_up_tasks"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "follow_up_contacts" ADD CONSTRAINT "follow_up_contacts_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "follow_up_contacts" ADD CONSTRAINT "follow_up_contacts_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "follow_up_contacts" ADD CONSTRAINT "follow_up_contacts_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "follow_up_contacts" ADD CONSTRAINT "follow_up_contacts_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "follow_up_tasks" ADD CONSTRAINT "follow_up_tasks_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "follow_up_tasks" ADD CONSTRAINT "follow_up_tasks_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "follow_up_tasks" ADD CONSTRAINT "follow_up_tasks_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "follow_up_tasks" ADD CONSTRAINT "follow_up_tasks_side_effect_id_side_effects_id_fk" FOREIGN KEY ("side_effect_id") REFERENCES "public"."side_effects"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "follow_up_tasks" ADD CONSTRAINT "follow_up_tasks_phone_report_id_phone_reports_id_fk" FOREIGN KEY ("phone_report_id") REFERENCES "public"."phone_reports"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "follow_up_tasks" ADD CONSTRAINT "follow_up_tasks_assigned_to_staff_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "follow_up_tasks" ADD CONSTRAINT "follow_up_tasks_closed_by_staff_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "ingredient_pairs" ADD CONSTRAINT "ingredient_pairs_first_id_ingredients_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."ingredients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "ingredient_pairs" ADD CONSTRAINT "ingredient_pairs_second_id_ingredients_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."ingredients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "ingredient_pairs" ADD CONSTRAINT "ingredient_pairs_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_rater_id_staff_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_voided_by_staff_id_fk" FOREIGN KEY ("voided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "patient_change_lists" ADD CONSTRAINT "patient_change_lists_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "patient_change_lists" ADD CONSTRAINT "patient_change_lists_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "patient_change_lists" ADD CONSTRAINT "patient_change_lists_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "patient_change_lists" ADD CONSTRAINT "patient_change_lists_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "phone_reports" ADD CONSTRAINT "phone_reports_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "phone_reports" ADD CONSTRAINT "phone_reports_filed_by_staff_id_fk" FOREIGN KEY ("filed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "phone_reports" ADD CONSTRAINT "phone_reports_taken_by_staff_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "phone_reports" ADD CONSTRAINT "phone_reports_side_effect_id_side_effects_id_fk" FOREIGN KEY ("side_effect_id") REFERENCES "public"."side_effects"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "phone_reports" ADD CONSTRAINT "phone_reports_closed_by_staff_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "patient_profiles" ADD CONSTRAINT "patient_profiles_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "patient_profiles" ADD CONSTRAINT "patient_profiles_changed_by_staff_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "profile_changes" ADD CONSTRAINT "profile_changes_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "profile_changes" ADD CONSTRAINT "profile_changes_changed_by_staff_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "protocol_versions" ADD CONSTRAINT "protocol_versions_protocol_id_protocols_id_fk" FOREIGN KEY ("protocol_id") REFERENCES "public"."protocols"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "protocol_versions" ADD CONSTRAINT "protocol_versions_based_on_version_id_protocol_versions_id_fk" FOREIGN KEY ("based_on_version_id") REFERENCES "public"."protocol_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "protocol_versions" ADD CONSTRAINT "protocol_versions_proposed_by_staff_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "protocol_versions" ADD CONSTRAINT "protocol_versions_approved_by_staff_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "recipe_version_ingredients" ADD CONSTRAINT "recipe_version_ingredients_version_id_recipe_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."recipe_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "recipe_version_ingredients" ADD CONSTRAINT "recipe_version_ingredients_ingredient_id_ingredients_id_fk" FOREIGN KEY ("ingredient_id") REFERENCES "public"."ingredients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "recipe_versions" ADD CONSTRAINT "recipe_versions_recipe_id_recipes_id_fk" FOREIGN KEY ("recipe_id") REFERENCES "public"."recipes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "recipe_versions" ADD CONSTRAINT "recipe_versions_based_on_version_id_recipe_versions_id_fk" FOREIGN KEY ("based_on_version_id") REFERENCES "public"."recipe_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "recipe_versions" ADD CONSTRAINT "recipe_versions_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "recipe_versions" ADD CONSTRAINT "recipe_versions_approved_by_staff_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "recipe_versions" ADD CONSTRAINT "recipe_versions_retired_by_staff_id_fk" FOREIGN KEY ("retired_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "intake_forms" ADD CONSTRAINT "intake_forms_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "intake_forms" ADD CONSTRAINT "intake_forms_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "intake_forms" ADD CONSTRAINT "intake_forms_started_by_staff_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "screening_level_changes" ADD CONSTRAINT "screening_level_changes_proposed_by_staff_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "screening_level_changes" ADD CONSTRAINT "screening_level_changes_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_reviewed_by_staff_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_addenda" ADD CONSTRAINT "session_addenda_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_addenda" ADD CONSTRAINT "session_addenda_author_id_staff_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_later_pain" ADD CONSTRAINT "session_later_pain_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_later_pain" ADD CONSTRAINT "session_later_pain_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_performed_by_staff_id_fk" FOREIGN KEY ("performed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_recipe_version_id_recipe_versions_id_fk" FOREIGN KEY ("recipe_version_id") REFERENCES "public"."recipe_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_signed_by_staff_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "side_effects" ADD CONSTRAINT "side_effects_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "side_effects" ADD CONSTRAINT "side_effects_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "side_effects" ADD CONSTRAINT "side_effects_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "side_effects" ADD CONSTRAINT "side_effects_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "waiting_entries" ADD CONSTRAINT "waiting_entries_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "waiting_entries" ADD CONSTRAINT "waiting_entries_type_id_appointment_types_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."appointment_types"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "waiting_entries" ADD CONSTRAINT "waiting_entries_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "waiting_entries" ADD CONSTRAINT "waiting_entries_practitioner_id_staff_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "waiting_entries" ADD CONSTRAINT "waiting_entries_status_by_staff_id_fk" FOREIGN KEY ("status_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "waiting_entries" ADD CONSTRAINT "waiting_entries_parked_id_appointments_id_fk" FOREIGN KEY ("parked_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "waiting_entries" ADD CONSTRAINT "waiting_entries_booked_id_appointments_id_fk" FOREIGN KEY ("booked_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "appointments_starts" ON "appointments" USING btree ("starts_at","id");
--> statement-breakpoint
CREATE INDEX "appointments_patient" ON "appointments" USING btree ("patient_id","starts_at","id");
--> statement-breakpoint
CREATE INDEX "appointments_course" ON "appointments" USING btree ("course_id","starts_at");
--> statement-breakpoint
CREATE INDEX "audit_entries_at" ON "audit_entries" USING btree ("at","id");
--> statement-breakpoint
CREATE INDEX "audit_entries_actor" ON "audit_entries" USING btree ("actor_id","at","id");
--> statement-breakpoint
CREATE INDEX "audit_entries_patient" ON "audit_entries" USING btree ("patient_id","at","id");
--> statement-breakpoint
CREATE INDEX "audit_entries_entity" ON "audit_entries" USING btree ("entity_id","at");
--> statement-breakpoint
CREATE INDEX "idempotency_keys_at" ON "idempotency_keys" USING btree ("at");
--> statement-breakpoint
CREATE INDEX "auth_account_user" ON "auth"."account" USING btree ("user_id");
--> statement-breakpoint
CREATE INDEX "auth_session_user" ON "auth"."session" USING btree ("user_id");
--> statement-breakpoint
CREATE INDEX "auth_session_expires" ON "auth"."session" USING btree ("expires_at");
--> statement-breakpoint
CREATE INDEX "auth_verification_identifier" ON "auth"."verification" USING btree ("identifier");
--> statement-breakpoint
CREATE UNIQUE INDEX "appointment_types_live_name" ON "appointment_types" USING btree (fold_text(name)) WHERE NOT is_archived;
--> statement-breakpoint
CREATE INDEX "closures_to" ON "closures" USING btree ("to_date","from_date");
--> statement-breakpoint
CREATE UNIQUE INDEX "staff_hours_from" ON "staff_hours" USING btree ("practitioner_id",coalesce(valid_from, '0001-01-01'));
--> statement-breakpoint
CREATE INDEX "time_off_ends" ON "time_off" USING btree ("ends_at","starts_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "consent_templates_edition" ON "consent_templates" USING btree ("name","language","edition");
--> statement-breakpoint
CREATE UNIQUE INDEX "consent_templates_in_use" ON "consent_templates" USING btree ("name","language") WHERE status = 'approved';
--> statement-breakpoint
CREATE INDEX "consents_course" ON "consents" USING btree ("course_id","signed_at");
--> statement-breakpoint
CREATE INDEX "consents_patient" ON "consents" USING btree ("patient_id","signed_at");
--> statement-breakpoint
CREATE INDEX "consultations_patient" ON "consultations" USING btree ("patient_id","held_on","id");
--> statement-breakpoint
CREATE INDEX "consultations_performer" ON "consultations" USING btree ("performed_by","held_on","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "consultations_appointment" ON "consultations" USING btree ("appointment_id");
--> statement-breakpoint
CREATE INDEX "courses_patient" ON "courses" USING btree ("patient_id","created_at","id");
--> statement-breakpoint
CREATE INDEX "courses_created" ON "courses" USING btree ("created_at","id");
--> statement-breakpoint
CREATE INDEX "courses_due" ON "courses" USING btree ("due_to","due_from","patient_id") WHERE due_to IS NOT NULL;
--> statement-breakpoint
CREATE INDEX "courses_started" ON "courses" USING btree ("first_session_on","indication","patient_id","id","first_recipe_version_id","first_technique","signed_sessions") WHERE first_session_on IS NOT NULL;
--> statement-breakpoint
CREATE INDEX "follow_up_attempts_task" ON "follow_up_attempts" USING btree ("task_id","made_at","id");
--> statement-breakpoint
CREATE INDEX "follow_up_contacts_patient" ON "follow_up_contacts" USING btree ("patient_id","contacted_on","id");
--> statement-breakpoint
CREATE INDEX "follow_up_contacts_task" ON "follow_up_contacts" USING btree ("task_id");
--> statement-breakpoint
CREATE INDEX "follow_up_contacts_course" ON "follow_up_contacts" USING btree ("course_id");
--> statement-breakpoint
CREATE INDEX "follow_up_contacts_session" ON "follow_up_contacts" USING btree ("session_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "follow_up_tasks_cause" ON "follow_up_tasks" USING btree ("cause_key");
--> statement-breakpoint
CREATE INDEX "follow_up_tasks_open" ON "follow_up_tasks" USING btree ("target_on","id") WHERE status = 'open';
--> statement-breakpoint
CREATE INDEX "follow_up_tasks_patient" ON "follow_up_tasks" USING btree ("patient_id","target_on","id");
--> statement-breakpoint
CREATE INDEX "follow_up_tasks_course" ON "follow_up_tasks" USING btree ("course_id");
--> statement-breakpoint
CREATE INDEX "follow_up_tasks_side_effect" ON "follow_up_tasks" USING btree ("side_effect_id");
--> statement-breakpoint
CREATE INDEX "follow_up_tasks_window" ON "follow_up_tasks" USING btree ("due_to","rule");
--> statement-breakpoint
CREATE INDEX "import_chunks_created" ON "import_chunks" USING btree ("created_at");
--> statement-breakpoint
CREATE INDEX "import_rows_number" ON "import_rows" USING btree ("import_id","number_key");
--> statement-breakpoint
CREATE INDEX "import_rows_person" ON "import_rows" USING btree ("import_id","person_key");
--> statement-breakpoint
CREATE INDEX "import_rows_outcome" ON "import_rows" USING btree ("import_id","outcome","row");
--> statement-breakpoint
CREATE INDEX "import_rows_waiting" ON "import_rows" USING btree ("import_id",(number_key IS NULL),"row") WHERE outcome = 'fresh';
--> statement-breakpoint
CREATE INDEX "imports_created" ON "imports" USING btree ("created_at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "ingredient_pairs_two" ON "ingredient_pairs" USING btree ("first_id","second_id");
--> statement-breakpoint
CREATE INDEX "ingredient_pairs_second" ON "ingredient_pairs" USING btree ("second_id");
--> statement-breakpoint
CREATE INDEX "ingredient_pairs_updated" ON "ingredient_pairs" USING btree ("updated_at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "ingredients_catalogue_key" ON "ingredients" USING btree ("catalogue_key");
--> statement-breakpoint
CREATE UNIQUE INDEX "ingredients_live_name" ON "ingredients" USING btree (fold_text(name)) WHERE NOT is_archived;
--> statement-breakpoint
CREATE INDEX "ingredients_name" ON "ingredients" USING btree (name COLLATE "und-x-icu","id");
--> statement-breakpoint
CREATE INDEX "ingredients_search" ON "ingredients" USING gin (fold_text(name) gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX "jobs_open" ON "jobs" USING btree ("status","created_at");
--> statement-breakpoint
CREATE INDEX "jobs_subject" ON "jobs" USING btree ("subject_id");
--> statement-breakpoint
CREATE INDEX "notifications_staff" ON "notifications" USING btree ("staff_id","created_at","id");
--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("staff_id") WHERE read_at IS NULL;
--> statement-breakpoint
CREATE INDEX "notifications_subject" ON "notifications" USING btree ("subject_id");
--> statement-breakpoint
CREATE INDEX "outcomes_patient" ON "outcomes" USING btree ("patient_id","assessed_on","id");
--> statement-breakpoint
CREATE INDEX "outcomes_course" ON "outcomes" USING btree ("course_id","assessed_on","id");
--> statement-breakpoint
CREATE INDEX "outcomes_day" ON "outcomes" USING btree ("assessed_on","id");
--> statement-breakpoint
CREATE INDEX "outcomes_session" ON "outcomes" USING btree ("session_id");
--> statement-breakpoint
CREATE INDEX "outcomes_readings" ON "outcomes" USING btree ("measure","course_id","assessed_on","is_blinded","value","id") WHERE voided_at IS NULL;
--> statement-breakpoint
CREATE INDEX "patient_change_lists_patient" ON "patient_change_lists" USING btree ("patient_id","asked_on","id");
--> statement-breakpoint
CREATE INDEX "patient_change_lists_course" ON "patient_change_lists" USING btree ("course_id","asked_on","id");
--> statement-breakpoint
CREATE INDEX "name_words_alike" ON "name_words" USING gin ("word" gin_trgm_ops);
--> statement-breakpoint
CREATE UNIQUE INDEX "patients_clinic_number" ON "patients" USING btree ("clinic_number");
--> statement-breakpoint
CREATE UNIQUE INDEX "patients_number_key" ON "patients" USING btree ((upper(normalize(clinic_number, NFKC) COLLATE "und-x-icu")));
--> statement-breakpoint
CREATE INDEX "patients_identity" ON "patients" USING btree ("identity");
--> statement-breakpoint
CREATE INDEX "patients_name" ON "patients" USING btree (family_name COLLATE "und-x-icu",given_name COLLATE "und-x-icu","id");
--> statement-breakpoint
CREATE INDEX "patients_search" ON "patients" USING gin (search_text gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX "patients_words" ON "patients" USING gin (string_to_array(btrim(search_text), ' '));
--> statement-breakpoint
CREATE INDEX "patients_phone_tail" ON "patients" USING btree (phone_reversed text_pattern_ops);
--> statement-breakpoint
CREATE INDEX "patients_birth_date" ON "patients" USING btree ("birth_date");
--> statement-breakpoint
CREATE INDEX "patients_birth_order" ON "patients" USING btree (coalesce(birth_date, '0001-01-01'::date),"id");
--> statement-breakpoint
CREATE INDEX "patients_next_number" ON "patients" USING btree ((clinic_number::int) DESC) WHERE clinic_number ~ '^[1-9][0-9]{0,8}$';
--> statement-breakpoint
CREATE INDEX "patients_number" ON "patients" USING btree (clinic_number text_pattern_ops,"id");
--> statement-breakpoint
CREATE INDEX "patients_created" ON "patients" USING btree ("created_at","id");
--> statement-breakpoint
CREATE INDEX "patients_email" ON "patients" USING btree (lower(email));
--> statement-breakpoint
CREATE INDEX "phone_reports_patient" ON "phone_reports" USING btree ("patient_id","created_at","id");
--> statement-breakpoint
CREATE INDEX "phone_reports_filed" ON "phone_reports" USING btree ("created_at","id");
--> statement-breakpoint
CREATE INDEX "phone_reports_filer" ON "phone_reports" USING btree ("filed_by","created_at","id");
--> statement-breakpoint
CREATE INDEX "phone_reports_open" ON "phone_reports" USING btree ("created_at","id") WHERE closed_at IS NULL;
--> statement-breakpoint
CREATE INDEX "profile_changes_patient" ON "profile_changes" USING btree ("patient_id","changed_at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "protocol_versions_number" ON "protocol_versions" USING btree ("protocol_id","number");
--> statement-breakpoint
CREATE UNIQUE INDEX "protocol_versions_approved" ON "protocol_versions" USING btree ("protocol_id") WHERE status = 'approved';
--> statement-breakpoint
CREATE UNIQUE INDEX "protocol_versions_draft" ON "protocol_versions" USING btree ("protocol_id") WHERE status = 'draft';
--> statement-breakpoint
CREATE UNIQUE INDEX "protocol_versions_approved_name" ON "protocol_versions" USING btree (fold_text(name)) WHERE status = 'approved';
--> statement-breakpoint
CREATE INDEX "recipe_version_ingredients_ingredient" ON "recipe_version_ingredients" USING btree ("ingredient_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "recipe_versions_number" ON "recipe_versions" USING btree ("recipe_id","number");
--> statement-breakpoint
CREATE UNIQUE INDEX "recipes_live_name" ON "recipes" USING btree (fold_text(name)) WHERE NOT is_archived;
--> statement-breakpoint
CREATE INDEX "recipes_name" ON "recipes" USING btree (name COLLATE "und-x-icu","id");
--> statement-breakpoint
CREATE INDEX "recipes_updated" ON "recipes" USING btree ("updated_at","id");
--> statement-breakpoint
CREATE INDEX "recipes_search" ON "recipes" USING gin (fold_text(name) gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX "course_changes_measure" ON "course_changes" USING btree ("measure","week");
--> statement-breakpoint
CREATE INDEX "course_facts_first" ON "course_facts" USING btree ("first_session_on","course_id");
--> statement-breakpoint
CREATE INDEX "course_facts_patient" ON "course_facts" USING btree ("patient_id");
--> statement-breakpoint
CREATE INDEX "effect_facts_course" ON "effect_facts" USING btree ("course_id");
--> statement-breakpoint
CREATE INDEX "session_facts_week" ON "session_facts" USING btree ("session_on","is_asked","has_effect","has_lot","has_depth","patient_id");
--> statement-breakpoint
CREATE INDEX "session_facts_course" ON "session_facts" USING btree ("course_id");
--> statement-breakpoint
CREATE INDEX "screening_level_changes_item" ON "screening_level_changes" USING btree ("item","decided_at");
--> statement-breakpoint
CREATE INDEX "screenings_patient" ON "screenings" USING btree ("patient_id","answered_on","id");
--> statement-breakpoint
CREATE INDEX "screenings_course" ON "screenings" USING btree ("course_id","answered_on","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "screenings_session" ON "screenings" USING btree ("session_id");
--> statement-breakpoint
CREATE INDEX "screenings_appointment" ON "screenings" USING btree ("appointment_id");
--> statement-breakpoint
CREATE INDEX "screenings_open" ON "screenings" USING btree ("patient_id") WHERE needs_clinician AND reviewed_at IS NULL;
--> statement-breakpoint
CREATE INDEX "session_addenda_session" ON "session_addenda" USING btree ("session_id","written_at","id");
--> statement-breakpoint
CREATE INDEX "session_later_pain_session" ON "session_later_pain" USING btree ("session_id","recorded_at","id");
--> statement-breakpoint
CREATE INDEX "sessions_patient" ON "sessions" USING btree ("patient_id","session_on","id");
--> statement-breakpoint
CREATE INDEX "sessions_course" ON "sessions" USING btree ("course_id","session_on","id");
--> statement-breakpoint
CREATE INDEX "sessions_day" ON "sessions" USING btree ("session_on","id");
--> statement-breakpoint
CREATE INDEX "sessions_performer" ON "sessions" USING btree ("performed_by","session_on","id");
--> statement-breakpoint
CREATE INDEX "sessions_recipe_version" ON "sessions" USING btree ("recipe_version_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_appointment" ON "sessions" USING btree ("appointment_id");
--> statement-breakpoint
CREATE INDEX "side_effects_patient" ON "side_effects" USING btree ("patient_id","onset_on","id");
--> statement-breakpoint
CREATE INDEX "side_effects_course" ON "side_effects" USING btree ("course_id","onset_on","id");
--> statement-breakpoint
CREATE INDEX "side_effects_session" ON "side_effects" USING btree ("session_id");
--> statement-breakpoint
CREATE INDEX "side_effects_onset" ON "side_effects" USING btree ("onset_on","id");
--> statement-breakpoint
CREATE INDEX "side_effects_ongoing" ON "side_effects" USING btree ("onset_on","id") WHERE is_ongoing;
--> statement-breakpoint
CREATE INDEX "account_links_staff" ON "account_links" USING btree ("staff_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "staff_email" ON "staff" USING btree ("email");
--> statement-breakpoint
CREATE UNIQUE INDEX "staff_user" ON "staff" USING btree ("user_id");
--> statement-breakpoint
CREATE INDEX "waiting_entries_patient" ON "waiting_entries" USING btree ("patient_id");
--> statement-breakpoint
CREATE INDEX "waiting_entries_open" ON "waiting_entries" USING btree ("created_at","id") WHERE status IN ('waiting', 'offered');
--> statement-breakpoint
CREATE INDEX "waiting_entries_closed" ON "waiting_entries" USING btree ("status_at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "waiting_entries_parked_once" ON "waiting_entries" USING btree ("parked_id") WHERE status IN ('waiting', 'offered');
