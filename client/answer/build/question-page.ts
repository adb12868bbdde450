/**
 * Vite plugin: `question.html`, the page behind the address of a questionnaire. It is the page of the site, which also
 * names what the first question needs, so that a browser asks for it at once instead of file after file.
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
      const links = [
        ...filesOf(chunkOf(/[\\/]answer[\\/]Answer\.tsx$/)).map((file) => ({ file, priority: '' })),
        // what the first question needs comes while the notice is read
        ...filesOf(chunkOf(/[\\/]answer[\\/]screens[\\/]Questions\.tsx$/)).map((file) => ({ file, priority: 'low' })),
      ].filter(
        ({ file }, at, all) => !String(page.source).includes(file) && all.findIndex((one) => one.file === file) === at,
      )
      const written = links.map(
        ({ file, priority }) =>
          `    <link rel="modulepreload" crossorigin href="/${file}"${priority && ` fetchpriority="${priority}"`}>\n`,
      )
      const source = String(page.source).replace('  </head>', `${written.join('')}  </head>`)
      this.emitFile({ type: 'asset', fileName: questionPageName, source })
    },
  }
}
