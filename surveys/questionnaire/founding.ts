/** The questionnaires shipped with the product, as the authority in force takes them up: loaded in trial mode at first start. */

import { ofAuthority } from '../authority/in-force.ts'
import type { Authority } from '../authority/schema.ts'
import associations from './founding/associations.json' with { type: 'json' }
import communes from './founding/communes.json' with { type: 'json' }
import employeurs from './founding/employeurs.json' with { type: 'json' }
import familles from './founding/familles.json' with { type: 'json' }
import habitants from './founding/habitants.json' with { type: 'json' }
import jeunes11 from './founding/jeunes-11-15.json' with { type: 'json' }
import jeunes16 from './founding/jeunes-16-25.json' with { type: 'json' }
import loisirsSud from './founding/loisirs-sud.json' with { type: 'json' }
import professionnels from './founding/professionnels.json' with { type: 'json' }
import { Questionnaire } from './questionnaire.ts'
import { resolve } from './resolve.ts'

/** Only what is read before each is parsed: their texts differ by language. */
type Written = { slug: string; indicators: { objective: number; title: string }[] }
const shipped: readonly Written[] = [
  familles,
  loisirsSud,
  jeunes11,
  jeunes16,
  professionnels,
  communes,
  habitants,
  associations,
  employeurs,
]

/**
 * What the shipped questionnaires find out: the objective an indicator names there, with the titles of its indicators. An
 * authority says which of its own objectives each feeds (`names.links`).
 */
export const fed = (): ReadonlyMap<number, string> => topics
const topics = topicsOf(shipped)

/** The same topics, in the titles of what the authority takes up where there are any. */
export const topicsFor = ({ names }: Pick<Authority, 'names'>): ReadonlyMap<number, string> =>
  new Map([...topics, ...topicsOf(shipped.filter(({ slug }) => names.questionnaires.includes(slug)))])

/** All of them in the words of the authority in force, taken up or not: blocks of the library come from here. */
export const models = ofAuthority((authority): readonly Questionnaire[] =>
  shipped.map((json) => Questionnaire.parse(resolve(json, authority))),
)

export const founding = ofAuthority(({ names }): readonly Questionnaire[] =>
  models().filter(({ slug }) => names.questionnaires.includes(slug)),
)

function topicsOf(all: readonly Written[]): Map<number, string> {
  const titles = new Map<number, string[]>()
  for (const { indicators } of all)
    for (const { objective, title } of indicators) titles.set(objective, [...(titles.get(objective) ?? []), title])
  const ordered = [...titles].sort(([a], [b]) => a - b)
  return new Map(ordered.map(([objective, own]) => [objective, [...new Set(own)].slice(0, 3).join(' ; ')]))
}
