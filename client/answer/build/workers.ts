/** Vite plugin: builds each service worker into one file of its own, with the list of what its pages are made of. */
import { build, type Plugin, type Rolldown } from 'vite'
import { heldEngine, shortName } from './held-engine.ts'

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk
type Styled = Chunk & { viteMetadata?: { importedAssets: Set<string>; importedCss: Set<string> } }

type WorkerRow = {
  name: string
  source: string
  /** The files its pages begin with. */
  roots: readonly string[]
  pages: readonly string[]
  /** Everything comes when it is installed, whatever is asked for later; without, what most people need. */
  isWhole: boolean
  /** The words of every language too. */
  hasLanguages: boolean
}

/** Where a worker stands never changes: `/NAME.js`. */
const workers: readonly WorkerRow[] = [
  {
    name: 'pages-worker',
    source: 'client/answer/offline/pages-worker.ts',
    // `browser` draws the code of a receipt, `Carry` the copy to go on with elsewhere
    roots: ['answer', 'questions', 'MyCode', 'Accessibility', 'browser', 'Carry'],
    pages: ['/index.html', '/held-question.html'],
    isWhole: false,
    hasLanguages: true,
  },
  {
    name: 'service-worker',
    source: 'client/kiosk/offline/service-worker.ts',
    roots: ['Kiosk'],
    pages: ['/index.html'],
    isWhole: true,
    hasLanguages: true,
  },
  {
    name: 'carnet-worker',
    source: 'client/action-log/device/offline-worker.ts',
    roots: ['ActionLog'],
    pages: ['/index.html'],
    isWhole: true,
    hasLanguages: false,
  },
]

/** @param root folder of the project */
export function serviceWorkers(root: string): Plugin {
  return {
    name: 'service-workers',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const { module, fileName, source: script, names } = heldEngine(bundle)
      for (const row of workers) {
        const scripts = row.isWhole ? [] : [fileName]
        const files = [
          ...row.pages,
          '/icon.svg',
          ...[...filesOf(bundle, row), ...scripts].map((name) => `/${name}`).sort(),
        ]
        const code = await built(`${root}/${row.source}`)
        const source = code
          .replace('%FILES%', files.join(' '))
          .replace('%ENGINE%', () => `/${module} /${fileName} ${names}`)
          .replace('%VERSION%', shortName(files.join(' ')))
        this.emitFile({ type: 'asset', fileName: `${row.name}.js`, source })
      }
      this.emitFile({ type: 'asset', fileName, source: script })
    },
  }
}

/** A worker is no module: some browsers know no other kind. */
async function built(entry: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: entry, output: { format: 'iife' } },
    },
  })
  const [chunk] = (made as Rolldown.RolldownOutput).output
  return chunk.code
}

/** Scripts that may be reached from the first page, whatever they do, and what these show with. */
function filesOf(bundle: Bundle, { roots, isWhole, hasLanguages }: WorkerRow): Set<string> {
  const chunks = Object.values(bundle).filter((part): part is Styled => part.type === 'chunk')
  const reached = new Set<Styled>()
  const visit = (chunk: Styled | undefined) => {
    if (!chunk || reached.has(chunk)) return
    reached.add(chunk)
    // the first page also leads to other pages; words and drawings that are asked for one day are not for most
    const next =
      chunk.isEntry || chunk.name === 'shell' || !isWhole ? chunk.imports : [...chunk.imports, ...chunk.dynamicImports]
    for (const name of next) visit(chunks.find(({ fileName }) => fileName === name))
  }
  for (const chunk of chunks)
    if (chunk.isEntry || chunk.name === 'shell' || roots.includes(chunk.name) || (hasLanguages && isWords(chunk)))
      visit(chunk)
  const scripts = [...reached].map(({ fileName }) => fileName)
  const assets = Object.values(bundle)
    .filter(({ type, fileName }) => type === 'asset' && /^assets\/.*\.(css|woff2|svg|png)$/.test(fileName))
    .map(({ fileName }) => fileName)
  if (isWhole) return new Set([...scripts, ...assets])
  const styles = [...reached].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
  return new Set([...scripts, ...styles, ...assets.filter((name) => /-letters-.*\.woff2$|\.svg$/.test(name))])
}

const isWords = ({ facadeModuleId }: Chunk) =>
  /\/surveys\/dictionaries\/[\w-]+\/screens\.json$/.test(facadeModuleId ?? '')
