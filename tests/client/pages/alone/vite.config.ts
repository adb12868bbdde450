import { defineConfig } from 'vite'
import { brotliBeside } from '../../../../vite.config.ts'

/** Built and compressed as our own pages are, without what makes those lighter. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/alone/',
  plugins: [brotliBeside()],
  build: { target: 'es2022', assetsInlineLimit: 0, emptyOutDir: true, chunkSizeWarningLimit: 2_000 },
})
