/** What two people changed in one questionnaire at the same places, said for whoever chooses between the two. */
import { type Crossing, merged, type Side } from '../edit/merge.ts'
import type { Language, Questionnaire } from '../questionnaire/questionnaire.ts'
import { changesBetween, spotsOf } from './changes.ts'

/** `what` is « Titre »; null = nothing stands there. */
export type CrossedRow = { what: string; mine: string | null; theirs: string | null; language?: Language | undefined }
export type Crossed = {
  place: string
  /** Name of the place, in French. */
  where: string
  rows: CrossedRow[]
}

/** @returns what is to be chosen; and the choices that nobody needs to make: what differs there is said to nobody either */
export function crossedBetween(
  base: Questionnaire,
  mine: Questionnaire,
  theirs: Questionnaire,
): { asked: Crossed[]; choices: Map<string, Side> } {
  const here = merged(base, mine, theirs)
  const asked: Crossed[] = []
  const choices = new Map<string, Side>()
  for (const crossing of here.crossings) {
    const there = merged(base, mine, theirs, new Map([[crossing.place, 'theirs']])).questionnaire
    const crossed = ofParts(crossing, here.questionnaire, there) ?? ofChanges(crossing, here.questionnaire, there)
    if (crossed.rows.length > 0) asked.push(crossed)
    else choices.set(crossing.place, 'mine')
  }
  return { asked, choices }
}

/** Where something stands, and whether it does. */
function ofParts({ place, ...crossing }: Crossing, here: Questionnaire, there: Questionnaire): Crossed | null {
  const [kind, key = '', ...deeper] = place.split('\n')
  const names = new Map([...spotsOf(there), ...spotsOf(here)].map((spot) => [spot.key, spot.name]))
  const nameOf = (one: unknown) => names.get(String(one)) ?? String(one)
  const crossed = (where: string, what: string, say: (value: unknown) => string | null): Crossed => ({
    place,
    where,
    rows: [{ what, mine: say(crossing.mine), theirs: say(crossing.theirs) }],
  })
  if (kind === 'holder') return crossed(nameOf(key), 'Où elle se trouve', nameOf)
  if (kind === 'order')
    return crossed(key === '' ? 'Les pages' : nameOf(key), 'Ordre', (keys) =>
      (keys as string[]).map(nameOf).join(' · '),
    )
  if (kind !== 'part' || deeper.length > 0) return null
  const isNew = crossing.base === undefined
  return crossed(nameOf(key), isNew ? 'Ajout sous le même code' : 'Retrait', (value) =>
    value === undefined
      ? 'Retirer'
      : isNew
        ? (spotsOf(value === crossing.mine ? here : there).find((spot) => spot.key === key)?.name ?? key)
        : 'Garder, avec ce qui a changé',
  )
}

function ofChanges({ place }: Crossing, here: Questionnaire, there: Questionnaire): Crossed {
  const changes = changesBetween(there, here)
  return {
    place,
    where:
      changes.length > 0 && changes.every(({ where }) => where === changes[0]!.where)
        ? changes[0]!.where
        : 'Le questionnaire',
    rows: changes.map(({ sentence, before, after, language }) => ({
      what: nameIn(sentence),
      mine: after,
      theirs: before,
      language,
    })),
  }
}

/** What a sentence is about, without what became of it; the title of a question stands under its own name. */
const nameIn = (sentence: string): string =>
  sentence
    .replace(/^Texte \S+\s: /u, '')
    .replace(/\.$/, '')
    .replace(/^Question(?=,|$)/, 'Titre')
