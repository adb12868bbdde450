/** `npm run burden`: ten people answer on a phone; says what it costs them. */
import { CommandError, command, print, progress } from '../../../cli/command.ts'
import { tableOf } from '../../../cli/table.ts'
import { isLanguage, type Language } from '../../../surveys/languages.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import browser, { browserHere } from '../../machine/browser.ts'
import pages from '../../machine/pages.ts'
import { audiencePersonas } from './audience-personas.ts'
import { burdens } from './burden.ts'
import { personas } from './personas.ts'
import type { Cost } from './walk.ts'

const titles = ['personne', 'écrans', 'touchers', 'caractères lus', 'écrits', 'minutes']

function shown(costs: readonly Cost[]): string {
  const rows = costs.map(({ name, screens, taps, characters, typed, minutes }) =>
    [name, screens, taps, characters, typed, minutes].map((cell) => cell.toLocaleString('fr')),
  )
  return tableOf([titles, ...rows], [12, 6, 8, 14, 6, 7])
}

const isOffered = (slug: string, language: Language): boolean =>
  founding()
    .find((one) => one.slug === slug)
    ?.languages?.includes(language) ?? true

const everybody = [...personas, ...audiencePersonas]

await command({
  name: 'burden',
  summary:
    'Fait répondre dix personnes sur un téléphone, et dit combien d’écrans, de touchers, de lecture et de minutes.',
  options: {
    language: { type: 'string', value: 'LANGUE', default: 'fr', help: 'fr, fr-facile, en, ar ou es' },
    json: { type: 'boolean', help: 'affiche un seul document JSON' },
  },
  async run({ language, json }) {
    if (!isLanguage(language)) throw new CommandError('--language attend fr, fr-facile, en, ar ou es.')
    if (browserHere() === null)
      throw new CommandError(
        'Aucun navigateur ici : installez Chromium ou Chrome, ou nommez-le dans la variable CHROMIUM.',
      )
    await browser()
    pages()
    // trades are asked in French alone
    const who = everybody.filter(({ slug }) => isOffered(slug, language))
    const bar = progress('burden', who.length)
    const costs = await burdens(language, bar.step, who)
    bar.end()
    if (json) print({ personas: costs })
    else print(shown(costs))
    return 0
  },
})
