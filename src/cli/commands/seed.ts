import { AppError } from "../../core/errors.ts";
import { type Command, EXIT, UsageError } from "../command.ts";
import { findServer } from "../find-server.ts";
import { formatCount, startProgress } from "../progress.ts";
import { settingOptions, settingsOf } from "../setting-options.ts";

export const command: Command = {
  name: "seed",
  summary: "Fill a data directory with the sample conversations and mine them, without a server",
  usage: "seed [--sample-size N] [--end-day DAY] [--json]",
  examples: [
    {
      line: "parlance seed --data-dir ./demo",
      what: "20,000 conversations of a made-up company, labelled and mined",
    },
    {
      line: "parlance seed --data-dir ./small --sample-size 2000 --end-day 2026-06-28",
      what: "a small one with fixed days",
    },
  ],
  options: {
    "end-day": {
      type: "string",
      value: "DAY",
      help: "Last day of the sample, YYYY-MM-DD. Default: yesterday.",
    },
    enrich: { type: "boolean", default: true, help: "Label and mine; --no-enrich only stores." },
    json: { type: "boolean", help: "Print how many conversations there are, and where, as JSON." },
    ...settingOptions(
      "sampleSize",
      "dataDir",
      "clickhouseUrl",
      "databaseUrl",
      "workers",
      "encoder",
      "encoderThreads",
    ),
  },
  async run(_, options, context) {
    const settings = settingsOf(options, context);
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const endDay = typeof options["end-day"] === "string" ? options["end-day"] : yesterday;
    if (Number.isNaN(Date.parse(endDay))) throw new UsageError("--end-day takes a day like 2026-06-28");
    const server = await findServer(settings);
    if (server)
      throw new AppError("CONFLICT", {
        problem: `A server runs on this data directory (${server.url}); stop it first`,
      });
    const { openRuntime } = await import("../../runtime/open-runtime.ts");
    const { createLanguageModels } = await import("../../runtime/language-models.ts");
    const { enrich } = await import("../../runtime/run-jobs.ts");
    const { importServices } = await import("../../jobs/import/record-import.ts");
    const { findSampleState, loadSample, planSample } = await import("../../jobs/sample/load-sample.ts");
    const runtime = await openRuntime(settings);
    const models = createLanguageModels(settings);
    const services = importServices(runtime);
    const progress = startProgress("sample", context);
    const { signal } = context;
    try {
      const total = settings.sampleSize;
      const state =
        (await findSampleState(services)) ?? (await planSample(services, { total, seed: 1, endDay }));
      await loadSample(services, {
        signal,
        onProgress: ({ done, total: all }) => progress.update(done, all, "conversations"),
        understand: async () => undefined,
      });
      progress.stop();
      if (options["enrich"] !== false && !signal.aborted) {
        const labelling = startProgress("labelling", context);
        await enrich(runtime, models, {
          signal,
          progress: (done, all, note) => labelling.update(done, all, note ?? ""),
        });
        labelling.stop();
      }
      const { dataDir } = settings;
      context.stdout.write(
        options["json"] === true
          ? `${JSON.stringify({ conversations: state.total, dataDir })}\n`
          : `${formatCount(state.total)} sample conversations in ${dataDir}\n`,
      );
      return signal.aborted ? EXIT.cancelled : EXIT.ok;
    } finally {
      progress.stop();
      await models.close();
      await runtime.close();
    }
  },
};
