/** The pages everybody reads: what people said, what is decided, when. The server writes them whole: they need no script. */
import type { Response } from 'express'
import { publicListHtml, servedPublicHtml } from '../../../analysis/report/public/html.ts'
import { publicLanguages, publicPdfName } from '../../../analysis/report/public/languages.ts'
import { publicPages } from '../../../analysis/report/public/public.ts'
import { isYoung } from '../../../analysis/report/public/youth/cards.ts'
import { type YouthResults, youthHtml } from '../../../analysis/report/public/youth/page.ts'
import { workshopPdfName } from '../../../analysis/report/public/youth/workshop.ts'
import { under } from '../../../surveys/authority/in-force.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import type { AppContext } from '../../context.ts'
import { directoryIn } from '../../evidence/directory/directory.ts'
import { youngIn } from '../../evidence/young/ideas.ts'
import { cached } from '../../http/cache.ts'
import { Problem } from '../../http/problems.ts'
import type { Handlers } from '../../http/serve.ts'
import type { publicResultContracts } from '../../wire/contracts/public-results.ts'
import { alone, authorityThen } from '../documents.ts'
import { publicationsIn } from '../publications.ts'
import { committeePage } from './committee-page.ts'
import { openedIn } from './opened.ts'
import { publicDocuments, publicSourceOf } from './pages.ts'
import { assetOf, dataFiles, frameOf, languageAsked, listOf, noticeOf, notYetOf } from './site.ts'
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

  const isForTheYoung = async (slug: string, version: number) =>
    isYoung((await context.questionnaires.published(slug, version)).questionnaire.audience)

  /** The open results of the young, in their words. */
  async function youthOf(language: ReturnType<typeof languageAsked>): Promise<string> {
    const demo = await isDemo()
    const results: YouthResults[] = []
    for (const { slug, head, opened: own } of await openResults(opened, publications)) {
      const { version, responses } = head.surveyed
      if (!(await isForTheYoung(slug, version))) continue
      const { questionnaire } = await context.questionnaires.published(slug, version)
      const source = await publicSourceOf(context, head, own, demo)
      results.push({ slug, title: frenchOf(questionnaire.title), responses, source })
    }
    const kits = results.map(({ slug, title }) => ({
      text: `Atelier de lecture à imprimer : ${title} (PDF)`,
      href: `/resultats/${slug}/${workshopPdfName}`,
    }))
    if (await youngIn(context).isOpen())
      kits.unshift(
        { text: 'Écrire une idée, ou participer', href: '/participer' },
        { text: 'Le mur d’idées', href: '/idees' },
      )
    const settings = await context.settings()
    const frame = frameOf(settings, language, youthPage, false, await hasDirectory())
    // one language only: the choice of others would lead back here
    return youthHtml(results, { ...frame, languages: [], files: [] }, kits, demo, await waitingYoung(results))
  }

  /** Those of the young that people can answer, without results to read yet. */
  async function waitingYoung(results: readonly YouthResults[]): Promise<string[]> {
    const { questionnaires } = await context.questionnaires.list()
    const others = questionnaires.filter(({ slug }) => results.every((one) => one.slug !== slug))
    return others.flatMap(({ audience, title }) => (isYoung(audience) ? [frenchOf(title)] : []))
  }

  return {
    'GET /resultats': async ({ query: { langue } }) => {
      const language = languageAsked(langue)
      const open = (await openResults(opened, publications)).map((one) => ({ kind: 'open' as const, ...one }))
      const list = await listOf(context, open, language, await isDemo())
      const young = await Promise.all(open.map(({ slug, head }) => isForTheYoung(slug, head.surveyed.version)))
      if (young.includes(true) && language.startsWith('fr')) list.results.unshift(youthLine)
      return page(publicListHtml(list, frameOf(await context.settings(), language, null, false, await hasDirectory())))
    },
    'GET /resultats/:slug': async ({ params: { slug }, query: { langue }, res }) => {
      const language = languageAsked(langue)
      if (slug === youthPage) return page(await youthOf(language))
      const state = await publicStateOf(slug, opened, publications)
      const line =
        state.kind === 'none' && (await context.questionnaires.list()).questionnaires.find((one) => one.slug === slug)
      if (line) {
        const frame = frameOf(await context.settings(), language, slug, false, await hasDirectory())
        // no document goes with them yet
        return page(publicListHtml(notYetOf(line, language), { ...frame, files: [] }))
      }
      if (state.kind !== 'open') return missing(res, state, language)
      const source = await publicSourceOf(context, state.head, state.opened, await isDemo())
      const frame = frameOf(await context.settings(), language, slug, state.opened.withData, await hasDirectory())
      const then = await authorityThen(context, alone(state.head))
      return page(under(then, () => servedPublicHtml(publicPages(source, language), frame)))
    },
    'GET /resultats/:slug/:file': async ({ params: { slug, file }, query: { langue }, res }) => {
      const language = languageAsked(langue)
      const state = await publicStateOf(slug, opened, publications)
      if (state.kind !== 'open') return missing(res, state, language)
      const mayLeave = isPage(file) || (state.opened.withData && dataFiles.has(file))
      const source = mayLeave ? await publicSourceOf(context, state.head, state.opened, await isDemo()) : null
      const made = source && (await documents(source, file, await authorityThen(context, alone(state.head))))
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

/** Stands where a questionnaire does in the address. */
const youthPage = 'jeunes'
const youthLine = {
  title: 'Ce que les jeunes ont dit',
  href: `/resultats/${youthPage}`,
  text: 'Les résultats de leurs questionnaires, dans leurs mots, pour les 11-25 ans.',
}

const isPage = (file: string) => pdfNames.has(file)
const pdfNames: ReadonlySet<string> = new Set([...publicLanguages.map(publicPdfName), workshopPdfName])
