-- People beside the first one: accounts that can be shut, and one-time links with which somebody chooses a password.

ALTER TABLE auth_users ADD COLUMN disabled_at timestamptz;

-- One open link a person. The link's token is shown once and kept as its SHA-256 (hex).
CREATE TABLE account_links (
    user_id text PRIMARY KEY REFERENCES auth_users (id) ON DELETE CASCADE,
    hash text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
);
