/** The directory of the demonstration: made-up actors, under numbers reserved for fiction. */
import { actions, objectives } from '../../../surveys/authority/plan.ts'
import { communes } from '../../../surveys/authority/territory.ts'
import { dayAfter, dayOf } from '../../../surveys/days.ts'
import type { Card } from '../../../surveys/directory/card.ts'
import type { ActorTheme } from '../../../surveys/directory/rows.ts'
import { unaccented } from '../../../surveys/wording/folded.ts'
import type { AppContext } from '../../context.ts'
import { directoryIn } from '../../evidence/directory/directory.ts'
import { collections } from '../../store/collections.ts'
import { type ActorRow, actorRows } from './actors.ts'

const account = { login: 'demo-annuaire', name: 'Camille Roux (personne fictive)' }

/** Objectives of the first plan that a directory serves, and the cards that count under each. */
const serves: readonly { objective: number; theme: ActorTheme | '' }[] = [
  { objective: 9, theme: '' },
  { objective: 16, theme: 'parentalite' },
  { objective: 26, theme: 'jeunesse' },
]

/** Fills an empty directory once, and opens it: most cards are fresh, a few are out of date, one waits to be read. */
export async function fillDirectory(context: AppContext): Promise<void> {
  const collection = context.store.collection(collections.actors)
  if ((await collection.list()).length > 0) return
  const today = dayOf(context.now())
  for (const [at, one] of actorRows.entries()) {
    const isStale = at % 6 === 5
    const checked = `${dayAfter(today, isStale ? -420 - at : -(7 * at + 3))}T10:00:00.000Z`
    await collection.put(
      `demo-${String(at + 1).padStart(2, '0')}`,
      {
        card: cardOf(one, at),
        consent: { by: 'la direction (fictif)', day: checked.slice(0, 10), way: 'phone' },
        isProposed: false,
        checkedAt: checked,
        link: null,
        addedAt: checked,
        history: [],
      },
      null,
    )
  }
  const directory = directoryIn(context)
  await directory.decide((before) => ({
    ...before,
    takesProposals: true,
    serves: serves.filter(({ objective }) => objectives().some(({ number }) => number === objective)),
    history: [...before.history, { kind: 'opened', by: account.login, at: context.now().toISOString() }],
  }))
  const [first] = actorRows
  if (first)
    await directory.propose('demonstration-de-fiche-proposee-1', {
      card: {
        ...cardOf(first, actorRows.length),
        name: 'Atelier couture solidaire (fictif)',
        kind: 'association',
        does: 'On apprend à coudre et à réparer ses vêtements, entre habitants.',
        themes: ['lien'],
        ages: ['adults', 'elders'],
        actions: [],
      },
      by: 'la présidente (fictif)',
    })
}

function cardOf([name, kind, does, themes, ages, at, hours, numbers]: ActorRow, place: number): Card {
  const bySize = communes().toSorted((a, b) => b.population - a.population)
  const number = String(1000 + 37 * place)
  const web = unaccented(name).replace(/[^a-z]+/g, '-')
  return {
    name: `${name} (fictif)`,
    kind,
    does,
    themes,
    ages,
    places: [...new Set(at.map((one) => bySize[one % bySize.length]?.insee ?? ''))]
      .filter(Boolean)
      .map((commune) => ({ commune, label: 'adresse fictive', hours })),
    isEverywhere: at.length === 0,
    phone: `05 36 49 ${number.slice(0, 2)} ${number.slice(2)}`,
    email: place % 3 === 0 ? `${web}@exemple.fr` : '',
    site: place % 4 === 1 ? `https://${web}.exemple.fr` : '',
    actions: numbers.filter((one) => actions().some((action) => action.number === one)),
  }
}
