import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { chunkNames } from './client/answer/build/chunks.ts'
import { lighterEngine } from './client/answer/build/lighter-engine.ts'
import { questionPage } from './client/answer/build/question-page.ts'
import { serviceWorkerFiles, workers } from './client/kiosk/offline/service-worker-files.ts'

const client = resolve(import.meta.dirname, 'client')

/** The client: sources in client/, built into dist/client, served by the api from the same origin. */
export default defineConfig({
  root: 'client',
  plugins: [react(), lighterEngine(), questionPage(), serviceWorkerFiles(), brotliBeside()],
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
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkNames(client) }] },
      },
    },
  },
})

/** Writes each file of `assets/` a second time, as small as Brotli makes it: too slow for a server that somebody waits for. */
export function brotliBeside(): Plugin {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  return {
    name: 'brotli-beside',
    apply: 'build',
    async writeBundle({ dir }) {
      const folder = join(dir!, 'assets')
      const names = (await readdir(folder)).filter((name) => /\.(js|css|svg)$/.test(name))
      const write = async (name: string) => {
        const plain = await readFile(join(folder, name))
        if (plain.length < 1_000) return
        await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(plain, { params }))
      }
      await Promise.all(names.map(write))
    },
  }
}
