// Builds the workbench into web/dist. Nothing is inlined into the page, so that the strictest content policy holds.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where `vite dev` finds a running server: the default address of `parlance start`. */
const DEVELOPMENT_SERVER = "http://127.0.0.1:7080";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2024",
    // ECharts is a chunk of its own, fetched after the page stands.
    chunkSizeWarningLimit: 600,
  },
  server: { proxy: { "/v1": DEVELOPMENT_SERVER, "/api": DEVELOPMENT_SERVER } },
});
