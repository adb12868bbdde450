/** What a publication changes from the one before, told from what both have published. */
import { zoneChartOf } from '../../analysis/findings/finding.ts'
import { and, counted, typeset } from '../../analysis/text/format.ts'
import type { Head } from '../results/publications.ts'

type Read = Pick<Head, 'number' | 'findings' | 'surveyed'>

/** @returns sentences in French */
export function changesFrom(before: Read, now: Read): string[] {
  const more = now.surveyed.responses - before.surveyed.responses
  const had = namesOf(before)
  const has = namesOf(now)
  const gained = [...has].filter((name) => !had.has(name)).length
  const lost = [...had].filter((name) => !has.has(name)).length
  const waiting = waitingZones(now)
  return [
    more === 0
      ? `Les mêmes réponses que la n° ${before.number}.`
      : `${counted(Math.abs(more), 'réponse', 'réponses')} de ${more > 0 ? 'plus' : 'moins'} que la n° ${before.number}.`,
    gained === 0 && lost === 0
      ? 'Les mêmes résultats ont un chiffre.'
      : [
          ...(gained > 0 ? [`${counted(gained, 'résultat a', 'résultats ont')} un chiffre qui manquait`] : []),
          ...(lost > 0 ? [`${counted(lost, 'résultat n’a', 'résultats n’ont')} plus de chiffre`] : []),
        ]
          .join(' ; ')
          .concat('.'),
    ...(waiting.count === 0
      ? []
      : [
          `${counted(waiting.count, 'chiffre', 'chiffres')} par zone ${waiting.count > 1 ? 'sont' : 'est'} en attente de réponses nouvelles (${and(waiting.zones)}).`,
        ]),
  ].map(typeset)
}

/** Findings with a figure. */
const namesOf = ({ findings }: Read): Set<string> =>
  new Set(findings.filter(({ estimate }) => estimate.value !== null).map(({ indicator }) => indicator))

/** Figures of zones that too few people joined since an earlier publication. */
function waitingZones({ findings }: Read): { count: number; zones: string[] } {
  const names = findings.flatMap((finding) =>
    (zoneChartOf(finding)?.bars ?? []).flatMap(({ label, estimate }) =>
      estimate.value === null && estimate.why === 'waiting' ? [label] : [],
    ),
  )
  return { count: names.length, zones: [...new Set(names)] }
}
