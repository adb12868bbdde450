/** The public page of the directory: searched without a script, on a phone, in four languages. */

import { monthText } from '../../../../surveys/days.ts'
import { type Card, type Reach, reachedBy } from '../../../../surveys/directory/card.ts'
import { actorAges, actorThemes, ageText, kindText, themeText } from '../../../../surveys/directory/rows.ts'
import { found, type Search } from '../../../../surveys/directory/search.ts'
import { languageRows } from '../../../../surveys/languages.ts'
import { typeset } from '../../../text/format.ts'
import { harmless } from '../../html/html-blocks.ts'
import { type SiteFrame, servedPage } from '../html.ts'
import type { PublicLanguage } from '../languages.ts'
import { directoryWords } from './words.ts'

/** An actor that everybody may read; `checked`: ISO day of the last check. */
export type ShownActor = {
  id: string
  card: Card
  communeNames: readonly string[]
  checked: string | null
  isStale: boolean
}

export type DirectoryView = {
  language: PublicLanguage
  actors: readonly ShownActor[]
  communes: readonly { insee: string; name: string }[]
  search: Search
  /** From 1; all at once, for whoever prints. */
  page: DirectoryPart
  takesProposals: boolean
  /** Whom to tell of a mistake; '' = not said. */
  contact: string
  isDemo: boolean
}

export const actorsPerPage = 40
export type DirectoryPart = number | 'tout'

type Query = Partial<Record<'langue' | 'mots' | 'commune' | 'theme' | 'age' | 'page', string>>

/** An address of the page; what is not asked for is left out. */
export function directoryAddress(
  language: PublicLanguage,
  { words, commune, theme, age }: Search,
  page: DirectoryPart = 1,
): string {
  const query: Query = {
    langue: language === 'fr' ? '' : language,
    mots: words,
    commune,
    theme,
    age,
    page: page === 1 ? '' : String(page),
  }
  const asked = Object.entries(query).filter(([, value]) => value !== '')
  return asked.length === 0 ? '/annuaire' : `/annuaire?${new URLSearchParams(asked)}`
}

export const nothingAsked: Search = { words: '', commune: '', theme: '', age: '' }

export function directoryHtml(view: DirectoryView, frame: SiteFrame): string {
  const { language, actors, search, isDemo } = view
  const words = directoryWords[language]
  const spaced = spacedIn(language)
  const there = found(actors, search)
  const isWhole = view.page === 'tout'
  const pages = isWhole ? 1 : Math.max(1, Math.ceil(there.length / actorsPerPage))
  const page = view.page === 'tout' ? 1 : Math.min(view.page, pages)
  const shown = isWhole ? there : there.slice((page - 1) * actorsPerPage, page * actorsPerPage)
  const { tag, direction } = languageRows[language]
  return servedPage(
    { language, tag, direction },
    words.title,
    frame,
    [
      `<main id="content" class="directory"><div class="cover"><h1>${harmless(words.title)}</h1><p class="subject">${harmless(spaced(words.lead))}</p>${isDemo ? `<p class="marks">${demoMark[language]}</p>` : ''}</div><div class="body">`,
      form(view),
      `<h2 id="found">${harmless(spaced(words.found(there.length, actors.length)))}</h2>`,
      words.inFrench === '' ? '' : `<p class="small">${harmless(words.inFrench)}</p>`,
      shown.length === 0
        ? `<p class="lead">${harmless(words.none)}</p><p>${harmless(words.noneMore)}</p><p><a href="${harmless(directoryAddress(language, nothingAsked))}">${harmless(words.clear)}</a></p>`
        : `<ul class="actors">${shown.map((actor) => `<li>${actorArticle(actor, view)}</li>`).join('')}</ul>`,
      pages === 1 ? '' : turning(view, page, pages),
      where(view),
      taking(view),
      '</div></main>',
    ],
    ['<link rel="stylesheet" href="/annuaire/annuaire.css">'],
  )
}

/** Said where it is not open. */
export function directoryClosedHtml(language: PublicLanguage, frame: SiteFrame): string {
  const words = directoryWords[language]
  const { tag, direction } = languageRows[language]
  return servedPage({ language, tag, direction }, words.title, frame, [
    `<main id="content"><div class="cover"><h1>${harmless(words.notOpenTitle)}</h1></div><div class="body"><p class="lead">${harmless(words.notOpen)}</p></div></main>`,
  ])
}

const demoMark: Record<PublicLanguage, string> = {
  fr: 'Données fictives',
  'fr-facile': 'Données fictives',
  en: 'Made-up data',
  ar: 'بيانات وهمية',
}

const spacedIn = (language: PublicLanguage) =>
  language === 'fr' || language === 'fr-facile' ? typeset : (text: string) => text

function form({ language, communes, search }: DirectoryView): string {
  const words = directoryWords[language]
  const spaced = spacedIn(language)
  const select = (
    name: string,
    label: string,
    all: string,
    chosen: string,
    rows: { value: string; text: string }[],
    isFrench = false,
  ) =>
    `<label>${harmless(spaced(label))}<select name="${name}"${isFrench ? ' lang="fr"' : ''}><option value="">${harmless(all)}</option>${rows
      .map(
        ({ value, text }) =>
          `<option value="${harmless(value)}"${value === chosen ? ' selected' : ''}>${harmless(text)}</option>`,
      )
      .join('')}</select></label>`
  return [
    '<form class="search" action="/annuaire" method="get" role="search">',
    language === 'fr' ? '' : `<input type="hidden" name="langue" value="${language}">`,
    `<label class="words">${harmless(spaced(words.words))}<input type="search" name="mots" maxlength="80" value="${harmless(search.words)}" aria-describedby="words-help" autocomplete="off"></label>`,
    `<p class="small" id="words-help">${harmless(spaced(words.wordsHelp))}</p>`,
    '<div class="choices">',
    select(
      'commune',
      words.commune,
      words.all.commune,
      search.commune,
      communes.map(({ insee, name }) => ({ value: insee, text: name })),
    ),
    select(
      'theme',
      words.theme,
      words.all.theme,
      search.theme,
      actorThemes.map(({ value, words: text }) => ({ value, text: text[language] })),
    ),
    select(
      'age',
      words.age,
      words.all.age,
      search.age,
      actorAges.map(({ value, words: text }) => ({ value, text: text[language] })),
    ),
    '</div>',
    `<p class="go"><button type="submit">${harmless(words.search)}</button>`,
    directoryAddress(language, search) === directoryAddress(language, nothingAsked)
      ? '</p></form>'
      : ` <a href="${harmless(directoryAddress(language, nothingAsked))}">${harmless(words.clear)}</a></p></form>`,
  ].join('')
}

function actorArticle({ id, card, checked, isStale }: ShownActor, { language, communes }: DirectoryView): string {
  const words = directoryWords[language]
  const spaced = spacedIn(language)
  const french = language === 'fr' || language === 'fr-facile' ? '' : ' lang="fr" dir="ltr"'
  const nameOf = (insee: string) => communes.find((one) => one.insee === insee)?.name ?? insee
  const places = card.places.map(
    ({ commune, label, hours }) =>
      `<li${french}><b>${harmless(nameOf(commune))}</b>${label === '' ? '' : `, ${harmless(label)}`}${hours === '' ? '' : `<br>${harmless(typeset(hours)).replaceAll('\n', '<br>')}`}</li>`,
  )
  const { phone, email, site } = card
  const reach = [
    reached('phone', `tel:${phone.replace(/[^\d+]/g, '')}`, words.call, card, phone),
    reached('email', `mailto:${email}`, words.write, card, email),
    reached('site', site, words.site, card, site.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')),
  ]
  const list = new Intl.ListFormat(languageRows[language].locale, { type: 'unit', style: 'short' })
  const about = (label: string, values: string[]) =>
    `<div><dt>${harmless(label)}</dt><dd>${harmless(list.format(values))}</dd></div>`
  const note = isStale || checked === null ? words.stale : words.checked(monthText(checked.slice(0, 7), language))
  return [
    `<article id="acteur-${harmless(id)}" aria-labelledby="nom-${harmless(id)}">`,
    `<h3 id="nom-${harmless(id)}"${french}>${harmless(typeset(card.name))}</h3>`,
    `<p class="kind"${french}>${harmless(kindText(card.kind))}</p>`,
    `<p${french}>${harmless(typeset(card.does)).replaceAll('\n', '<br>')}</p>`,
    places.length === 0 ? '' : `<ul class="places">${places.join('')}</ul>`,
    card.isEverywhere ? `<p>${harmless(words.everywhere)}</p>` : '',
    `<ul class="reach">${reach.join('')}</ul>`,
    `<dl>${about(
      words.for,
      card.ages.map((age) => ageText(age, language)),
    )}${about(
      words.themes,
      card.themes.map((theme) => themeText(theme, language)),
    )}</dl>`,
    `<p class="small${isStale ? ' stale' : ''}">${harmless(spaced(note))}</p>`,
    '</article>',
  ].join('')
}

/** A link where the card holds what it claims to, its text alone where it does not. */
function reached(way: Reach, href: string, text: string, card: ShownActor['card'], shown: string): string {
  if (card[way] === '') return ''
  return reachedBy[way](card[way])
    ? link(href, text, card.name, shown)
    : `<li><bdi dir="ltr">${harmless(shown)}</bdi></li>`
}

const link = (href: string, text: string, name: string, shown: string) =>
  `<li><a href="${harmless(href)}" rel="noreferrer"><span>${harmless(text)}<span class="unseen-text"> : ${harmless(name)}</span></span> <bdi dir="ltr">${harmless(shown)}</bdi></a></li>`

function turning({ language, search }: DirectoryView, page: number, pages: number): string {
  const words = directoryWords[language]
  const to = (at: number, text: string) =>
    `<a href="${harmless(directoryAddress(language, search, at))}#found">${harmless(text)}</a>`
  return `<nav class="turning" aria-label="${harmless(words.page(page, pages))}">${page > 1 ? to(page - 1, words.before) : ''}<span>${harmless(words.page(page, pages))}</span>${page < pages ? to(page + 1, words.next) : ''}</nav>`
}

/** How many actors each commune has. */
function where({ language, actors, communes, search }: DirectoryView): string {
  const words = directoryWords[language]
  const spaced = spacedIn(language)
  // the chosen commune does not count: the table says where else
  const there = found(actors, { ...search, commune: '' })
  const counts = new Map(
    communes.map(({ insee }) => [
      insee,
      there.filter(({ card }) => card.places.some(({ commune }) => commune === insee)).length,
    ]),
  )
  const within = [...counts.values()].filter((count) => count > 0).length
  const everywhere = there.filter(({ card }) => card.isEverywhere).length
  const hrefOf = (commune: string) => `${directoryAddress(language, { ...search, commune })}#found`
  const rows = communes
    .filter(({ insee }) => counts.get(insee)! > 0)
    .map(
      ({ insee, name }) =>
        `<tr><th scope="row"><a href="${harmless(hrefOf(insee))}">${harmless(name)}</a></th><td>${counts.get(insee)}</td></tr>`,
    )
  return `<section class="more" aria-labelledby="where"><h2 id="where">${harmless(spaced(words.whereTitle))}</h2><p>${harmless(words.whereSentence(within, communes.length, everywhere))}</p><table class="where"><thead><tr><th scope="col">${harmless(words.commune)}</th><th scope="col">${harmless(words.count)}</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`
}

function taking({ language, search, takesProposals, contact }: DirectoryView): string {
  const words = directoryWords[language]
  const spaced = spacedIn(language)
  return [
    `<section class="more" aria-labelledby="take"><h2 id="take">${harmless(words.take)}</h2><ul class="files">`,
    `<li><a href="${harmless(directoryAddress('fr', search, 'tout'))}">${harmless(words.print)}</a></li>`,
    `<li><a href="/annuaire/annuaire.csv">${harmless(words.csv)}</a></li></ul>`,
    takesProposals ? `<p><a href="/ma-fiche">${harmless(spaced(words.propose))}</a></p>` : '',
    contact === '' ? '' : `<p>${harmless(spaced(words.contact))} ${harmless(contact)}.</p>`,
    '</section>',
  ].join('')
}
