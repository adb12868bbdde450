/** The report that a committee reads: at most fifteen pages; annexes are in the full one. */

import { levelCountOf } from '../../../surveys/authority/levels.ts'
import { and, quote, typeset } from '../../text/format.ts'
import { reportFrame } from '../build.ts'
import { guide } from '../sections/guide.ts'
import { summary } from '../sections/summary.ts'
import type { ReportSource } from '../source.ts'
import type { Block, Part, Report } from '../tree.ts'
import { weightText } from '../weighting-text.ts'
import { type CommitteePage, committeePages, committeeParts, linesPart } from './committee.ts'
import { comparisonGrid, gapSentence, seriesOf, withoutGap, worthReading } from './groups.ts'
import { objectiveParts } from './objectives.ts'
import { siglesIn } from './sigles.ts'

export function shortReportOf(source: ReportSource): Report {
  const pages = committeePages(source)
  const parts = [
    ...committeeParts(pages, source, 'workbook'),
    ...objectiveParts(source, pages),
    ...comparisons(source, pages),
  ]
  const first = summary(source)
  const sigles = siglesIn([first, ...parts])
  return {
    ...reportFrame(source),
    parts: [
      first,
      { ...withSigles(guide(source), sigles), flow: true },
      ...parts,
      method(source, parts.some(isMapped)),
    ],
  }
}

/** The committee's pages alone, for whoever decides; null when nothing can be put before it. @param subtitle who it is for, until when */
export function committeeReportOf(source: ReportSource, subtitle: string): Report | null {
  const pages = committeePages(source)
  if (pages.length === 0) return null
  return {
    ...reportFrame(source),
    title: 'Une page pour décider',
    subtitle,
    // whoever opens it on a phone reads the first question at once
    front: 'band',
    parts: [...committeeParts(pages, source, 'end'), ...linesPart(pages)],
  }
}

/** Abbreviations join the words explained before the first figure. */
const withSigles = (part: Part, sigles: string | null): Part =>
  sigles === null
    ? part
    : { ...part, blocks: [...part.blocks, { kind: 'terms', rows: [{ term: 'Sigles', text: sigles }] }] }

/** Those of the committee’s pages stand there already. */
function comparisons({ findings }: ReportSource, pages: readonly CommitteePage[]): Part[] {
  const known = pages.map(({ where }) => where?.finding)
  const others = findings.filter((finding) => !known.includes(finding))
  const worth = worthReading(others)
  const without = withoutGap(others).map(({ title }) => quote(title))
  if (!others.some((finding) => seriesOf(finding).length > 0)) return []
  const blocks = worth.flatMap((one): Block[] => [
    { kind: 'heading', level: 3, eyebrow: one.finding.source.title, text: one.finding.title },
    { kind: 'text', text: gapSentence(one) },
    { kind: 'grid', ...comparisonGrid(one) },
  ])
  const silent = [
    ...(worth.length === 0 ? ['Aucun écart entre groupes n’est assez net pour être mis en avant ici.'] : []),
    ...(without.length === 0 ? [] : [`Aucun écart entre groupes n’est établi pour ${and(without)}.`]),
  ]
  return [
    {
      id: 'comparaisons',
      title: 'Les comparaisons à lire',
      flow: true,
      blocks: [...blocks, ...silent.map((text): Block => ({ kind: 'text', tone: 'small', text: typeset(text) }))],
    },
  ]
}

const isMapped = ({ blocks }: Part): boolean => blocks.some(({ kind }) => kind === 'map')

const method = (source: ReportSource, isDrawn: boolean): Part => ({
  id: 'methode',
  title: 'Méthode, en bref',
  flow: true,
  blocks: [
    { kind: 'text', text: weightText(source) },
    ...(isDrawn && source.outlines ? [{ kind: 'text', text: `Cartes : ${source.outlines.source}.` } as const] : []),
    {
      kind: 'text',
      tone: 'small',
      text: `Le rapport complet, que l’équipe remet à qui le demande, donne les tableaux de chaque résultat, la méthode en entier, la ligne à recopier sous un chiffre, la source de chaque chiffre et l’état ${levelCountOf('objective', source.coverage.length)}. Tous les tableaux par groupe sont dans le classeur.`,
    },
  ],
})
