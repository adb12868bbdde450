import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { serviceWorkerFiles, workers } from './client/kiosk/offline/service-worker-files.ts'

const client = resolve(import.meta.dirname, 'client')

/** The client: sources in client/, built into dist/client, served by the api from the same origin. */
export default defineConfig({
  root: 'client',
  plugins: [react(), serviceWorkerFiles()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // The policy of the api forbids data: for fonts, and a hashed file is cached better than an inlined one.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_600,
    rolldownOptions: {
      input: {
        index: resolve(client, 'index.html'),
        ...Object.fromEntries(workers.map(({ name, source }) => [name, resolve(client, source)])),
      },
      // the address of a worker never changes
      output: {
        entryFileNames: ({ name }) =>
          workers.some((worker) => worker.name === name) ? '[name].js' : 'assets/[name]-[hash].js',
        // what every first screen needs comes in one file: eleven small ones are heavier, and asked for one by one
        codeSplitting: {
          groups: [
            {
              name: 'parts',
              test: /client[\\/](parts[\\/](?!Accessibility|Loading|ResultsLine|colour)[^\\/]+|words[\\/](speak|useSay)\.ts|api\.ts)$|surveys[\\/]((languages|days)\.ts|dictionaries[\\/](words\.ts|fr[\\/]screens\.json))$/,
            },
          ],
        },
      },
    },
  },
})
