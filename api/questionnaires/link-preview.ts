/** What a link to a questionnaire shows where it is pasted: a title, a sentence and a picture, in the language of the link. */

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { shortDayText } from '../../surveys/days.ts'
import { filled, type Values, wordIn } from '../../surveys/dictionaries/words.ts'
import { type Language, languageRows, languages } from '../../surveys/languages.ts'
import { isForYoung } from '../../surveys/questionnaire/audiences.ts'
import type { Text } from '../../surveys/questionnaire/questionnaire.ts'
import type { AppContext } from '../context.ts'
import type { PageWriter } from '../http/client-files.ts'
import { Problem } from '../http/problems.ts'
import { originOf } from '../settings/origin.ts'

/** What is said of one address in one language; `facts` and `demo` are written on the picture. */
export type LinkPreview = {
  language: Language
  site: string
  title: string
  description: string
  /** « 3 à 9 min · jusqu’au 12 décembre »; '' when there is nothing to say. */
  facts: string
  /** « Données fictives » where all is made up, else ''. */
  demo: string
}

const dictionaries = new URL('../../surveys/dictionaries/', import.meta.url)
const read = new Map<Language, Promise<object>>()

/** The words of the screens in a language, read once. */
function wordsOf(language: Language): Promise<object> {
  const known = read.get(language)
  if (known) return known
  const reading = readFile(new URL(`${language}/screens.json`, dictionaries), 'utf8').then(
    (text) => JSON.parse(text) as object,
  )
  read.set(language, reading)
  reading.catch(() => read.delete(language))
  return reading
}

async function sayIn(language: Language, isYoung: boolean) {
  const order: { language: Language; words: object }[] = []
  for (let one: Language | null = language; one !== null; one = languageRows[one].fallback)
    order.push({ language: one, words: await wordsOf(one) })
  return (name: string, values: Values = {}): string => {
    for (const { language, words } of order) {
      const word = wordIn(words, name, isYoung)
      if (word !== undefined) return filled(word, values, language)
    }
    return ''
  }
}

const plain = (text: string) => text.replaceAll('**', '')

function textIn(text: Text, language: Language): string {
  if (typeof text === 'string') return plain(text)
  return plain((language === 'fr' ? undefined : text[language]) ?? text.default)
}

/** What an address asks for (`?langue=ar`), French when it asks for nothing known. */
export const linkLanguage = (asked: unknown): Language => languages.find((language) => language === asked) ?? 'fr'

/**
 * @param slug of a questionnaire; null for the page of all questionnaires
 * @returns null for an address that leads to no questionnaire people may see
 */
export async function linkPreview(
  context: Pick<AppContext, 'questionnaires' | 'settings'>,
  slug: string | null,
  asked: Language,
  isDemo: boolean,
): Promise<LinkPreview | null> {
  const { site } = await context.settings()
  const shown = slug === null ? null : await shownOrNull(context, slug)
  if (slug !== null && shown === null) return null
  // a text that is not translated is announced in the language it is read in
  const language = shown && typeof shown.title === 'string' ? 'fr' : asked
  const say = await sayIn(language, shown !== null && isForYoung(shown.audience))
  const demo = isDemo ? (/\*\*(.+?)\*\*/.exec(say('banner.demo'))?.[1] ?? '').replace(/[.。]$/, '') : ''
  const common = { language, site: site.name || say('site.fallback'), demo }
  if (shown === null) return { ...common, title: say('home.title'), description: say('home.lead'), facts: '' }
  const { minutes, span, closesAt } = shown
  const time =
    span === undefined || span.from === span.to
      ? say('home.minutes', { minutes: span?.to ?? minutes })
      : say('home.span', { from: span.from, to: span.to })
  const until = closesAt ? say('home.until', { date: shortDayText(closesAt, language) }) : ''
  return {
    ...common,
    title: textIn(shown.title, language),
    description: textIn(shown.summary, language),
    facts: [time, until].filter(Boolean).join(' · '),
  }
}

async function shownOrNull({ questionnaires }: Pick<AppContext, 'questionnaires'>, slug: string) {
  try {
    return await questionnaires.shown(slug, null, false)
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** `fr_FR`, `ar_AR`: how a preview names a language. */
const localeOf = (language: Language) => {
  const { tag, locale } = languageRows[language]
  return `${tag}_${new Intl.Locale(locale).region ?? tag.toUpperCase()}`
}

/** The preview of the addresses people share: `/` and `/q/:slug`. */
export const previewWriter =
  (context: Pick<AppContext, 'questionnaires' | 'settings'>, isDemo: () => Promise<boolean>): PageWriter =>
  async (req) => {
    const [, slug] = /^\/q\/([^/]+)\/?$/.exec(req.path) ?? []
    if (slug === undefined && req.path !== '/') return null
    const language = linkLanguage(req.query.langue)
    const preview = await linkPreview(context, slug ?? null, language, await isDemo())
    if (preview === null) return null
    const origin = await originOf(context, req)
    const asked = language === 'fr' ? '' : `?langue=${language}`
    const digest = createHash('sha256').update(JSON.stringify(preview)).digest('hex').slice(0, 12)
    const from = slug === undefined ? '/api/picture' : `/api/questionnaires/${slug}/picture`
    const wait = (await sayIn(preview.language, false))('loading')
    return (page) => {
      const shown = withPreview(page, preview, {
        address: `${origin}${slug === undefined ? '/' : `/q/${slug}`}${asked}`,
        picture: `${origin}${from}?langue=${language}&v=${digest}`,
      })
      return slug === undefined ? shown : withOpening(shown, preview, { slug, language }, wait)
    }
  }

/** Writes the preview into the page behind an address. */
export function withPreview(
  page: string,
  preview: LinkPreview,
  { address, picture }: { address: string; picture: string },
): string {
  const { language, site, title, description } = preview
  const row = languageRows[language]
  const property = (name: string, content: string) =>
    `    <meta property="og:${name}" content="${escaped(content)}" />\n`
  const tags = [
    `    <meta name="description" content="${escaped(description)}" />\n`,
    property('type', 'website'),
    property('site_name', site),
    property('title', title),
    property('description', description),
    property('locale', localeOf(language)),
    property('url', address),
    property('image', picture),
    property('image:type', 'image/png'),
    property('image:width', '1200'),
    property('image:height', '630'),
    property('image:alt', [title, preview.facts].filter(Boolean).join('. ')),
    `    <meta name="twitter:card" content="summary_large_image" />\n`,
  ]
  return page
    .replace('<html lang="fr" dir="ltr">', () => `<html lang="${row.tag}" dir="${row.direction}">`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(`${title} · ${site}`)}</title>`)
    .replace('  </head>', () => `${tags.join('')}  </head>`)
}

/** Asked for at once, and taken by the page where it would have asked (`client/parts/api.ts`). */
const early = (path: string) => `    <link rel="preload" as="fetch" crossorigin href="${path}">\n`

/**
 * Writes what the page of a questionnaire shows before any script has come, and what it will ask the api for first.
 *
 * @param asked the questionnaire, in the language that the address asks for
 * @param wait « Chargement… »
 */
export const withOpening = (
  page: string,
  { site, title, description }: LinkPreview,
  asked: { slug: string; language: Language },
  wait: string,
) =>
  page
    .replace(
      '  </head>',
      () => `${early(`/api/questionnaires/${asked.slug}?language=${asked.language}`)}${early('/api/site')}  </head>`,
    )
    .replace('<div id="app">', (app) =>
      [
        app,
        `<div class="top-rule"><div class="top"><span class="top-name"><b>${escaped(site)}</b></span></div></div>`,
        `<div class="shell-main opening"><h1>${escaped(title)}</h1>`,
        `<p class="notice-lead">${escaped(description)}</p><p>${wait}</p></div>`,
      ].join(''),
    )
