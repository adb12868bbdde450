/** Questions and blocks ready to be taken up, with codes that stay the same from one questionnaire to the next. */

import { ofAuthority } from '../authority/in-force.ts'
import { namesIn, parseCondition } from '../conditions/expression.ts'
import { listOf } from './elements.ts'
import { models } from './founding.ts'
import adaptation from './library/adaptation.json' with { type: 'json' }
import fin from './library/fin.json' with { type: 'json' }
import foyer from './library/foyer.json' with { type: 'json' }
import garde from './library/garde.json' with { type: 'json' }
import information from './library/information.json' with { type: 'json' }
import jeunes from './library/jeunes.json' with { type: 'json' }
import satisfaction from './library/satisfaction.json' with { type: 'json' }
import type { DefinitionElement } from './questionnaire.ts'

export type LibraryItem = {
  /** Stable. */
  id: string
  /** French. */
  title: string
  theme: string
  elements: DefinitionElement[]
}

/** An item as written: its own elements, or those of a founding questionnaire, so that no text stands twice. */
type Written = {
  id: string
  title: string
  elements?: unknown
  from?: { questionnaire: string; codes: string[]; rows?: Record<string, string[]> }
}

const themes: readonly (readonly [string, Written[]])[] = [
  ['Le foyer', foyer],
  ['La garde des enfants', garde],
  ['Handicap et quotidien', adaptation],
  ['L’information', information],
  ['La satisfaction', satisfaction],
  ['Les jeunes', jeunes],
  ['La fin', fin],
]

export const library = ofAuthority((): readonly LibraryItem[] =>
  themes.flatMap(([theme, items]) =>
    items.map(({ id, title, elements, from }) => ({
      id,
      title,
      theme,
      elements: from ? taken(from) : listOf<DefinitionElement>(elements),
    })),
  ),
)

function taken({ questionnaire: slug, codes, rows = {} }: NonNullable<Written['from']>): DefinitionElement[] {
  const source = models().find((questionnaire) => questionnaire.slug === slug)!
  const offered = source.definition.pages.flatMap(({ elements }) => elements)
  const elements = codes.map((code) => structuredClone(offered.find(({ name }) => name === code)!))
  for (const element of elements) {
    const wanted = rows[element.name]
    if (wanted)
      element.templateElements = onTheirOwn(
        listOf<DefinitionElement>(element.templateElements).filter(({ name }) => wanted.includes(name)),
        'panel.',
      )
  }
  return onTheirOwn(elements, '')
}

/** A condition on a question that is not taken along is left out: the question is then asked of everybody. */
function onTheirOwn(elements: DefinitionElement[], prefix: string): DefinitionElement[] {
  const known = new Set(elements.map(({ name }) => prefix + name))
  return elements.map(({ visibleIf, ...element }) => {
    const isAnswerable =
      typeof visibleIf === 'string' && namesIn(parseCondition(visibleIf)).every((name) => known.has(name))
    return (isAnswerable ? { ...element, visibleIf } : element) as DefinitionElement
  })
}
