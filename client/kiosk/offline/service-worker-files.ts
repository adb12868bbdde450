/** Vite plugin: gives each service worker the list of what its pages are made of, so that it caches all of it. */
import type { Plugin, Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk

/** `room`: the chunk its pages begin with; `hasLanguages`: they speak every language. */
export type WorkerRow = { name: string; source: string; room: string; hasLanguages: boolean }

export const workers: readonly WorkerRow[] = [
  { name: 'service-worker', source: 'kiosk/offline/service-worker.ts', room: 'Kiosk', hasLanguages: true },
  { name: 'carnet-worker', source: 'action-log/device/offline-worker.ts', room: 'ActionLog', hasLanguages: false },
]

/** Files of client/public. */
const fixed = ['/index.html', '/icon.svg']

export function serviceWorkerFiles(): Plugin {
  return {
    name: 'service-worker-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const row of workers) {
        const worker = bundle[`${row.name}.js`]
        if (worker?.type !== 'chunk') throw new Error(`the build made no ${row.name}.js`)
        const files = [...fixed, ...[...filesOf(bundle, row)].map((name) => `/${name}`).sort()]
        worker.code = worker.code.replace('%FILES%', files.join(' ')).replace('%VERSION%', versionOf(files))
      }
    },
  }
}

/** Scripts the room may reach from the first page, whatever it does; every style, font and picture. */
function filesOf(bundle: Bundle, { room, hasLanguages }: WorkerRow): Set<string> {
  const chunks = Object.values(bundle).filter((part) => part.type === 'chunk')
  const assets = Object.values(bundle).filter(
    ({ type, fileName }) => type === 'asset' && !/\.(html|map)$/.test(fileName),
  )
  const reached = new Set<string>()
  const visit = (chunk: Chunk | undefined) => {
    if (!chunk || reached.has(chunk.fileName)) return
    reached.add(chunk.fileName)
    // the first page also leads to other rooms
    const next = chunk.isEntry ? chunk.imports : [...chunk.imports, ...chunk.dynamicImports]
    for (const name of next) visit(chunks.find(({ fileName }) => fileName === name))
  }
  visit(chunks.find(({ isEntry, name }) => isEntry && name === 'index'))
  for (const chunk of chunks) if (chunk.name === room || (hasLanguages && isWords(chunk))) visit(chunk)
  return new Set([...reached, ...assets.map(({ fileName }) => fileName)])
}

const isWords = ({ facadeModuleId }: Chunk) => /\/client\/words\//.test(facadeModuleId ?? '')

/** A short name for what the version is made of (FNV-1a): every file carries the hash of its content in its own name. */
function versionOf(files: string[]): string {
  let hash = 0x811c9dc5
  for (const letter of files.join(' ')) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return (hash >>> 0).toString(36)
}
