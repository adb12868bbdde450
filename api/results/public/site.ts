/** The site around the public results: the authority's name, the languages it offers, its files, what stands under each page. */
import { createHash } from 'node:crypto'
import type { ListedResults, ResultsList, SiteFrame } from '../../../analysis/report/public/html.ts'
import { type PublicLanguage, publicLanguages, publicPdfName } from '../../../analysis/report/public/languages.ts'
import { numbersIn } from '../../../analysis/report/public/numbers.ts'
import { publicStyle } from '../../../analysis/report/public/style.ts'
import { publicWords } from '../../../analysis/report/public/words.ts'
import { formOf } from '../../../surveys/dictionaries/words.ts'
import { languageRows } from '../../../surveys/languages.ts'
import { frenchOf, isObject } from '../../../surveys/questionnaire/elements.ts'
import type { AppContext } from '../../context.ts'
import { reviewerOf } from '../../settings/reviewed.ts'
import type { Settings } from '../../settings/settings.ts'
import type { QuestionnaireLine } from '../../wire/public.ts'
import { documentFonts } from '../fonts.ts'
import type { PublicState } from './state.ts'
import { siteWords } from './words.ts'

/** What an address asks for, French when it asks for nothing known. */
export const languageAsked = (asked: string): PublicLanguage =>
  publicLanguages.find((language) => language === asked) ?? 'fr'

/** An address of these pages in a language; French needs no word of it. */
export const inLanguage = (path: string, language: PublicLanguage): string =>
  language === 'fr' ? path : `${path}?langue=${language}`

const address = '/resultats'

/** @param slug of the page it goes around; null for the list @param withData the data may be downloaded @param hasDirectory everybody may read the directory of actors */
export function frameOf(
  { site, values, logo }: Settings,
  language: PublicLanguage,
  slug: string | null,
  withData: boolean,
  hasDirectory = false,
): SiteFrame {
  const words = siteWords[language]
  const path = slug === null ? address : `${address}/${slug}`
  const offered = publicLanguages.filter((one) => one === 'fr' || one === language || site.languages.includes(one))
  const isUnread = language !== 'fr' && reviewerOf(values, language) === ''
  const file = (name: string, text: string) => ({ text, href: `${path}/${name}` })
  return {
    skip: words.skip,
    home: { href: inLanguage('/', language), name: site.name, logo: logo ? `/api/logo?v=${logo.tag}` : '/icon.svg' },
    style: `/api/public-results/style.css?v=${tagOf(values.colour)}`,
    languages: offered.map((one) => ({ language: one, href: inLanguage(path, one) })),
    languagesTitle: words.languages,
    files:
      slug === null
        ? []
        : [
            file(publicPdfName(language), words.pdf),
            ...(withData
              ? [
                  file('tables.csv', words.table),
                  file('tables.schema.json', words.schema),
                  file('findings.json', words.json),
                ]
              : []),
          ],
    back: slug === null ? null : { text: words.all, href: inLanguage(address, language) },
    links: [
      ...(hasDirectory ? [{ text: words.directory, href: inLanguage('/annuaire', language) }] : []),
      { text: words.code, href: inLanguage('/mon-code', language) },
      { text: words.accessibility[values.accessibility], href: inLanguage('/accessibilite', language) },
    ],
    contact: site.contact,
    unread: isUnread ? words.unread : '',
  }
}

/** Files of a page that go with the data. */
export const dataFiles: ReadonlySet<string> = new Set(['tables.csv', 'tables.schema.json', 'findings.json'])

const fontFiles = { 'latin-400.woff2': 0, 'latin-700.woff2': 1, 'arabic-400.woff2': 2, 'arabic-700.woff2': 3 } as const

/** The style sheet and the fonts of these pages; null when there is no such file. */
export async function assetOf(
  { values }: Settings,
  file: string,
): Promise<{ type: string; content: Uint8Array } | null> {
  if (file === 'style.css')
    return { type: 'text/css; charset=utf-8', content: Buffer.from(faces + publicStyle(values.colour || undefined)) }
  if (!Object.hasOwn(fontFiles, file)) return null
  const { woff2, arabic } = await documentFonts()
  const font = [...woff2, ...(arabic?.woff2 ?? [])][fontFiles[file as keyof typeof fontFiles]]
  return font ? { type: 'font/woff2', content: font.woff2 } : null
}

const arabicLetters = 'U+0600-06FF,U+0750-077F,U+08A0-08FF,U+200C-200F,U+FB50-FDFF,U+FE70-FEFF'
const faces = Object.keys(fontFiles)
  .map((file) => {
    const [script, weight] = file.replace('.woff2', '').split('-')
    const own =
      script === 'arabic'
        ? `font-family:"Noto Naskh Arabic";size-adjust:115%;unicode-range:${arabicLetters}`
        : 'font-family:"IBM Plex Sans"'
    return `@font-face{${own};font-weight:${weight};font-display:swap;src:url(${file}) format("woff2")}\n`
  })
  .join('')

// another colour or another version of the sheet is another address
const tagOf = (colour: string) =>
  createHash('sha256')
    .update(faces + publicStyle(colour || undefined))
    .digest('hex')
    .slice(0, 12)

type Open = Extract<PublicState, { kind: 'open' }> & { slug: string }

/** The list of results, and the questionnaires that can still be answered. */
export async function listOf(
  context: Pick<AppContext, 'questionnaires'>,
  open: readonly Open[],
  language: PublicLanguage,
  demo: boolean,
): Promise<ResultsList> {
  const words = siteWords[language]
  const { count, day, typeset } = numbersIn(language)
  const results = await Promise.all(
    open.map(async ({ slug, head: { surveyed, document } }): Promise<ListedResults> => {
      const { questionnaire } = await context.questionnaires.published(slug, surveyed.version)
      const answers = publicWords[language].answers(count(surveyed.responses), formOf(surveyed.responses, language))
      return {
        title: titleIn(questionnaire.title, language),
        href: inLanguage(`${address}/${slug}`, language),
        text: typeset(words.published(answers, day(document.date))),
      }
    }),
  )
  const { questionnaires } = await context.questionnaires.list()
  const answerable = questionnaires.filter(({ status }) => status === 'open')
  const isWaiting = answerable.some(({ slug }) => !open.some((one) => one.slug === slug))
  return {
    language,
    tag: languageRows[language].tag,
    direction: languageRows[language].direction,
    title: words.title,
    marks: demo ? [publicWords[language].marks.demo] : [],
    lines: [typeset(results.length > 0 ? words.lead : words.none)],
    results,
    open: answerable.map((line) => waitingLine(line, language)),
    later: results.length === 0 || isWaiting ? typeset(words.later) : '',
  }
}

function waitingLine(
  { slug, title, closesAt }: QuestionnaireLine,
  language: PublicLanguage,
): ResultsList['open'][number] {
  const { day, typeset } = numbersIn(language)
  return {
    text: typeset(siteWords[language].waiting(titleIn(title, language), closesAt === null ? null : day(closesAt))),
    href: inLanguage(`/q/${slug}`, language),
  }
}

/** Of a questionnaire whose results are still to come: until when it can be answered, and that they will stand here. */
export function notYetOf(line: QuestionnaireLine, language: PublicLanguage): ResultsList {
  const words = siteWords[language]
  const open = line.status === 'open' ? [waitingLine(line, language)] : []
  return { ...said(words.notYet, [], language), open, later: numbersIn(language).typeset(words.later) }
}

/** Said where there are no results, or where there are none any more. */
export function noticeOf(state: Exclude<PublicState, { kind: 'open' }>, language: PublicLanguage): ResultsList {
  const words = siteWords[language]
  const { day } = numbersIn(language)
  const isGone = state.kind === 'gone'
  const why = !isGone
    ? words.unknown
    : state.reason === ''
      ? words.closed(day(state.day))
      : words.withdrawn(day(state.day), state.reason)
  return said(isGone ? words.goneTitle : words.unknownTitle, [why], language)
}

function said(title: string, lines: readonly string[], language: PublicLanguage): ResultsList {
  const { typeset } = numbersIn(language)
  const { tag, direction } = languageRows[language]
  return {
    language,
    tag,
    direction,
    title: typeset(title),
    marks: [],
    lines: lines.map(typeset),
    results: [],
    open: [],
    later: '',
  }
}

function titleIn(title: unknown, language: PublicLanguage): string {
  const own = language !== 'fr' && isObject(title) ? title[language] : null
  return typeof own === 'string' && own !== '' ? own : frenchOf(title)
}
