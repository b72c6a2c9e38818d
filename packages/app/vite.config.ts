import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  // The packages below are read from their sources, with no build between.
  resolve: { conditions: ["@groundwork/source", "module", "browser", "development|production"] },
  server: { proxy: { "/api": "http://localhost:4000" } },
});
