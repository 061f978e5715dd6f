-- Each lens has a tree of its own: its topics, runs, edits and proposals. What there was belongs to the default lens.

ALTER TABLE topics ADD COLUMN lens text NOT NULL DEFAULT 'reasons';
ALTER TABLE topic_runs ADD COLUMN lens text NOT NULL DEFAULT 'reasons';
ALTER TABLE topic_curations ADD COLUMN lens text NOT NULL DEFAULT 'reasons';
ALTER TABLE topic_proposals ADD COLUMN lens text NOT NULL DEFAULT 'reasons';
CREATE INDEX topic_runs_by_lens ON topic_runs (workspace, lens, finished_at);
