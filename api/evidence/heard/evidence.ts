/** What was heard and seen, as evidence under the objectives of the plan. */

import { countedAs, peopleOf } from '../../../analysis/evidence/heard/counts.ts'
import { busiestMoments, busiestOf, fewestRounds, presenceOf } from '../../../analysis/evidence/heard/presence.ts'
import type { EvidenceItem } from '../../../analysis/evidence/item.ts'
import { foundingDictionary } from '../../../analysis/text/dictionary.ts'
import { counted, decimal, typeset } from '../../../analysis/text/format.ts'
import { encounterKinds } from '../../../surveys/heard/encounter.ts'
import { moments } from '../../../surveys/heard/observation.ts'
import type { EvidenceSource } from '../source.ts'
import { encountersIn, type KnownEncounter } from './encounters.ts'
import { type KnownObservation, observationsIn } from './observations.ts'

export const heardEvidence: EvidenceSource = {
  kind: 'heard',
  async items({ context }) {
    const { demo } = await context.settings()
    const mark = demo ? ', données fictives' : ''
    const encounters = await encountersIn(context).list()
    const observations = await observationsIn(context).list()
    const numbers = [...new Set([...encounters, ...observations].flatMap(({ objectives }) => objectives))]
    return numbers
      .toSorted((a, b) => a - b)
      .flatMap((objective) => [
        ...heardItem(objective, about(encounters, objective), mark),
        ...seenItem(objective, about(observations, objective), mark),
      ])
  },
}

const about = <T extends { objectives: readonly number[] }>(all: readonly T[], objective: number) =>
  all.filter(({ objectives }) => objectives.includes(objective))

const newest = (all: readonly { day: string }[]) =>
  all
    .map(({ day }) => day)
    .toSorted()
    .at(-1)!

function heardItem(objective: number, encounters: readonly KnownEncounter[], mark: string): EvidenceItem[] {
  if (encounters.length === 0) return []
  const people = peopleOf(encounters)
  const themes = mostCoded(encounters, objective)
  const about = themes.length === 0 ? '' : ` On y parle de : ${themes.join(', ')}.`
  return [
    {
      id: 'encounters',
      objective,
      kind: 'heard',
      sentence: typeset(
        `${countedAs(encounters)}, ${counted(people, 'personne écoutée', 'personnes écoutées')}.${about}`,
      ),
      base: countedAs(encounters),
      day: newest(encounters),
      source: `Notes des rencontres${mark}`,
      limits: [
        'Des voix, pas une mesure : on ne sait pas combien de personnes pensent de même.',
        ...(encounters.some(({ mediation }) => mediation !== '')
          ? ['Une partie des paroles est passée par une médiation.']
          : []),
      ],
      href: `/ecoute?objectif=${objective}`,
      chart: {
        title: 'Personnes écoutées, par genre de rencontre',
        unit: 'personnes écoutées',
        points: encounterKinds.flatMap(({ value, text }) => {
          const own = encounters.filter(({ kind }) => kind === value)
          return own.length === 0 ? [] : [{ label: text, value: peopleOf(own) }]
        }),
      },
    },
  ]
}

/** The two themes that most checked quotes touch, in words. */
function mostCoded(encounters: readonly KnownEncounter[], objective: number): string[] {
  const coded = encounters.flatMap(({ quotes, consent }) =>
    consent.scope === 'notes'
      ? []
      : quotes
          .filter(({ check, objectives }) => check?.decision === 'approved' && objectives.includes(objective))
          .flatMap(({ themes }) => themes),
  )
  return foundingDictionary()
    .map(({ id, title }) => ({ title: title.toLowerCase(), times: coded.filter((one) => one === id).length }))
    .filter(({ times }) => times > 0)
    .toSorted((a, b) => b.times - a.times)
    .slice(0, 2)
    .map(({ title }) => title)
}

function seenItem(objective: number, rounds: readonly KnownObservation[], mark: string): EvidenceItem[] {
  if (rounds.length === 0) return []
  const rows = presenceOf(rounds)
  const base = `${counted(rounds.length, 'passage', 'passages')} dans ${counted(rows.length, 'lieu', 'lieux')}`
  const busiest = busiestOf(rows)
  const most =
    busiest === null
      ? ''
      : ` Le plus de monde : ${busiest.place}, ${momentWords(busiest.moment)}, ${decimal(busiest.mean)} personnes par passage.`
  return [
    {
      id: 'observations',
      objective,
      kind: 'heard',
      sentence: typeset(`${base}.${most}`),
      base,
      day: newest(rounds),
      source: `Observation de lieux${mark}`,
      limits: [
        `Un moment où moins de ${fewestRounds} passages ont eu lieu ne dit pas une habitude.`,
        'Là où l’équipe n’est pas passée, on ne sait pas.',
      ],
      href: '/ecoute/lieux',
      chart: {
        title: 'Personnes vues par passage, à l’heure où chaque lieu en voit le plus',
        unit: 'personnes par passage',
        points: busiestMoments(rows).map(({ place, moment, mean }) => ({
          label: `${place}, ${momentWords(moment)}`,
          value: Math.round(mean * 10) / 10,
        })),
      },
    },
  ]
}

const momentWords = (moment: string) => (moments.find(({ value }) => value === moment)?.text ?? moment).toLowerCase()
