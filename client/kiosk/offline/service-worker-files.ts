/** Vite plugin: gives the service worker the list of what a kiosk is made of, so that it caches all of it. */
import type { Plugin, Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk

export const workerName = 'service-worker'
const workerFile = `${workerName}.js`
/** Files of client/public. */
const fixed = ['/index.html', '/icon.svg']

export function serviceWorkerFiles(): Plugin {
  return {
    name: 'service-worker-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const worker = bundle[workerFile]
      if (worker?.type !== 'chunk') throw new Error(`the build made no ${workerFile}`)
      const files = [...fixed, ...[...kioskFiles(bundle)].map((name) => `/${name}`).sort()]
      worker.code = worker.code.replace('%FILES%', files.join(' ')).replace('%VERSION%', versionOf(files))
    },
  }
}

/** Scripts the kiosk may reach from the first page, whatever it does; every style, font and picture. */
function kioskFiles(bundle: Bundle): Set<string> {
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
  for (const chunk of chunks) if (chunk.name === 'Kiosk' || isWords(chunk)) visit(chunk)
  return new Set([...reached, ...assets.map(({ fileName }) => fileName)])
}

const isWords = ({ facadeModuleId }: Chunk) => /\/client\/words\//.test(facadeModuleId ?? '')

/** A short name for what the version is made of (FNV-1a): every file carries the hash of its content in its own name. */
function versionOf(files: string[]): string {
  let hash = 0x811c9dc5
  for (const letter of files.join(' ')) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return (hash >>> 0).toString(36)
}
