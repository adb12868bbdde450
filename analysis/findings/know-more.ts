/** What it would take to know more than a finding says: answers, tables, places; computed from what is published. */
import { outsideZone, zoneNames } from '../../surveys/authority/territory.ts'
import { unitRows } from '../../surveys/questionnaire/audiences.ts'
import { rules } from '../disclosure/rules.ts'
import type { Estimate } from '../estimates/estimate.ts'
import { and, count, counted, quote, typeset } from '../text/format.ts'
import { type Finding, zoneChartOf } from './finding.ts'
import { strengthRules } from './strength.ts'

/** A simple random sample halves its interval with four times the answers; weights and noise ask for a half more. */
const usualDesignEffect = 1.5
/** Answers for an interval under the widest one that is published, at a share of one half. @source Wald: (2 × 1,96)² × 0,25 / width² */
const leastForShare = Math.ceil(((2 * 1.96) ** 2 * 0.25) / strengthRules.at(-1)!.shareWidth ** 2)

type Read = Pick<Finding, 'estimate' | 'strength' | 'evidence' | 'breakdowns'>

/** @returns sentences in French, none when nothing would help */
export function knowMore({ estimate, strength, evidence, breakdowns }: Read): string[] {
  const words = (answers: number) => counted(answers, ...unitRows[evidence.unit].counted)
  const more =
    estimate.value === null ? missing(evidence.base, words) : narrower({ estimate, strength }, evidence, words)
  return [...more, ...silentZones({ breakdowns }), ...unweighted(evidence)].map(typeset)
}

function missing(base: number | null, words: (answers: number) => string): string[] {
  if (base !== null && base < rules.leastFigure)
    return [
      `Il faudrait au moins ${words(rules.leastFigure)} à cette question pour donner un chiffre ; il y en a ${count(base)}.`,
    ]
  const needed = inFives(Math.max(leastForShare * usualDesignEffect, (base ?? 0) * usualDesignEffect))
  return [`Il faudrait environ ${words(needed)} à cette question pour donner un chiffre.`]
}

function narrower(
  { estimate, strength }: { estimate: Estimate; strength: Finding['strength'] },
  { base }: Finding['evidence'],
  words: (answers: number) => string,
): string[] {
  const at = strengthRules.findIndex((rule) => rule.strength === strength)
  const next = at < 0 ? strengthRules.at(-1)! : strengthRules[at - 1]
  if (!next || estimate.unit !== 'share' || base === null || base === 0) return []
  const width = estimate.high - estimate.low
  const times = Math.max((width / next.shareWidth) ** 2, next.effectiveBase / estimate.effectiveBase)
  if (times <= 1)
    // said of everybody: a zone may still ask for answers, just below
    return [
      'Pour l’ensemble, plus de réponses n’y changeraient rien : il manque un chiffre d’une autre source pour vérifier celui-ci.',
    ]
  const narrow = `Environ ${words(inFives(base * times))}, au lieu de ${count(base)}, donneraient un intervalle de moins de ${Math.round(next.shareWidth * 100)} points`
  return next === strengthRules[0]
    ? [
        `${narrow}.`,
        `Pour être ${quote(next.strength)}, ce chiffre devrait aussi être confirmé par une autre source, ou par quatre personnes sur cinq.`,
      ]
    : [`${narrow} : le résultat serait ${quote(next.strength)}.`]
}

/** Zones that have no figure; nobody goes to look for those who live elsewhere. */
function silentZones(finding: Pick<Finding, 'chart' | 'breakdowns'>): string[] {
  const outside = zoneNames()[outsideZone]
  const silent = (zoneChartOf(finding)?.bars ?? []).filter(
    ({ label, estimate }) => estimate.value === null && label !== outside,
  )
  const [waiting, few] = [true, false].map((isWaiting) =>
    silent.filter(({ estimate }) => estimate.value === null && (estimate.why === 'waiting') === isWaiting),
  )
  return [
    ...(few!.length === 0
      ? []
      : [
          `Pour ${named(few!)}, il manque des réponses : un chiffre demande au moins ${counted(rules.leastFigure, 'réponse', 'réponses')} par zone.`,
        ]),
    ...(waiting!.length === 0
      ? []
      : [
          `Pour ${named(waiting!)}, le chiffre est en attente : trop peu de nouvelles réponses à cette question depuis la dernière publication qui le montrait. Il en faut ${rules.leastNew} entre deux publications, pour que personne ne soit reconnu.`,
        ]),
  ]
}

const named = (bars: readonly { label: string }[]): string => and(bars.map(({ label }) => label))

const unweighted = ({ weighted }: Finding['evidence']): string[] =>
  weighted
    ? []
    : [
        'Les réponses ne sont pas redressées : les marges de la population (Territoire, Tables) le permettraient, sur une question posée ici.',
      ]

const inFives = (answers: number): number => Math.ceil(answers / 5) * 5
