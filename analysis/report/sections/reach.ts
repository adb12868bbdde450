/** Who answered, who is missing, where to go next; and what changed since the wave before. */
import { isSingle, type WaveChange } from '../../measures/waves.ts'
import type { Reached, ReportSource } from '../source.ts'
import type { Block, Grid, GridCell, Part } from '../tree.ts'

/** Reports on each questionnaire that somebody answered, those with nothing to report left out. */
export function reached({ questionnaires, reached: all }: ReportSource): Part[] {
  const blocks = all.flatMap((own): Block[] => {
    const title = questionnaires.find(({ slug }) => slug === own.slug)?.title
    if (title === undefined || (own.grids.length === 0 && own.sentences.length === 0)) return []
    return [
      { kind: 'heading', level: 3, text: title },
      { kind: 'list', items: own.sentences },
      ...own.grids.map((grid): Block => ({ kind: 'grid', grid })),
    ]
  })
  if (blocks.length === 0) return []
  return [{ id: 'qui-a-repondu', title: 'Qui a répondu, qui manque', blocks }]
}

/** No part where no question was put twice. */
export function waves({ questionnaires, reached: all }: ReportSource): Part[] {
  const blocks = all.flatMap((own): Block[] => {
    const title = questionnaires.find(({ slug }) => slug === own.slug)?.title
    if (title === undefined || own.waves === null) return []
    const stands = own.waves.changes.filter(({ established }) => established)
    const limits = [...new Set(own.waves.changes.flatMap((change) => change.limits))]
    return [
      { kind: 'heading', level: 3, text: title },
      stands.length > 0
        ? { kind: 'list', items: stands.map(({ sentence }) => sentence) }
        : { kind: 'text', text: 'Aucun changement n’est établi entre les deux vagues.' },
      { kind: 'grid', grid: gridOf(own.waves) },
      { kind: 'note', tone: 'limit', text: `Ce que cela ne dit pas. ${limits.join(' ')}` },
    ]
  })
  return blocks.length === 0 ? [] : [{ id: 'vagues', title: 'D’une vague à l’autre', blocks }]
}

function gridOf({ earlier, later, changes }: NonNullable<Reached['waves']>): Grid {
  return {
    title: 'Les mêmes questions, deux fois',
    base: 'Parts avec leur intervalle à 95 %',
    columns: ['Indicateur', earlier, 'Réponses', later, 'Réponses', 'Écart, en points'],
    rows: changes.map((change) => ({
      label: change.title,
      cells: [...shown(change.earlier), ...shown(change.later), { kind: 'text', text: differenceText(change) }],
    })),
    notes: [
      'Un écart est dit établi quand il tient encore après correction pour toutes les comparaisons faites (Holm).',
    ],
  }
}

const shown = (estimate: WaveChange['earlier']): GridCell[] =>
  estimate.value === null
    ? [
        { kind: 'none', why: estimate.why },
        { kind: 'text', text: '–' },
      ]
    : [
        { kind: 'estimate', estimate },
        { kind: 'count', value: estimate.base },
      ]

/** « +25 (de +14 à +36), établi », « de −4 à +19, non établi » */
export function differenceText(found: Pick<WaveChange, 'earlier' | 'later' | 'change' | 'established'>): string {
  if (found.change === null) return '–'
  const [value, low, high] = [found.change.change, found.change.low, found.change.high].map(signed)
  const within = `de ${low} à ${high}`
  return `${isSingle(found) ? `${value} (${within})` : within}${found.established ? ', établi' : ', non établi'}`
}

const signed = (share: number): string => {
  const points = Math.round(share * 100)
  return points === 0 ? '0' : `${points < 0 ? '−' : '+'}${Math.abs(points)}`
}
