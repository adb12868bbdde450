/** What changed around the questions: whom it is for, the notice, the settings it asks for, the indicators. */

import { levelHeading, levelWords } from '../authority/levels.ts'
import { offeredLanguages } from '../edit/head.ts'
import { languageRows } from '../languages.ts'
import { audienceRows, unitRows } from '../questionnaire/audiences.ts'
import { isObject, listOf } from '../questionnaire/elements.ts'
import type { Indicator, Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Change } from './change.ts'

const audienceText = ({ audience }: Questionnaire) => {
  const name = audienceRows[audience]?.name ?? String(audience)
  return name.charAt(0).toLowerCase() + name.slice(1)
}
const languagesText = (questionnaire: Questionnaire) =>
  offeredLanguages(questionnaire)
    .map((language) => languageRows[language].french)
    .join(', ')
const unitText = ({ unit }: Questionnaire) => unitRows[unit]?.holder ?? String(unit)

export function changesOfWhole(before: Questionnaire, after: Questionnaire): Change[] {
  const whole = { kind: 'whole', path: '', where: 'Le questionnaire' } as const
  const differ = (sentence: string, one: string, two: string): Change[] =>
    one === two ? [] : [{ ...whole, what: 'changed', sentence, before: one, after: two }]
  const lists: Change[] = [
    ...listed(before.notice?.lines, after.notice?.lines, ({ id }) => id).map(
      ({ what, key }): Change => ({
        kind: 'whole',
        what,
        path: 'notice',
        where: 'La notice',
        sentence: `Ligne «\u202f${key}\u202f» ${what === 'added' ? 'ajoutée' : 'retirée'}.`,
        before: null,
        after: null,
      }),
    ),
    ...listed(before.parameters, after.parameters, ({ name }) => name).map(
      ({ what, key }): Change => ({
        ...whole,
        what,
        sentence: `Réglage «\u202f${key}\u202f» ${what === 'added' ? 'demandé' : 'qui n’est plus demandé'}.`,
        before: null,
        after: null,
      }),
    ),
  ]
  return [
    ...differ('Public.', audienceText(before), audienceText(after)),
    ...differ('Une fiche compte pour.', unitText(before), unitText(after)),
    ...differ('Langues proposées.', languagesText(before), languagesText(after)),
    ...differ('Durée annoncée.', `${before.minutes}\u00a0min`, `${after.minutes}\u00a0min`),
    ...lists,
  ]
}

const indicatorParts = (): [keyof Indicator, string][] => [
  ['title', 'Titre'],
  ['sentence', 'Phrase du résultat'],
  ['phrases', 'Mots de la phrase pour chaque réponse'],
  ['objective', `${levelHeading('objective')} du plan`],
  ['alsoServes', `Sert aussi : ${levelWords('objective').several}`],
  ['field', 'Question lue'],
  ['measure', 'Mesure'],
  ['wanted', 'Réponses comptées'],
  ['beside', 'Autres questions lues'],
  ['breakdowns', 'Croisements'],
  ['intention', 'Intention ou souhait'],
  ['unit', 'Ce qui est compté'],
]

function partText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'oui' : ''
  if (!isObject(value)) return String(value ?? '')
  return Object.entries(value)
    .map(([answer, words]) => `${answer} : ${words ?? 'jamais en tête'}`)
    .join('\n')
}

export function changesOfIndicators(before: Questionnaire, after: Questionnaire): Change[] {
  const [old, now] = [listOf<Indicator>(before.indicators), listOf<Indicator>(after.indicators)]
  const base = (indicator: Indicator) => ({
    kind: 'indicator' as const,
    path: 'indicators',
    where: `Indicateur «\u202f${indicator.title}\u202f»`,
  })
  return [
    ...now.flatMap((indicator): Change[] => {
      const was = old.find(({ id }) => id === indicator.id)
      if (was === undefined)
        return [
          {
            ...base(indicator),
            what: 'added',
            sentence: 'Indicateur ajouté.',
            before: null,
            after: indicator.sentence,
          },
        ]
      return indicatorParts().flatMap(([property, name]): Change[] => {
        const [one, two] = [partText(was[property]), partText(indicator[property])]
        return one === two
          ? []
          : [{ ...base(indicator), what: 'changed', sentence: `${name}.`, before: one || null, after: two || null }]
      })
    }),
    ...old
      .filter(({ id }) => !now.some((indicator) => indicator.id === id))
      .map(
        (indicator): Change => ({
          ...base(indicator),
          what: 'removed',
          sentence: 'Indicateur retiré.',
          before: indicator.sentence,
          after: null,
        }),
      ),
  ]
}

function listed<T>(before: readonly T[] | undefined, after: readonly T[] | undefined, keyOf: (item: T) => string) {
  const keys = (list: readonly T[] | undefined) => listOf<T>(list).map((item) => String(keyOf(item)))
  const [old, now] = [keys(before), keys(after)]
  return [
    ...now.filter((key) => !old.includes(key)).map((key) => ({ what: 'added' as const, key })),
    ...old.filter((key) => !now.includes(key)).map((key) => ({ what: 'removed' as const, key })),
  ]
}
