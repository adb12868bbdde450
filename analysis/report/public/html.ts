/** « Ce que vous nous avez dit » as a page: alone with all it needs, to be sent and printed, or as the site serves it. */
import { createHash } from 'node:crypto'
import { languageRows } from '../../../surveys/languages.ts'
import type { EmbeddedFont } from '../html/html.ts'
import { harmless } from '../html/html-blocks.ts'
import { bar, patterns, ribbon } from '../html/svg.ts'
import type { PublicLanguage } from './languages.ts'
import type { PublicDecision, PublicItem, PublicMap, PublicPage, PublicPages } from './public-pages.ts'
import { publicStyle } from './style.ts'
import type { PublicPicture } from './telling.ts'

/** What the site puts around a page it serves: addresses are paths of its own origin. */
export type SiteFrame = {
  skip: string
  /** The authority's name leads home. */
  home: { href: string; name: string; logo: string }
  /** The style sheet. */
  style: string
  languages: { language: PublicLanguage; href: string }[]
  languagesTitle: string
  /** Of the last section: the same in PDF, the data; and all results. */
  files: { text: string; href: string }[]
  back: { text: string; href: string } | null
  /** Under the page: accessibility, the code of a response. */
  links: { text: string; href: string }[]
  contact: string
  /** Said of a translation that nobody has read again; '' = nothing to say. */
  unread: string
}

/** One self-contained document; same pages and fonts, same bytes; nothing runs and nothing is fetched. */
export function publicHtml(pages: PublicPages, fonts: EmbeddedFont[] = []): string {
  const css = fonts.map(face).join('') + publicStyle()
  const hash = createHash('sha256').update(css).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>${harmless(pages.title)} – ${harmless(pages.place)}</title>`,
    `<style>${css}</style>`,
  ]
  return pageOf(pages, head, null, contentOf(pages, []))
}

/** The same under the site's own frame and style sheet. */
export function servedPublicHtml(pages: PublicPages, frame: SiteFrame): string {
  return pageOf(pages, servedHead(`${pages.subject} – ${pages.title}`, frame), frame, contentOf(pages, frame.files))
}

/** One questionnaire of the list. */
export type ListedResults = { title: string; href: string; text: string }
/**
 * What the list of results says; `lines`: when there is nothing yet, or before the results; `open`: what can still be answered,
 * after them, then `later`, '' = nothing more to say.
 */
export type ResultsList = Pick<PublicPages, 'language' | 'tag' | 'direction'> & {
  title: string
  marks: string[]
  lines: string[]
  results: ListedResults[]
  open: { text: string; href: string }[]
  later: string
}

/** The page that lists what is published, or says in plain words that nothing is. */
export function publicListHtml(list: ResultsList, frame: SiteFrame): string {
  const rows = list.results.map(
    ({ title, href, text }) =>
      `<li><h2><a href="${harmless(href)}">${harmless(title)}</a></h2><p>${harmless(text)}</p></li>`,
  )
  return pageOf(list, servedHead(list.title, frame), frame, [
    `<main id="content"><div class="cover">${marksLine(list.marks)}<h1>${harmless(list.title)}</h1></div><div class="body">`,
    ...list.lines.map((line, at) => `<p${at === 0 ? ' class="lead"' : ''}>${harmless(line)}</p>`),
    rows.length === 0 ? '' : `<ul class="list">${rows.join('')}</ul>`,
    list.open.length + list.later.length === 0
      ? ''
      : `<section class="more">${list.open.map(({ text, href }) => `<p><a href="${harmless(href)}">${harmless(text)}</a></p>`).join('')}${list.later === '' ? '' : `<p>${harmless(list.later)}</p>`}</section>`,
    '</div></main>',
  ])
}

/** Any other page of the site in the same frame. @param content from `<main id="content">` on */
export const servedPage = (
  page: Pick<PublicPages, 'language' | 'tag' | 'direction'>,
  title: string,
  frame: SiteFrame,
  content: string[],
  head: string[] = [],
): string => pageOf(page, [...servedHead(title, frame), ...head], frame, content)

function pageOf(
  { language, tag, direction }: Pick<PublicPages, 'language' | 'tag' | 'direction'>,
  head: string[],
  frame: SiteFrame | null,
  content: string[],
): string {
  return [
    '<!doctype html>',
    `<html lang="${tag}" dir="${direction}" class="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    ...head,
    '</head>',
    '<body>',
    ...(frame ? topOf(frame, language) : []),
    patterns,
    ...content,
    ...(frame ? [footOf(frame)] : []),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const servedHead = (title: string, { home, style }: SiteFrame) => [
  `<title>${harmless(title)} – ${harmless(home.name)}</title>`,
  `<link rel="stylesheet" href="${harmless(style)}">`,
  '<link rel="icon" href="/icon.svg">',
]

function topOf({ skip, home, languages, languagesTitle, unread }: SiteFrame, current: PublicLanguage): string[] {
  const rows = languages.map(({ language, href }) => {
    const { tag, name, direction } = languageRows[language]
    const said = `lang="${tag}" dir="${direction}"`
    return language === current
      ? `<li><b ${said} aria-current="true">${name}</b></li>`
      : `<li><a ${said} hreflang="${tag}" href="${harmless(href)}">${name}</a></li>`
  })
  return [
    `<a class="skip" href="#content">${harmless(skip)}</a>`,
    `<header class="site"><a class="home" href="${home.href}"><img src="${harmless(home.logo)}" alt="" height="28"><span>${harmless(home.name)}</span></a>`,
    `<nav aria-label="${harmless(languagesTitle)}"><ul class="languages">${rows.join('')}</ul></nav>${unread === '' ? '' : `<p class="small">${harmless(unread)}</p>`}</header>`,
  ]
}

function footOf({ back, links, contact }: SiteFrame): string {
  const all = [...(back ? [back] : []), ...links].map(
    ({ href, text }) => `<a href="${harmless(href)}">${harmless(text)}</a>`,
  )
  return `<footer>${all.join('')}${contact === '' ? '' : `<span>${harmless(contact)}</span>`}</footer>`
}

const marksLine = (marks: string[]) => (marks.length === 0 ? '' : `<p class="marks">${harmless(marks.join(' · '))}</p>`)

function contentOf(pages: PublicPages, files: SiteFrame['files']): string[] {
  const [notices, sections] = [
    pages.sections.filter(({ isNotice }) => isNotice),
    pages.sections.filter(({ isNotice }) => !isNotice),
  ]
  const links = files.map(({ text, href }) => `<li><a href="${harmless(href)}">${harmless(text)}</a></li>`).join('')
  const last = sections.length - 1
  return [
    `<main id="content"><div class="cover"><p><bdi>${harmless(pages.place)}</bdi> · <bdi>${harmless(pages.dateText)}</bdi></p>${marksLine(pages.marks)}<h1>${harmless(pages.title)}</h1><p class="subject">${harmless(pages.subject)}</p>${ribbon(pages.ribbon)}</div><div class="body">`,
    ...notices.map(
      ({ title, lines }) =>
        `<section class="notice"><h2>${harmless(title)}</h2>${lines.map((line) => `<p lang="fr" dir="ltr">${harmless(line)}</p>`).join('')}</section>`,
    ),
    `<p class="lead">${harmless(pages.thanks)} ${harmless(pages.opening)}</p>`,
    ...pages.pages.map((page) => pageSection(page, pages)),
    ...(pages.items.length === 0
      ? []
      : [
          `<section class="others"><h2>${harmless(pages.others)}</h2>${pages.items.map((item) => itemArticle(item)).join('')}</section>`,
        ]),
    pages.barKey === '' ? '' : `<p class="small">${harmless(pages.barKey)}</p>`,
    ...sections.map(
      ({ title, lines }, at) =>
        `<section class="more"><h2>${harmless(title)}</h2>${paragraphs(lines)}${at === last && links !== '' ? `<ul class="files">${links}</ul>` : ''}</section>`,
    ),
    '</div></main>',
  ]
}

const paragraphs = (lines: string[]) => lines.map((line) => `<p>${harmless(line)}</p>`).join('')

function pageSection(page: PublicPage, { steps }: PublicPages): string {
  const { title, question, lines, picture, where, decided, pending, when, unknown } = page
  return [
    `<section class="page"><h2>${harmless(title)}</h2>`,
    `<h3>${harmless(steps.said)}</h3>`,
    question === '' ? '' : `<p class="asked">${harmless(question)}</p>`,
    picture ? bars(picture) : '',
    lines.map((line) => `<p class="answer">${harmless(line)}</p>`).join(''),
    where ? `<div class="where"><p>${harmless(where.sentence)}</p>${where.map ? mapOf(where.map) : ''}</div>` : '',
    `<h3>${harmless(steps.decided)}</h3>`,
    pending === '' ? '' : `<p>${harmless(pending)}</p>`,
    // of one alone, « when » says it
    decisions(decided.length > 1 ? decided : decided.map((one) => ({ ...one, due: '' }))),
    `<h3>${harmless(steps.when)}</h3><p>${harmless(when)}</p>`,
    `<h3>${harmless(steps.unknown)}</h3><p>${harmless(unknown)}</p>`,
    '</section>',
  ].join('\n')
}

const itemArticle = ({ title, question, lines, picture, decided }: PublicItem) =>
  `<article class="item"><h3>${harmless(title)}</h3>${question === '' ? '' : `<p class="asked">${harmless(question)}</p>`}${picture ? bars(picture) : ''}${paragraphs(lines)}${decisions(decided)}</article>`

// what the committee decided stays in its own words
export const decisions = (decided: PublicDecision[]) =>
  decided
    .map(
      ({ day, text, due, became, why }) =>
        `<p class="decided">${
          became === ''
            ? ''
            : `<span><b>${harmless(became)}</b> <bdi lang="fr" dir="ltr">${harmless(why)}</bdi></span> `
        }<span>${harmless(day)}</span> <bdi lang="fr" dir="ltr">${harmless(text)}</bdi>${due === '' ? '' : ` <span>${harmless(due)}</span>`}</p>`,
    )
    .join('')

/** Bars with their words; the drawing is decorative, since the words above each bar hold the same figures. */
export function bars({ end, note, bars: shown }: PublicPicture): string {
  const rows = shown.map(({ label, text, interval, estimate, isUncertain }) => {
    const said =
      label === ''
        ? ''
        : `<div class="of"><span>${harmless(label)}</span><span><b>${harmless(text)}</b>${interval === '' ? '' : ` <span>${harmless(interval)}</span>`}</span></div>`
    return `<li>${said}${bar(estimate, end, isUncertain)}</li>`
  })
  // one bar alone repeats the sentence beside it
  return shown.length === 1 && shown[0]!.label === ''
    ? `<div class="bars" aria-hidden="true">${bar(shown[0]!.estimate, end, shown[0]!.isUncertain)}</div>`
    : `${note === '' ? '' : `<p class="small">${harmless(note)}</p>`}<ul class="bars">${rows.join('')}</ul>`
}

function mapOf({ title, columns, rows, drawing, key }: PublicMap): string {
  // the patterns stand once in the page
  const svg = drawing.svg
    .replace(/<defs>[\s\S]*?<\/defs>/, '')
    .replace('<svg ', '<svg aria-hidden="true" focusable="false" ')
  const head = columns.map((column) => `<th scope="col">${harmless(column)}</th>`).join('')
  const body = rows
    .map(
      ({ zone, share, interval }) =>
        `<tr><th scope="row">${harmless(zone)}</th><td>${harmless(share)}</td><td>${harmless(interval)}</td></tr>`,
    )
    .join('')
  return `${svg}<p class="small">${harmless(key)}</p><table><caption>${harmless(title)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`
}

const face = ({ weight, woff2, family = 'IBM Plex Sans' }: EmbeddedFont) =>
  `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${Buffer.from(woff2).toString('base64')}) format("woff2")}\n`
