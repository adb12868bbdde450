/**
 * Vite plugin: the pages behind some addresses. Each is the page of the site, which also names what is needed first
 * there, so that a browser asks for it at once instead of file after file.
 */
import type { Plugin, Rolldown } from 'vite'

type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string> } }
type FirstPage = { name: string; needs: readonly { source: RegExp; isLater?: boolean }[] }

const firstPages: readonly FirstPage[] = [
  {
    // the address of a questionnaire
    name: 'question.html',
    needs: [
      { source: /[\\/]answer[\\/]Answer\.tsx$/ },
      // what the first question needs comes while the notice is read
      { source: /[\\/]answer[\\/]screens[\\/]Questions\.tsx$/, isLater: true },
    ],
  },
  // what the staff begin with
  { name: 'staff.html', needs: [{ source: /[\\/]client[\\/]staff\.tsx$/ }] },
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
      const chunkOf = (source: RegExp) => {
        const found = chunks.find(({ facadeModuleId }) => source.test(facadeModuleId ?? ''))
        if (!found) throw new Error(`no file of the build begins with ${source}`)
        return found
      }
      const within = (chunk: Chunk): Chunk[] => [
        chunk,
        ...chunk.imports.flatMap((file) => within(chunks.find(({ fileName }) => fileName === file)!)),
      ]
      for (const { name, needs } of firstPages) {
        const links = needs.flatMap(({ source, isLater }) =>
          within(chunkOf(source)).flatMap(({ fileName, viteMetadata }) => [
            ...(isLater ? [] : [...(viteMetadata?.importedCss ?? [])].map(styles)),
            script(fileName, isLater),
          ]),
        )
        const isNew = ({ file }: Link, at: number) =>
          !site.includes(file) && links.findIndex((one) => one.file === file) === at
        const written = links.filter(isNew).map(({ tag }) => `    ${tag}\n`)
        const source = site.replace('  </head>', `${written.join('')}  </head>`)
        this.emitFile({ type: 'asset', fileName: name, source })
      }
    },
  }
}

type Link = { file: string; tag: string }

const styles = (file: string): Link => ({ file, tag: `<link rel="stylesheet" crossorigin href="/${file}">` })

const script = (file: string, isLater = false): Link => ({
  file,
  tag: `<link rel="modulepreload" crossorigin href="/${file}"${isLater ? ' fetchpriority="low"' : ''}>`,
})
