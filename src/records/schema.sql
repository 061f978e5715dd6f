-- Printed by `npm run docs` from freshly migrated records. Edit the migrations, not this file.

CREATE TABLE account_links (
    user_id text NOT NULL,
    hash text NOT NULL,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT account_links_hash_key UNIQUE (hash),
    CONSTRAINT account_links_pkey PRIMARY KEY (user_id),
    CONSTRAINT account_links_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users(id) ON DELETE CASCADE
);

CREATE TABLE api_keys (
    id text NOT NULL,
    workspace text NOT NULL,
    name text NOT NULL,
    hash text NOT NULL,
    role text NOT NULL,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    last_used_at timestamp with time zone,
    expires_at timestamp with time zone,
    CONSTRAINT api_keys_hash_key UNIQUE (hash),
    CONSTRAINT api_keys_pkey PRIMARY KEY (id),
    CONSTRAINT api_keys_role_check CHECK ((role = ANY (ARRAY['read'::text, 'write'::text, 'admin'::text]))),
    CONSTRAINT api_keys_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspaces(id) ON DELETE CASCADE
);

CREATE TABLE audiences (
    id text NOT NULL,
    workspace text NOT NULL,
    name text NOT NULL,
    filter jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT audiences_pkey PRIMARY KEY (id),
    CONSTRAINT audiences_workspace_name_key UNIQUE (workspace, name),
    CONSTRAINT audiences_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspaces(id) ON DELETE CASCADE
);

CREATE TABLE audit (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    workspace text NOT NULL,
    at timestamp with time zone NOT NULL DEFAULT now(),
    actor text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    details jsonb NOT NULL DEFAULT '{}'::jsonb,
    CONSTRAINT audit_pkey PRIMARY KEY (id),
    CONSTRAINT audit_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX audit_by_time ON public.audit USING btree (workspace, at DESC);

CREATE TABLE auth_accounts (
    id text NOT NULL,
    user_id text NOT NULL,
    account_id text NOT NULL,
    provider_id text NOT NULL,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamp with time zone,
    refresh_token_expires_at timestamp with time zone,
    scope text,
    password text,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT auth_accounts_pkey PRIMARY KEY (id),
    CONSTRAINT auth_accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users(id) ON DELETE CASCADE
);
CREATE INDEX auth_accounts_by_user ON public.auth_accounts USING btree (user_id);

CREATE TABLE auth_sessions (
    id text NOT NULL,
    user_id text NOT NULL,
    token text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ip_address text,
    user_agent text,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT auth_sessions_pkey PRIMARY KEY (id),
    CONSTRAINT auth_sessions_token_key UNIQUE (token),
    CONSTRAINT auth_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users(id) ON DELETE CASCADE
);
CREATE INDEX auth_sessions_by_user ON public.auth_sessions USING btree (user_id);

CREATE TABLE auth_users (
    id text NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    email_verified boolean NOT NULL,
    image text,
    access text NOT NULL DEFAULT 'read'::text,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    disabled_at timestamp with time zone,
    CONSTRAINT auth_users_access_check CHECK ((access = ANY (ARRAY['read'::text, 'write'::text, 'admin'::text]))),
    CONSTRAINT auth_users_email_key UNIQUE (email),
    CONSTRAINT auth_users_pkey PRIMARY KEY (id)
);

CREATE TABLE auth_verifications (
    id text NOT NULL,
    identifier text NOT NULL,
    value text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT auth_verifications_pkey PRIMARY KEY (id)
);
CREATE INDEX auth_verifications_by_identifier ON public.auth_verifications USING btree (identifier);

CREATE TABLE import_rejects (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    workspace text NOT NULL,
    import_id text NOT NULL,
    file text NOT NULL,
    line bigint,
    path text,
    reason text NOT NULL,
    field text,
    expected text NOT NULL,
    advice text NOT NULL,
    checksum text NOT NULL,
    CONSTRAINT import_rejects_pkey PRIMARY KEY (id),
    CONSTRAINT import_rejects_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE,
    CONSTRAINT import_rejects_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX import_rejects_by_import ON public.import_rejects USING btree (workspace, import_id, id);

CREATE TABLE imports (
    id text NOT NULL,
    workspace text NOT NULL,
    source text NOT NULL,
    format text,
    files jsonb NOT NULL,
    state text NOT NULL,
    read bigint NOT NULL DEFAULT 0,
    stored bigint NOT NULL DEFAULT 0,
    duplicate bigint NOT NULL DEFAULT 0,
    updated bigint NOT NULL DEFAULT 0,
    set_aside bigint NOT NULL DEFAULT 0,
    skipped bigint NOT NULL DEFAULT 0,
    bytes bigint NOT NULL DEFAULT 0,
    started_at timestamp with time zone NOT NULL DEFAULT now(),
    finished_at timestamp with time zone,
    error text,
    warnings jsonb NOT NULL DEFAULT '[]'::jsonb,
    CONSTRAINT imports_pkey PRIMARY KEY (id),
    CONSTRAINT imports_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
    CONSTRAINT imports_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX imports_by_time ON public.imports USING btree (workspace, started_at DESC);

CREATE TABLE job_progress (
    id text NOT NULL,
    kind text NOT NULL,
    workspace text,
    state text NOT NULL,
    done bigint NOT NULL DEFAULT 0,
    total bigint,
    note text,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    heartbeat_at timestamp with time zone,
    error text,
    CONSTRAINT job_progress_pkey PRIMARY KEY (id),
    CONSTRAINT job_progress_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
    CONSTRAINT job_progress_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX job_progress_by_time ON public.job_progress USING btree (workspace, created_at DESC);

CREATE TABLE mappings (
    workspace text NOT NULL,
    source text NOT NULL,
    mapping jsonb NOT NULL,
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT mappings_pkey PRIMARY KEY (workspace, source),
    CONSTRAINT mappings_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspaces(id) ON DELETE CASCADE
);

CREATE TABLE schema_migrations (
    id integer NOT NULL,
    name text NOT NULL,
    at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT schema_migrations_pkey PRIMARY KEY (id)
);

CREATE TABLE settings (
    workspace text NOT NULL,
    name text NOT NULL,
    value jsonb NOT NULL,
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT settings_pkey PRIMARY KEY (workspace, name),
    CONSTRAINT settings_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspaces(id) ON DELETE CASCADE
);

CREATE TABLE sources (
    id text NOT NULL,
    workspace text NOT NULL,
    name text NOT NULL,
    format text,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT sources_pkey PRIMARY KEY (id),
    CONSTRAINT sources_workspace_name_key UNIQUE (workspace, name),
    CONSTRAINT sources_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspaces(id) ON DELETE CASCADE
);

CREATE TABLE topic_counters (
    workspace text NOT NULL,
    last_id integer NOT NULL,
    CONSTRAINT topic_counters_pkey PRIMARY KEY (workspace),
    CONSTRAINT topic_counters_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspaces(id) ON DELETE CASCADE
);

CREATE TABLE topic_curations (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    workspace text NOT NULL,
    at timestamp with time zone NOT NULL DEFAULT now(),
    actor text NOT NULL,
    edit jsonb NOT NULL,
    lens text NOT NULL DEFAULT 'reasons'::text,
    CONSTRAINT topic_curations_pkey PRIMARY KEY (id),
    CONSTRAINT topic_curations_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX topic_curations_by_workspace ON public.topic_curations USING btree (workspace, id);

CREATE TABLE topic_lineage (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    workspace text NOT NULL,
    run_id text NOT NULL,
    level text NOT NULL,
    kind text NOT NULL,
    from_topics jsonb NOT NULL,
    to_topics jsonb NOT NULL,
    common bigint NOT NULL,
    CONSTRAINT topic_lineage_kind_check CHECK ((kind = ANY (ARRAY['born'::text, 'continued'::text, 'merged'::text, 'split'::text, 'died'::text]))),
    CONSTRAINT topic_lineage_level_check CHECK ((level = ANY (ARRAY['group'::text, 'topic'::text, 'subtopic'::text]))),
    CONSTRAINT topic_lineage_pkey PRIMARY KEY (id),
    CONSTRAINT topic_lineage_run_id_fkey FOREIGN KEY (run_id) REFERENCES topic_runs(id) ON DELETE CASCADE,
    CONSTRAINT topic_lineage_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX topic_lineage_by_run ON public.topic_lineage USING btree (workspace, run_id, id);

CREATE TABLE topic_models (
    id text NOT NULL,
    workspace text NOT NULL,
    method text NOT NULL,
    seed integer NOT NULL,
    texts bigint NOT NULL,
    scores jsonb NOT NULL,
    topics jsonb NOT NULL,
    seconds real NOT NULL,
    finished_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT topic_models_method_check CHECK ((method = ANY (ARRAY['lda'::text, 'lda-gibbs'::text, 'nmf'::text]))),
    CONSTRAINT topic_models_pkey PRIMARY KEY (id),
    CONSTRAINT topic_models_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX topic_models_by_workspace ON public.topic_models USING btree (workspace, finished_at);

CREATE TABLE topic_proposals (
    id text NOT NULL,
    workspace text NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    reason text NOT NULL,
    details jsonb NOT NULL,
    centroid bytea,
    encoder text,
    lens text NOT NULL DEFAULT 'reasons'::text,
    CONSTRAINT topic_proposals_kind_check CHECK ((kind = ANY (ARRAY['emerging'::text, 'rerun'::text]))),
    CONSTRAINT topic_proposals_pkey PRIMARY KEY (id),
    CONSTRAINT topic_proposals_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'dismissed'::text, 'withdrawn'::text]))),
    CONSTRAINT topic_proposals_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX topic_proposals_by_state ON public.topic_proposals USING btree (workspace, state, created_at);

CREATE TABLE topic_runs (
    id text NOT NULL,
    workspace text NOT NULL,
    seed bigint NOT NULL,
    params jsonb NOT NULL,
    encoder text NOT NULL,
    texts bigint NOT NULL,
    assigned bigint NOT NULL,
    unassigned_reasons jsonb NOT NULL,
    reason text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone NOT NULL DEFAULT now(),
    dendrogram jsonb,
    lens text NOT NULL DEFAULT 'reasons'::text,
    CONSTRAINT topic_runs_pkey PRIMARY KEY (id),
    CONSTRAINT topic_runs_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX topic_runs_by_lens ON public.topic_runs USING btree (workspace, lens, finished_at);
CREATE INDEX topic_runs_by_time ON public.topic_runs USING btree (workspace, finished_at DESC);

CREATE TABLE topics (
    workspace text NOT NULL,
    id integer NOT NULL,
    parent_id integer,
    name text NOT NULL,
    phrases jsonb NOT NULL,
    quotes jsonb NOT NULL,
    centroid bytea,
    encoder text,
    size bigint NOT NULL,
    weight double precision NOT NULL DEFAULT 0,
    cohesion double precision NOT NULL,
    state text NOT NULL,
    born_run text NOT NULL,
    color_index integer NOT NULL,
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    level text NOT NULL DEFAULT 'topic'::text,
    description text NOT NULL DEFAULT ''::text,
    successor_id integer,
    lens text NOT NULL DEFAULT 'reasons'::text,
    CONSTRAINT topics_id_check CHECK ((id > 0)),
    CONSTRAINT topics_level_check CHECK ((level = ANY (ARRAY['group'::text, 'topic'::text, 'subtopic'::text]))),
    CONSTRAINT topics_pkey PRIMARY KEY (workspace, id),
    CONSTRAINT topics_state_check CHECK ((state = ANY (ARRAY['active'::text, 'retired'::text]))),
    CONSTRAINT topics_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspaces(id) ON DELETE CASCADE,
    CONSTRAINT topics_workspace_parent_id_fkey FOREIGN KEY (workspace, parent_id) REFERENCES topics(workspace, id)
);

CREATE TABLE workspaces (
    id text NOT NULL,
    name text NOT NULL,
    time_zone text NOT NULL DEFAULT 'UTC'::text,
    week_start smallint NOT NULL DEFAULT 1,
    redaction_policy jsonb NOT NULL DEFAULT '{}'::jsonb,
    secret_key text NOT NULL,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT workspaces_pkey PRIMARY KEY (id),
    CONSTRAINT workspaces_week_start_check CHECK (((week_start >= 1) AND (week_start <= 7)))
);
