/** What the cards of the directory hold that the form would refuse: another programme wrote them, or an earlier edition. */
import { badReach, type Reach } from '../../../surveys/directory/card.ts'
import { collections } from '../../store/collections.ts'
import type { Store } from '../../store/store.ts'
import { type Check, warning } from './check.ts'

const words: Record<Reach, string> = { phone: 'téléphone', email: 'courriel', site: 'site' }
/** Named in the sentence; the others are counted. */
const mostNamed = 5

/** Nothing while every card can be reached as it says. */
export async function directoryChecks(store: Store): Promise<Check[]> {
  const cards = (await store.collection(collections.actors).list()).map(({ value }) => value.card)
  const bad = cards.flatMap((card) => {
    const ways = badReach(card)
    return ways.length === 0 ? [] : [`« ${card.name} » (${ways.map((way) => words[way]).join(', ')})`]
  })
  if (bad.length === 0) return []
  const others = bad.length > mostNamed ? `, et ${bad.length - mostNamed} de plus` : ''
  return [
    warning(
      'Annuaire',
      `Des fiches ont une adresse qui n’en est pas une : ${bad.slice(0, mostNamed).join(', ')}${others}. La page publique montre ce texte sans lien.`,
      'Ouvrez ces fiches (« Annuaire »), corrigez l’adresse, puis enregistrez.',
    ),
  ]
}
