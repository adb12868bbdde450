/** The pages everybody reads: what people said, what is decided, when. The server writes them whole: they need no script. */
import type { Response } from 'express'
import { publicListHtml, servedPublicHtml } from '../../../analysis/report/public/html.ts'
import { publicPages } from '../../../analysis/report/public/public.ts'
import { publicLanguages, publicPdfName } from '../../../analysis/report/public/words.ts'
import type { AppContext } from '../../context.ts'
import { directoryIn } from '../../evidence/directory/directory.ts'
import { cached } from '../../http/cache.ts'
import { Problem } from '../../http/problems.ts'
import type { Handlers } from '../../http/serve.ts'
import type { publicResultContracts } from '../../wire/contracts/public-results.ts'
import { publicationsIn } from '../publications.ts'
import { committeePage } from './committee-page.ts'
import { openedIn } from './opened.ts'
import { publicDocuments, publicSourceOf } from './pages.ts'
import { assetOf, dataFiles, frameOf, languageAsked, listOf, noticeOf } from './site.ts'
import { openResults, publicStateOf } from './state.ts'

const html = 'text/html; charset=utf-8'
const page = (text: string) => ({ type: html, content: Buffer.from(text) })

export function publicResultRoutes(
  context: AppContext,
  isDemo: () => Promise<boolean>,
): Handlers<typeof publicResultContracts> {
  const publications = publicationsIn(context.store)
  const opened = openedIn(context.store)
  const documents = publicDocuments()
  const hasDirectory = cached(() => directoryIn(context).isOpen(), context.stopwatch)

  /** What the address cannot show, said in the language asked. */
  async function missing(
    res: Response,
    state: Parameters<typeof noticeOf>[0],
    language: ReturnType<typeof languageAsked>,
  ) {
    res.status(state.kind === 'gone' ? 410 : 404)
    return page(
      publicListHtml(
        noticeOf(state, language),
        frameOf(await context.settings(), language, null, false, await hasDirectory()),
      ),
    )
  }

  return {
    'GET /resultats': async ({ query: { langue } }) => {
      const language = languageAsked(langue)
      const open = (await openResults(opened, publications)).map((one) => ({ kind: 'open' as const, ...one }))
      const list = await listOf(context, open, language)
      return page(publicListHtml(list, frameOf(await context.settings(), language, null, false, await hasDirectory())))
    },
    'GET /resultats/:slug': async ({ params: { slug }, query: { langue }, res }) => {
      const language = languageAsked(langue)
      const state = await publicStateOf(slug, opened, publications)
      if (state.kind !== 'open') return missing(res, state, language)
      const source = await publicSourceOf(context, state.head, state.opened, await isDemo())
      const frame = frameOf(await context.settings(), language, slug, state.opened.withData, await hasDirectory())
      return page(servedPublicHtml(publicPages(source, language), frame))
    },
    'GET /resultats/:slug/:file': async ({ params: { slug, file }, query: { langue }, res }) => {
      const language = languageAsked(langue)
      const state = await publicStateOf(slug, opened, publications)
      if (state.kind !== 'open') return missing(res, state, language)
      const mayLeave = isPage(file) || (state.opened.withData && dataFiles.has(file))
      const source = mayLeave ? await publicSourceOf(context, state.head, state.opened, await isDemo()) : null
      const made = source && (await documents(source, file))
      if (!made) return missing(res, { kind: 'none' }, language)
      return { ...made, name: `${slug}-${file}` }
    },
    'GET /comite/:token': ({ params: { token }, res }) => committeePage(context, token, res, isDemo),
    'GET /api/public-results/:file': async ({ params: { file }, res }) => {
      const asset = await assetOf(await context.settings(), file)
      if (asset === null) throw new Problem('route-unknown')
      // its address changes with its content, or its name says what it is
      res.set('Cache-Control', 'public, max-age=86400')
      return asset
    },
  }
}

const isPage = (file: string) => pdfNames.has(file)
const pdfNames: ReadonlySet<string> = new Set(publicLanguages.map(publicPdfName))
