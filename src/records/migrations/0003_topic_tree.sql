-- The topic tree with its three levels, the log of people's edits, what each run did to the topics, and what is proposed.

ALTER TABLE topics
    ADD COLUMN level text NOT NULL DEFAULT 'topic' CHECK (level IN ('group', 'topic', 'subtopic')),
    ADD COLUMN description text NOT NULL DEFAULT '',
    -- Where most of a retired topic's texts went.
    ADD COLUMN successor_id integer;
UPDATE topics SET color_index = id % 8;

-- The subtopics in the order of its leaves, and the merges above them: what a re-cut needs.
ALTER TABLE topic_runs ADD COLUMN dendrogram jsonb;

-- Rows are only ever added: taking an edit back is an entry too.
CREATE TABLE topic_curations (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    at timestamptz NOT NULL DEFAULT now(),
    actor text NOT NULL,
    edit jsonb NOT NULL
);
CREATE INDEX topic_curations_by_workspace ON topic_curations (workspace, id);
INSERT INTO topic_curations (workspace, actor, edit)
    SELECT workspace, 'local', jsonb_build_object('kind', 'rename', 'topic', id, 'name', given_name)
    FROM topics WHERE given_name IS NOT NULL ORDER BY updated_at, id;
ALTER TABLE topics DROP COLUMN given_name;

CREATE TABLE topic_lineage (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    run_id text NOT NULL REFERENCES topic_runs (id) ON DELETE CASCADE,
    level text NOT NULL CHECK (level IN ('group', 'topic', 'subtopic')),
    kind text NOT NULL CHECK (kind IN ('born', 'continued', 'merged', 'split', 'died')),
    -- Lists of {id, name, texts}, as they were then.
    from_topics jsonb NOT NULL,
    to_topics jsonb NOT NULL,
    common bigint NOT NULL
);
CREATE INDEX topic_lineage_by_run ON topic_lineage (workspace, run_id, id);

CREATE TABLE topic_proposals (
    id text PRIMARY KEY,
    workspace text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('emerging', 'rerun')),
    state text NOT NULL CHECK (state IN ('open', 'accepted', 'dismissed', 'withdrawn')),
    created_at timestamptz NOT NULL DEFAULT now(),
    reason text NOT NULL,
    details jsonb NOT NULL,
    centroid bytea,
    encoder text
);
CREATE INDEX topic_proposals_by_state ON topic_proposals (workspace, state, created_at);
