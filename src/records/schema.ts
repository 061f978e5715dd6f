// The tables of the records as types for Kysely, one type a table. The truth is in `migrations/*.sql`; a test compares them.
import type { ColumnType, Generated, Insertable, Selectable, Updateable } from "kysely";
import type { TopicLevel } from "../core/curation.ts";
import type { LoggedEdit } from "../core/curation-log.ts";
import type { Dendrogram } from "../core/dendrogram.ts";

type Time = ColumnType<Date, Date | string, Date | string>;
type TimeWithDefault = ColumnType<Date, Date | string | undefined, Date | string>;
/** A jsonb column: read as the value, written as its JSON text. */
type Json<T> = ColumnType<T, string, string>;
type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;

export type WorkspacesTable = {
  id: string;
  name: string;
  time_zone: ColumnType<string, string | undefined, string>;
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  week_start: ColumnType<number, number | undefined, number>;
  redaction_policy: JsonWithDefault<Record<string, unknown>>;
  /** Key of every HMAC in the workspace: pseudonyms and content ids. 64 hex digits. Never leaves the server. */
  secret_key: string;
  created_at: TimeWithDefault;
};

export type SourcesTable = {
  id: string;
  workspace: string;
  name: string;
  format: string | null;
  created_at: TimeWithDefault;
};

export const IMPORT_STATES = ["running", "done", "failed", "cancelled"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export type ImportFile = { readonly name: string; readonly sizeBytes?: number };
export type ImportWarning = { readonly reason: string; readonly message: string; readonly count: number };

export type ImportsTable = {
  id: string;
  workspace: string;
  source: string;
  format: string | null;
  files: Json<readonly ImportFile[]>;
  state: ImportState;
  read: Generated<number>;
  stored: Generated<number>;
  duplicate: Generated<number>;
  updated: Generated<number>;
  set_aside: Generated<number>;
  skipped: Generated<number>;
  bytes: Generated<number>;
  started_at: TimeWithDefault;
  finished_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  error: string | null;
  warnings: JsonWithDefault<readonly ImportWarning[]>;
};

export type ImportRejectsTable = {
  id: Generated<number>;
  workspace: string;
  import_id: string;
  file: string;
  line: number | null;
  path: string | null;
  reason: string;
  field: string | null;
  expected: string;
  advice: string;
  checksum: string;
};

export type MappingsTable = {
  workspace: string;
  source: string;
  mapping: Json<Record<string, unknown>>;
  updated_at: TimeWithDefault;
};

export type TopicQuote = {
  readonly conversationId: string;
  readonly messageId: string;
  readonly spanStart: number;
  readonly spanEnd: number;
};

export type TopicsTable = {
  workspace: string;
  lens: Generated<string>;
  /** From 1 in each workspace; never given again. */
  id: number;
  parent_id: number | null;
  level: ColumnType<TopicLevel, TopicLevel | undefined, TopicLevel>;
  /** What discovery calls it. */
  name: string;
  description: ColumnType<string, string | undefined, string>;
  phrases: Json<readonly string[]>;
  quotes: Json<readonly TopicQuote[]>;
  /** Float32 little-endian, of length 1. */
  centroid: Uint8Array | null;
  encoder: string | null;
  size: number;
  weight: Generated<number>;
  cohesion: number;
  state: "active" | "retired";
  born_run: string;
  color_index: number;
  /** Where most of a retired topic's texts went. */
  successor_id: number | null;
  updated_at: TimeWithDefault;
};

/** `leafIds` are the topics that the dendrogram's leaves are, in its order. */
export type StoredDendrogram = Dendrogram & { readonly leafIds: readonly number[] };

export type TopicRunsTable = {
  id: string;
  workspace: string;
  lens: Generated<string>;
  seed: number;
  params: Json<Record<string, unknown>>;
  encoder: string;
  texts: number;
  assigned: number;
  unassigned_reasons: Json<Record<string, number>>;
  reason: string;
  started_at: Time;
  finished_at: TimeWithDefault;
  dendrogram: ColumnType<StoredDendrogram | null, string | null | undefined, string | null>;
};

export type TopicCurationsTable = {
  id: Generated<number>;
  workspace: string;
  lens: Generated<string>;
  at: TimeWithDefault;
  /** Who: a user's or key's id, or `local`. */
  actor: string;
  edit: Json<LoggedEdit>;
};

export type LineageKind = "born" | "continued" | "merged" | "split" | "died";
export type LineageTopic = { readonly id: number; readonly name: string; readonly texts: number };

export type TopicLineageTable = {
  id: Generated<number>;
  workspace: string;
  run_id: string;
  level: TopicLevel;
  kind: LineageKind;
  from_topics: Json<readonly LineageTopic[]>;
  to_topics: Json<readonly LineageTopic[]>;
  common: number;
};

/** What an emerging group rests on; empty for a proposal to run. */
export type ProposalDetails = {
  readonly name: string;
  readonly phrases: readonly string[];
  /** Hashes of its texts. */
  readonly texts: readonly string[];
  readonly quotes: readonly TopicQuote[];
  readonly conversations: number;
  readonly customers: number;
  readonly cohesion: number;
  /** The group that it would stand under. */
  readonly parentId: number | null;
};
export type ProposalState = "open" | "accepted" | "dismissed" | "withdrawn";

export type TopicProposalsTable = {
  id: string;
  workspace: string;
  lens: Generated<string>;
  kind: "emerging" | "rerun";
  state: ProposalState;
  created_at: TimeWithDefault;
  /** In words, with its numbers. */
  reason: string;
  details: Json<ProposalDetails>;
  centroid: Uint8Array | null;
  encoder: string | null;
};

export const JOB_STATES = ["waiting", "running", "done", "failed", "cancelled"] as const;
export type JobState = (typeof JOB_STATES)[number];

export type JobProgressTable = {
  id: string;
  kind: string;
  workspace: string | null;
  state: JobState;
  done: Generated<number>;
  total: number | null;
  note: string | null;
  created_at: TimeWithDefault;
  started_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  finished_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** Written every few seconds while the job runs; an old one means that its process died. */
  heartbeat_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  error: string | null;
};

export const MODEL_METHODS = ["lda", "lda-gibbs", "nmf"] as const;
export type ModelMethod = (typeof MODEL_METHODS)[number];

export type ModelScores = {
  readonly npmi: number;
  readonly cv: number;
  readonly diversity: number;
  /** The tree on the same texts. */
  readonly tree: {
    readonly topics: number;
    readonly npmi: number;
    readonly cv: number;
    readonly diversity: number;
  };
  /** Normalised mutual information of both. */
  readonly agreement: number;
};
export type StoredModelTopic = {
  /** From 1. */
  readonly topic: number;
  readonly words: readonly { readonly word: string; readonly weight: number }[];
  readonly texts: number;
  readonly npmi: number;
  readonly cv: number;
};

export type TopicModelsTable = {
  id: string;
  workspace: string;
  method: ModelMethod;
  seed: number;
  texts: number;
  scores: Json<ModelScores>;
  topics: Json<readonly StoredModelTopic[]>;
  seconds: number;
  finished_at: TimeWithDefault;
};

export type SettingsTable = {
  workspace: string;
  name: string;
  value: Json<unknown>;
  updated_at: TimeWithDefault;
};

export const API_KEY_ROLES = ["read", "write", "admin"] as const;
export type ApiKeyRole = (typeof API_KEY_ROLES)[number];

export type ApiKeysTable = {
  id: string;
  workspace: string;
  name: string;
  /** SHA-256 (hex) of the key; the key itself is shown once and not kept. */
  hash: string;
  role: ApiKeyRole;
  created_at: TimeWithDefault;
  last_used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  expires_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

/** Better-auth writes this and the next two; here stand the columns that the records read or change themselves. */
export type AuthUsersTable = {
  id: string;
  name: string;
  /** In lower case. */
  email: string;
  email_verified: boolean;
  access: ApiKeyRole;
  created_at: TimeWithDefault;
  updated_at: TimeWithDefault;
  disabled_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type AuthSessionsTable = { id: string; user_id: string; updated_at: Time };

export type AuthAccountsTable = {
  id: string;
  user_id: string;
  account_id: string;
  /** `credential`: a password. */
  provider_id: string;
  password: string | null;
};

export type AccountLinksTable = {
  user_id: string;
  /** SHA-256 (hex) of the link's token. */
  hash: string;
  created_at: TimeWithDefault;
  expires_at: Time;
};

export type AudiencesTable = {
  id: string;
  workspace: string;
  name: string;
  filter: Json<unknown>;
  created_at: TimeWithDefault;
  updated_at: TimeWithDefault;
};

export type AuditTable = {
  id: Generated<number>;
  workspace: string;
  at: TimeWithDefault;
  /** Who: a user's or key's id, or `local`. */
  actor: string;
  action: string;
  subject: string;
  details: JsonWithDefault<Record<string, unknown>>;
};

export type TopicCountersTable = { workspace: string; last_id: number };

export type RecordsSchema = {
  workspaces: WorkspacesTable;
  sources: SourcesTable;
  imports: ImportsTable;
  import_rejects: ImportRejectsTable;
  mappings: MappingsTable;
  topics: TopicsTable;
  topic_runs: TopicRunsTable;
  topic_counters: TopicCountersTable;
  topic_curations: TopicCurationsTable;
  topic_lineage: TopicLineageTable;
  topic_proposals: TopicProposalsTable;
  topic_models: TopicModelsTable;
  job_progress: JobProgressTable;
  settings: SettingsTable;
  api_keys: ApiKeysTable;
  auth_users: AuthUsersTable;
  auth_sessions: AuthSessionsTable;
  auth_accounts: AuthAccountsTable;
  account_links: AccountLinksTable;
  audiences: AudiencesTable;
  audit: AuditTable;
};

export type Row<Table extends keyof RecordsSchema> = Selectable<RecordsSchema[Table]>;
export type NewRow<Table extends keyof RecordsSchema> = Insertable<RecordsSchema[Table]>;
export type Changes<Table extends keyof RecordsSchema> = Updateable<RecordsSchema[Table]>;
