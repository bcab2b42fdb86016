import { defineConfig } from 'vite';

export default defineConfig({
  // `vite dev` serves the pages and forwards the interface to a running server.
  server: { proxy: { '/api': process.env.LAWGATE_API ?? 'http://127.0.0.1:3000' } },
  build: {
    target: 'es2022',
    // Writes the list of scripts that each page loads, whose size is tested.
    manifest: true,
    // These browsers support `light-dark()`; for older ones it would be rewritten into code that follows only the
    // system setting.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      // "use client" has a meaning for React servers only; there is none here.
      onLog: (level, log, handle) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : handle(level, log)),
    },
  },
});
