/**
 * Vite plugin: `question.html`, the page behind the address of a questionnaire. It is the page of the site, which also
 * names what the notice needs, so that a browser asks for it at once instead of file after file. What the first question
 * needs besides comes behind it, asked for by `main.tsx`: on a slow network it would share the line with the notice.
 */
import type { Plugin, Rolldown } from 'vite'

type Chunk = Rolldown.OutputChunk

export const questionPageName = 'question.html'

export function questionPage(): Plugin {
  return {
    name: 'question-page',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((part) => part.type === 'chunk')
      const page = bundle['index.html']
      if (page?.type !== 'asset') throw new Error('the build made no index.html')
      const chunkOf = (source: RegExp) => {
        const found = chunks.find(({ facadeModuleId }) => source.test(facadeModuleId ?? ''))
        if (!found) throw new Error(`no file of the build begins with ${source}`)
        return found
      }
      const filesOf = (chunk: Chunk): string[] => [
        chunk.fileName,
        ...chunk.imports.flatMap((file) => filesOf(chunks.find(({ fileName }) => fileName === file)!)),
      ]
      const files = filesOf(chunkOf(/[\\/]answer[\\/]Answer\.tsx$/)).filter(
        (file) => !String(page.source).includes(file),
      )
      const written = files.map((file) => `    <link rel="modulepreload" crossorigin href="/${file}">\n`)
      const source = String(page.source).replace('  </head>', `${written.join('')}  </head>`)
      this.emitFile({ type: 'asset', fileName: questionPageName, source })
    },
  }
}
