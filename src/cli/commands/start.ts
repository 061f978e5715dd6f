import { spawn } from "node:child_process";
import { once } from "node:events";
import { buildWorkbench } from "../build-workbench.ts";
import { type Command, EXIT } from "../command.ts";
import { formatCount } from "../progress.ts";
import { settingOptions, settingsOf } from "../setting-options.ts";

function openBrowser(url: string): void {
  const program =
    process.platform === "darwin" ? "open" : process.platform === "win32" ? "explorer" : "xdg-open";
  const child = spawn(program, [url], { stdio: "ignore", detached: true });
  // No desktop, no browser: the address is on the terminal all the same.
  child.on("error", () => undefined);
  child.unref();
}

export const command: Command = {
  name: "start",
  summary: "Start the server and open the workbench",
  usage: "start [--port N] [--data-dir DIR] [--no-open]",
  examples: [
    {
      line: "parlance start",
      what: "start on http://127.0.0.1:7080; the first time with sample conversations",
    },
    {
      line: "parlance start --port 8080 --data-dir ./data --no-open",
      what: "another port and place, no browser",
    },
    { line: "parlance start --sample-size 0", what: "start empty" },
    { line: "parlance start --host 0.0.0.0", what: "serve a network; turns accounts on" },
  ],
  options: {
    open: { type: "boolean", default: false, help: "Open the workbench in the browser; --no-open does not." },
    ...settingOptions(
      "port",
      "host",
      "publicUrl",
      "dataDir",
      "clickhouseUrl",
      "databaseUrl",
      "workers",
      "encoder",
      "encoderThreads",
      "logLevel",
      "sampleSize",
    ),
  },
  async run(_, options, context) {
    const settings = settingsOf(options, context);
    const note = (line: string) => void context.stderr.write(`${line}\n`);
    await buildWorkbench(note);
    note(`Opening the data in ${settings.dataDir}`);
    const { serve } = await import("../../runtime/serve.ts");
    const server = await serve(settings);
    try {
      context.stdout.write(`Parlance is at ${server.url}\n`);
      if (server.setupUrl !== undefined) note(`Make the first account, once, at ${server.setupUrl}`);
      if (server.sample && server.sample.done < server.sample.total)
        note(
          `Reading ${formatCount(server.sample.total)} sample conversations; the first share is there within a minute.`,
        );
      note("Ctrl-C stops it.");
      if (options["open"] === true) openBrowser(server.url);
      if (!context.signal.aborted) await once(context.signal, "abort");
      note("Stopping: finishing requests, putting running jobs back.");
    } finally {
      await server.close();
    }
    return EXIT.ok;
  },
};
