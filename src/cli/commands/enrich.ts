import { AppError } from "../../core/errors.ts";
import { type Command, EXIT } from "../command.ts";
import { findServer } from "../find-server.ts";
import { formatCount, startProgress } from "../progress.ts";
import { settingOptions, settingsOf } from "../setting-options.ts";

export const command: Command = {
  name: "enrich",
  summary: "Label what is new and find topics, without a server",
  usage: "enrich [--mine] [--json]",
  examples: [
    { line: "parlance enrich", what: "after an import: language, sentiment, vectors, topics" },
    { line: "parlance enrich --mine", what: "find topics anew even if little has changed" },
  ],
  options: {
    mine: { type: "boolean", help: "Find topics anew even if little has changed." },
    json: { type: "boolean", help: "Print the counts as JSON." },
    ...settingOptions("dataDir", "clickhouseUrl", "databaseUrl", "encoder", "encoderThreads"),
  },
  async run(_, options, context) {
    const settings = settingsOf(options, context);
    const server = await findServer(settings);
    if (server) {
      throw new AppError("CONFLICT", {
        problem: `A server runs on this data directory (${server.url}) and labels what is new by itself`,
      });
    }
    const { openRuntime } = await import("../../runtime/open-runtime.ts");
    const { createLanguageModels } = await import("../../runtime/language-models.ts");
    const { enrich } = await import("../../runtime/run-jobs.ts");
    const runtime = await openRuntime(settings);
    const models = createLanguageModels(settings);
    const progress = startProgress("labelling", context);
    try {
      const step = {
        signal: context.signal,
        progress: (done: number, total?: number, note?: string) => progress.update(done, total, note ?? ""),
      };
      const result = await enrich(runtime, models, step, { mine: options["mine"] === true });
      progress.stop();
      if (options["json"] === true) {
        const { embedded, labelledUtterances, topics = null } = result;
        context.stdout.write(`${JSON.stringify({ embedded, labelledUtterances, topics })}\n`);
        return EXIT.ok;
      }
      const topics =
        result.topics === undefined ? "topics as they were" : `${formatCount(result.topics)} topics found`;
      context.stdout.write(
        `${formatCount(result.embedded)} texts read, ${formatCount(result.labelledUtterances)} utterances labelled, ${topics}\n`,
      );
      return EXIT.ok;
    } finally {
      progress.stop();
      await models.close();
      await runtime.close();
    }
  },
};
