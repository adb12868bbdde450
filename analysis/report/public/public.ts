/** « Ce que vous nous avez dit » : what people said, what is decided, when; as plain data for its writers, in four languages. */
import { languageRows } from '../../../surveys/languages.ts'
import { ribbonOf } from '../build.ts'
import type { ReportSource } from '../source.ts'
import { itemsOf } from './items.ts'
import type { PublicLanguage } from './languages.ts'
import { numbersIn } from './numbers.ts'
import { manyOf, marksIn, noticesIn, openingOf, titlesOf } from './opening.ts'
import { pagesOf } from './plan-pages.ts'
import type { PublicPages } from './public-pages.ts'
import { publicWords, wordsFor } from './words.ts'

/** Results shown in all, a page counting for two. */
const most = 6

export function publicPages(given: ReportSource, language: PublicLanguage): PublicPages {
  const source = { ...given, decisions: (given.decisions ?? []).filter(({ isPublic }) => isPublic) }
  const words = wordsFor(source, language)
  const { typeset, day } = numbersIn(language)
  const pages = pagesOf(source, language)
  const { items, left } = itemsOf(
    source,
    language,
    pages.map(({ lead }) => lead),
    most - 2 * pages.length,
  )
  const isEmpty = pages.length + items.length === 0
  return {
    language,
    tag: languageRows[language].tag,
    direction: languageRows[language].direction,
    place: typeset(source.place),
    day: source.date,
    dateText: day(source.date),
    marks: marksIn(source, language),
    ribbon: ribbonOf(source.findings),
    title: typeset(words.title),
    subject: manyOf(source, language) ?? titlesOf(source, language).join(' · '),
    thanks: typeset(words.thanks),
    opening: typeset(isEmpty ? words.nothing : openingOf(source, language)),
    steps: words.steps,
    pages: pages.map(({ page }) => page),
    others: typeset(words.others),
    items,
    sections: [
      ...noticesIn(source, language),
      { title: typeset(words.limitsTitle), lines: words.limits.map(typeset) },
      { title: typeset(words.protectedTitle), lines: words.protection.map(typeset) },
      { title: typeset(words.nextTitle), lines: [typeset(words.next)] },
      {
        title: typeset(words.moreTitle),
        lines: [typeset(words.more), ...(left > 0 ? [typeset(words.inFrench(left))] : [])],
      },
    ],
    barKey: isEmpty
      ? ''
      : typeset([words.barKey, ...knownEndsSaid(JSON.stringify([pages, items]), language)].join(' ')),
  }
}

/** What « au plus » and « au moins » mean, of those that stand before a share on the page. */
function knownEndsSaid(page: string, language: PublicLanguage): string[] {
  const { atMost, atLeast, knownKey } = publicWords[language]
  const share = numbersIn(language).amount(0.11, 'share')
  const isUsed = (said: (share: string) => string) => new RegExp(said(share).replace('11', '\\d+')).test(page)
  return [...(isUsed(atMost) ? [knownKey.most] : []), ...(isUsed(atLeast) ? [knownKey.least] : [])]
}
