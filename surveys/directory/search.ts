/** Finds actors by words, commune, theme and age, as somebody types them on a phone. */

import { folded } from '../wording/folded.ts'
import type { Card } from './card.ts'
import { type ActorAge, type ActorTheme, kindText, themeText } from './rows.ts'

/** '' = all. */
export type Search = { words: string; commune: string; theme: ActorTheme | ''; age: ActorAge | '' }

/** Small letters without accents: « Garde d’enfants » → « garde d enfants ». */
const plain = (text: string) =>
  folded(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()

/** Words that say nothing of what is looked for. */
const empty = new Set([
  'a',
  'au',
  'aux',
  'd',
  'de',
  'des',
  'du',
  'en',
  'et',
  'l',
  'la',
  'le',
  'les',
  'pour',
  'un',
  'une',
])

/**
 * Cards that have every word typed, begun or whole, however it is accented; an actor that goes everywhere is found in each commune.
 *
 * @param cards in the order they are shown; with the names of their communes
 * @returns those in the commune first, then those that go there
 */
export function found<Actor extends { card: Card; communeNames: readonly string[] }>(
  actors: readonly Actor[],
  { words, commune, theme, age }: Search,
): Actor[] {
  const wanted = plain(words)
    .split(' ')
    .filter((word) => word !== '' && !empty.has(word))
    // « crèches » finds « crèche »
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, '') : word))
  const isThere = ({ card: { places } }: Actor) => places.some((place) => place.commune === commune)
  const fitting = actors.filter((actor) => {
    const { card } = actor
    if (commune !== '' && !card.isEverywhere && !isThere(actor)) return false
    if (theme !== '' && !card.themes.includes(theme)) return false
    if (age !== '' && !card.ages.includes(age)) return false
    const said = ` ${plain(textOf(actor))}`
    return wanted.every((word) => said.includes(` ${word}`))
  })
  return commune === '' ? fitting : [...fitting.filter(isThere), ...fitting.filter((one) => !isThere(one))]
}

const textOf = ({ card, communeNames }: { card: Card; communeNames: readonly string[] }) =>
  [
    card.name,
    kindText(card.kind),
    card.does,
    ...card.themes.map((theme) => themeText(theme)),
    ...card.places.map(({ label }) => label),
    ...communeNames,
  ].join(' ')
