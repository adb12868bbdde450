import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The client: sources in client/, built into dist/client, served by the api from the same origin. */
export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // The policy of the api forbids data: for fonts, and a hashed file is cached better than an inlined one.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_600,
  },
})
