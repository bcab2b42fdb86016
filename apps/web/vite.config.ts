import { defineConfig } from 'vite';

export default defineConfig({
  // `vite dev` serves the pages while a server of one's own answers for the interface.
  server: { proxy: { '/api': process.env.LAWGATE_API ?? 'http://127.0.0.1:3000' } },
  build: {
    target: 'es2022',
    // Reports what a page loads; its weight is watched.
    manifest: true,
    // These know `light-dark()` themselves; for older ones it would be rewritten into what follows the system alone.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      // "use client" means something to servers that render React; there is none here.
      onLog: (level, log, handle) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : handle(level, log)),
    },
  },
});
