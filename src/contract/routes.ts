// All routes by name, in the order of the documentation.
import * as access from "./access.ts";
import * as accounts from "./accounts.ts";
import * as audiences from "./audiences.ts";
import * as conversations from "./conversations.ts";
import type { Endpoint } from "./endpoint.ts";
import * as exports from "./export.ts";
import * as health from "./health.ts";
import * as imports from "./imports.ts";
import * as ingest from "./ingest.ts";
import * as jobs from "./jobs.ts";
import * as lenses from "./lenses.ts";
import * as query from "./query.ts";
import * as redaction from "./redaction.ts";
import * as topicChanges from "./topic-changes.ts";
import * as topicCuration from "./topic-curation.ts";
import * as topicMap from "./topic-map.ts";
import * as topicModels from "./topic-models.ts";
import * as topics from "./topics.ts";
import * as workspace from "./workspace.ts";

export const routes = {
  getHealth: health.getHealth,
  getReady: health.getReady,
  getMetrics: health.getMetrics,
  getOpenApi: health.getOpenApi,
  getSession: access.getSession,
  postSetup: access.postSetup,
  getApiKeys: access.getApiKeys,
  postApiKey: access.postApiKey,
  deleteApiKey: access.deleteApiKey,
  getAccounts: accounts.getAccounts,
  postAccount: accounts.postAccount,
  patchAccount: accounts.patchAccount,
  deleteAccount: accounts.deleteAccount,
  postAccountLink: accounts.postAccountLink,
  leave: accounts.leave,
  findJoin: accounts.findJoin,
  join: accounts.join,
  getWorkspace: workspace.getWorkspace,
  patchWorkspace: workspace.patchWorkspace,
  getRedaction: redaction.getRedaction,
  patchRedaction: redaction.patchRedaction,
  getQueryModel: query.getQueryModel,
  postQuery: query.postQuery,
  searchConversations: conversations.searchConversations,
  getConversation: conversations.getConversation,
  postConversations: ingest.postConversations,
  postMessages: ingest.postMessages,
  getTopics: topics.getTopics,
  searchTopics: topics.searchTopics,
  getTopic: topics.getTopic,
  getTopicTree: topics.getTopicTree,
  getTopicMap: topicMap.getTopicMap,
  getTextsNear: topicMap.getTextsNear,
  postDiscovery: topics.postDiscovery,
  getTopicModels: topicModels.getTopicModels,
  postTopicModel: topicModels.postTopicModel,
  getTopicModel: topicModels.getTopicModel,
  getModelQuotes: topicModels.getModelQuotes,
  deleteTopicModel: topicModels.deleteTopicModel,
  getLenses: lenses.getLenses,
  postLens: lenses.postLens,
  patchLens: lenses.patchLens,
  deleteLens: lenses.deleteLens,
  measureLens: lenses.measureLens,
  patchTopic: topicCuration.patchTopic,
  mergeTopics: topicCuration.mergeTopics,
  moveTopics: topicCuration.moveTopics,
  splitTopic: topicCuration.splitTopic,
  keepTopicsApart: topicCuration.keepTopicsApart,
  assignUtterances: topicCuration.assignUtterances,
  getCuration: topicCuration.getCuration,
  undoCuration: topicCuration.undoCuration,
  redoCuration: topicCuration.redoCuration,
  getLineage: topicChanges.getLineage,
  getUnassigned: topicChanges.getUnassigned,
  getProposals: topicChanges.getProposals,
  acceptProposal: topicChanges.acceptProposal,
  dismissProposal: topicChanges.dismissProposal,
  getSources: imports.getSources,
  getFormats: imports.getFormats,
  getImports: imports.getImports,
  getImport: imports.getImport,
  getImportRejects: imports.getImportRejects,
  previewImport: imports.previewImport,
  startImport: imports.startImport,
  cancelImport: imports.cancelImport,
  getAudiences: audiences.getAudiences,
  postAudience: audiences.postAudience,
  patchAudience: audiences.patchAudience,
  deleteAudience: audiences.deleteAudience,
  getJobs: jobs.getJobs,
  cancelJob: jobs.cancelJob,
  getExport: exports.getExport,
} as const satisfies Record<string, Endpoint>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
