-- What people make and what must be transactional. Every table but the first names its workspace.

CREATE TABLE workspaces (
    id text PRIMARY KEY,
    name text NOT NULL,
    time_zone text NOT NULL DEFAULT 'UTC',
    week_start smallint NOT NULL DEFAULT 1 CHECK (week_start BETWEEN 1 AND 7),
    redaction_policy jsonb NOT NULL DEFAULT '{}',
    secret_key text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE sources (
    id text PRIMARY KEY,
    workspace text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    name text NOT NULL,
    format text,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (workspace, name)
);

CREATE TABLE imports (
    id text PRIMARY KEY,
    workspace text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    source text NOT NULL,
    format text,
    files jsonb NOT NULL,
    state text NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
    read bigint NOT NULL DEFAULT 0,
    stored bigint NOT NULL DEFAULT 0,
    duplicate bigint NOT NULL DEFAULT 0,
    updated bigint NOT NULL DEFAULT 0,
    set_aside bigint NOT NULL DEFAULT 0,
    skipped bigint NOT NULL DEFAULT 0,
    bytes bigint NOT NULL DEFAULT 0,
    started_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    error text,
    warnings jsonb NOT NULL DEFAULT '[]'
);
CREATE INDEX imports_by_time ON imports (workspace, started_at DESC);

-- Places and checksums only: the raw text of a record that was set aside is not kept.
CREATE TABLE import_rejects (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    import_id text NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    file text NOT NULL,
    line bigint,
    path text,
    reason text NOT NULL,
    field text,
    expected text NOT NULL,
    advice text NOT NULL,
    checksum text NOT NULL
);
CREATE INDEX import_rejects_by_import ON import_rejects (workspace, import_id, id);

CREATE TABLE mappings (
    workspace text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    source text NOT NULL,
    mapping jsonb NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace, source)
);

CREATE TABLE topic_runs (
    id text PRIMARY KEY,
    workspace text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    seed bigint NOT NULL,
    params jsonb NOT NULL,
    encoder text NOT NULL,
    texts bigint NOT NULL,
    assigned bigint NOT NULL,
    unassigned_reasons jsonb NOT NULL,
    reason text NOT NULL,
    started_at timestamptz NOT NULL,
    finished_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX topic_runs_by_time ON topic_runs (workspace, finished_at DESC);

CREATE TABLE topics (
    workspace text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id integer NOT NULL CHECK (id > 0),
    parent_id integer,
    name text NOT NULL,
    given_name text,
    phrases jsonb NOT NULL,
    quotes jsonb NOT NULL,
    centroid bytea,
    encoder text,
    size bigint NOT NULL,
    weight double precision NOT NULL DEFAULT 0,
    cohesion double precision NOT NULL,
    state text NOT NULL CHECK (state IN ('active', 'retired')),
    born_run text NOT NULL,
    color_index integer NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace, id),
    FOREIGN KEY (workspace, parent_id) REFERENCES topics (workspace, id)
);

-- Where each workspace's topic ids stand, so that the id of a topic that is gone is never given again.
CREATE TABLE topic_counters (
    workspace text PRIMARY KEY REFERENCES workspaces (id) ON DELETE CASCADE,
    last_id integer NOT NULL
);

CREATE TABLE job_progress (
    id text PRIMARY KEY,
    kind text NOT NULL,
    workspace text REFERENCES workspaces (id) ON DELETE CASCADE,
    state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    done bigint NOT NULL DEFAULT 0,
    total bigint,
    note text,
    created_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    finished_at timestamptz,
    heartbeat_at timestamptz,
    error text
);
CREATE INDEX job_progress_by_time ON job_progress (workspace, created_at DESC);

CREATE TABLE settings (
    workspace text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    name text NOT NULL,
    value jsonb NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace, name)
);

CREATE TABLE api_keys (
    id text PRIMARY KEY,
    workspace text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    name text NOT NULL,
    hash text NOT NULL UNIQUE,
    role text NOT NULL CHECK (role IN ('read', 'write', 'admin')),
    created_at timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz,
    expires_at timestamptz
);

CREATE TABLE audiences (
    id text PRIMARY KEY,
    workspace text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    name text NOT NULL,
    filter jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (workspace, name)
);

CREATE TABLE audit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    at timestamptz NOT NULL DEFAULT now(),
    actor text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_by_time ON audit (workspace, at DESC);
