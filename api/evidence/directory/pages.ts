/** The public pages of the directory: searched, printed by the browser, given as open data; only while the staff have it open. */
import {
  type DirectoryView,
  directoryAddress,
  directoryClosedHtml,
  directoryHtml,
  nothingAsked,
  type ShownActor,
} from '../../../analysis/report/public/directory/page.ts'
import { directoryStyle } from '../../../analysis/report/public/directory/style.ts'
import { directoryWords } from '../../../analysis/report/public/directory/words.ts'
import type { SiteFrame } from '../../../analysis/report/public/html.ts'
import { type PublicLanguage, publicLanguages } from '../../../analysis/report/public/languages.ts'
import { communes } from '../../../surveys/authority/territory.ts'
import { dayOf } from '../../../surveys/days.ts'
import { ageValues, themeValues } from '../../../surveys/directory/rows.ts'
import type { Search } from '../../../surveys/directory/search.ts'
import type { AppContext } from '../../context.ts'
import type { Handlers } from '../../http/serve.ts'
import { frameOf, languageAsked } from '../../results/public/site.ts'
import type { directoryPageContracts } from '../../wire/contracts/directory.ts'
import { directoryIn, isStale } from './directory.ts'
import { openText } from './table.ts'
import { communeNames } from './words.ts'

const html = 'text/html; charset=utf-8'
const page = (text: string) => ({ type: html, content: Buffer.from(text) })

export function directoryPageRoutes(
  context: AppContext,
  isDemo: () => Promise<boolean>,
): Handlers<typeof directoryPageContracts> {
  const directory = directoryIn(context)

  const actors = async (): Promise<ShownActor[]> =>
    (await directory.shown()).map(({ id, value }) => ({
      id,
      card: value.card,
      communeNames: communeNames(value.card),
      checked: value.checkedAt === null ? null : dayOf(value.checkedAt),
      isStale: isStale(value, context.now()),
    }))
  const known = () =>
    communes()
      .map(({ insee, name }) => ({ insee, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
  const frame = async (language: PublicLanguage, search: Search): Promise<SiteFrame> => {
    const settings = await context.settings()
    const around = frameOf(settings, language, null, false)
    const offered = new Set(around.languages.map((one) => one.language))
    return {
      ...around,
      languages: publicLanguages
        .filter((one) => offered.has(one))
        .map((one) => ({ language: one, href: directoryAddress(one, search) })),
      back: { text: directoryWords[language].home, href: around.home.href },
    }
  }

  return {
    'GET /annuaire': async ({ query, res }) => {
      const language = languageAsked(query.langue)
      if (!(await directory.isOpen())) {
        res.status(404)
        return page(directoryClosedHtml(language, await frame(language, nothingAsked)))
      }
      const search = searchOf({ ...query, words: query.mots.trim() })
      const { takesProposals } = await directory.current()
      const { site } = await context.settings()
      const view: DirectoryView = {
        language,
        actors: await actors(),
        communes: known(),
        search,
        page: query.page,
        takesProposals,
        contact: site.contact,
        isDemo: await isDemo(),
      }
      return page(directoryHtml(view, await frame(language, search)))
    },
    'GET /annuaire/:file': async ({ params: { file }, query, res }) => {
      if (file === 'annuaire.css') {
        res.set('Cache-Control', 'public, max-age=600')
        return { type: 'text/css; charset=utf-8', content: Buffer.from(directoryStyle) }
      }
      if (file !== 'annuaire.csv' || !(await directory.isOpen())) {
        const language = languageAsked(query.langue)
        res.status(404)
        return page(directoryClosedHtml(language, await frame(language, nothingAsked)))
      }
      return {
        type: 'text/csv; charset=utf-8',
        content: Buffer.from(openText(await directory.shown())),
        name: file,
      }
    },
  }
}

/** What an address asks for; a word of a list that is not one of it asks for nothing. */
function searchOf({
  words,
  commune,
  theme,
  age,
}: {
  words: string
  commune: string
  theme: string
  age: string
}): Search {
  return {
    words,
    commune: communes().some(({ insee }) => insee === commune) ? commune : '',
    theme: themeValues.find((value) => value === theme) ?? '',
    age: ageValues.find((value) => value === age) ?? '',
  }
}
