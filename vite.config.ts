import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { Resvg } from '@resvg/resvg-js'
import { defineConfig, type Plugin } from 'vite'
import { chunkNames, compiledWhole } from './client/answer/build/chunks.ts'
import { firstPagesOf } from './client/answer/build/first-pages.ts'
import { lighterEngine } from './client/answer/build/lighter-engine.ts'
import { preact } from './client/answer/build/preact.ts'
import { serviceWorkers } from './client/answer/build/workers.ts'

const client = resolve(import.meta.dirname, 'client')

/** The client: sources in client/, built into dist/client, served by the api from the same origin. */
export default defineConfig({
  root: 'client',
  resolve: { alias: preact },
  plugins: [
    frenchQuotes(),
    lighterEngine(() => wordsIn([client, resolve(import.meta.dirname, 'surveys')])),
    compiledWhole(),
    firstPagesOf(),
    serviceWorkers(import.meta.dirname),
    icons(),
    brotliBeside(),
  ],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // the arrow of a list is a few bytes; the policy of the api forbids data: for fonts
    assetsInlineLimit: (file) => file.endsWith('.svg'),
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_600,
    rolldownOptions: {
      input: resolve(client, 'index.html'),
      output: {
        // what every first screen needs comes in few files (answer/build/chunks.ts)
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkNames(client) }] },
      },
    },
  },
})

/** Every word of these sources. */
export async function wordsIn(folders: readonly string[]): Promise<Set<string>> {
  const names = await Promise.all(
    folders.map(async (folder) => (await readdir(folder, { recursive: true })).map((name) => join(folder, name))),
  )
  const sources = names.flat().filter((name) => /\.tsx?$/.test(name))
  const texts = await Promise.all(sources.map((name) => readFile(name, 'utf8')))
  return new Set(texts.flatMap((text) => text.match(/[\w$]+/g) ?? []))
}

const breaking = /(?<=«) | (?=»)|(?<=[\p{L}\d»)}]) (?=;(?: |<|$))/gmu

/** Sources write « a word » and « a word ; » with plain spaces, which could break a line: the pages have narrow ones that cannot. */
export function frenchQuotes(): Plugin {
  return {
    name: 'french-quotes',
    transform(code, id) {
      if (id.includes('node_modules')) return null
      const narrowed = code.replaceAll(breaking, '\u202f')
      return narrowed === code ? null : { code: narrowed, map: null }
    },
  }
}

/** Draws the sign as the pictures that home screens ask for; the maskable one fills its square and keeps its edges free. */
function icons(): Plugin {
  return {
    name: 'icons',
    apply: 'build',
    async generateBundle() {
      const sign = await readFile(join(client, 'public/icon.svg'), 'utf8')
      const whole = sign.replace('rx="7"', '').replace('viewBox="0 0 32 32"', 'viewBox="-5 -5 42 42"')
      const drawn = (svg: string, side: number) =>
        new Resvg(svg, { fitTo: { mode: 'width', value: side }, background: svg === whole ? '#0b5d5e' : undefined })
          .render()
          .asPng()
      const emit = (fileName: string, source: Uint8Array) => this.emitFile({ type: 'asset', fileName, source })
      for (const side of [192, 512]) emit(`icon-${side}.png`, drawn(sign, side))
      emit('icon-maskable.png', drawn(whole, 512))
    },
  }
}

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
