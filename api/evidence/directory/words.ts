/** A card in words: its fields one by one, for tables, histories and documents. */

import { and, typeset } from '../../../analysis/text/format.ts'
import { levelHeading } from '../../../surveys/authority/levels.ts'
import { communes } from '../../../surveys/authority/territory.ts'
import type { Card } from '../../../surveys/directory/card.ts'
import { ageText, kindText, themeText } from '../../../surveys/directory/rows.ts'

/** The code itself when the territory no longer has it. */
export const communeName = (insee: string): string => communes().find((one) => one.insee === insee)?.name ?? insee

export const communeNames = ({ places }: Pick<Card, 'places'>): string[] => [
  ...new Set(places.map(({ commune }) => communeName(commune))),
]

const placeText = ({ commune, label, hours }: Card['places'][number]) =>
  [communeName(commune), label, hours].filter(Boolean).join(', ')

const fields: readonly { title: string; text: (card: Card) => string }[] = [
  { title: 'Nom', text: ({ name }) => name },
  { title: 'Genre', text: ({ kind }) => kindText(kind) },
  { title: 'Ce qui est proposé', text: ({ does }) => does },
  { title: 'Thèmes', text: ({ themes }) => themes.map((theme) => themeText(theme)).join(', ') },
  { title: 'Âges', text: ({ ages }) => ages.map((age) => ageText(age)).join(', ') },
  { title: 'Lieux', text: ({ places }) => places.map(placeText).join(' ; ') },
  { title: 'Tout le territoire', text: ({ isEverywhere }) => (isEverywhere ? 'oui' : 'non') },
  { title: 'Téléphone', text: ({ phone }) => phone },
  { title: 'Courriel', text: ({ email }) => email },
  { title: 'Site', text: ({ site }) => site },
  {
    get title() {
      return `${levelHeading('action', 2)} du plan`
    },
    text: ({ actions }) => and(actions.map(String)),
  },
]

/** What differs between two cards, a sentence a field: « Téléphone : 05 … → 06 … ». */
export const cardChanges = (before: Card, after: Card): string[] =>
  fields.flatMap(({ title, text }) => {
    const [was, is] = [text(before), text(after)]
    return was === is ? [] : [typeset(`${title} : ${was || 'rien'} → ${is || 'rien'}`)]
  })
