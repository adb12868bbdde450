/**
 * Vite plugin: the pages behind some addresses. Each is the page of the site, which also names what is shown first there,
 * so that a browser asks for it at once instead of file after file. What the first question needs besides the notice comes
 * behind it, asked for by `main.tsx`: on a slow network it would share the line with the notice.
 */
import type { Plugin, Rolldown } from 'vite'
import { heldEngine } from './held-engine.ts'

type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string> } }

const answer = /[\\/]answer[\\/]Answer\.tsx$/
const firstPages = [
  { name: 'question.html', sources: [answer] },
  // held by the worker, the engine as a script: nothing shares a line, and who comes back waits for the questions
  { name: 'held-question.html', sources: [answer, /[\\/]answer[\\/]screens[\\/]Questions\.tsx$/] },
  { name: 'staff.html', sources: [/[\\/]client[\\/]staff\.tsx$/] },
]

export function firstPagesOf(): Plugin {
  return {
    name: 'first-pages',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const chunks: Chunk[] = Object.values(bundle).filter((part) => part.type === 'chunk')
      const page = bundle['index.html']
      if (page?.type !== 'asset') throw new Error('the build made no index.html')
      const site = String(page.source)
      const within = (chunk: Chunk): Chunk[] => [
        chunk,
        ...chunk.imports.flatMap((file) => within(chunks.find(({ fileName }) => fileName === file)!)),
      ]
      const beginning = (source: RegExp): Chunk => {
        const first =
          chunks.find(({ facadeModuleId }) => source.test(facadeModuleId ?? '')) ??
          chunks.find(({ moduleIds }) => moduleIds.some((id) => source.test(id)))
        if (!first) throw new Error(`no file of the build begins with ${source}`)
        return first
      }
      const engine = heldEngine(bundle)
      for (const { name, sources } of firstPages) {
        const parts = sources.flatMap((source) => within(beginning(source)))
        const styles = parts.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
        const links = [
          ...styles.map((file) => ({ file, kind: 'stylesheet' })),
          ...parts.map(({ fileName }) => ({ file: fileName, kind: 'modulepreload' })),
          ...(parts.some(({ fileName }) => fileName === engine.module)
            ? [{ file: engine.fileName, kind: 'preload' }]
            : []),
        ].filter(({ file }, at, all) => !site.includes(file) && all.findIndex((one) => one.file === file) === at)
        const written = links.map(({ file, kind }) =>
          kind === 'preload'
            ? `    <link rel="preload" as="script" href="/${file}">\n`
            : `    <link rel="${kind}" crossorigin href="/${file}">\n`,
        )
        this.emitFile({
          type: 'asset',
          fileName: name,
          source: site.replace('  </head>', `${written.join('')}  </head>`),
        })
      }
    },
  }
}
