/** What a statistician asks for: the method, the questionnaires, the source of each figure, the coverage of the plan. */
import { levelCount, levelCountOf, levelHeading } from '../../../surveys/authority/levels.ts'
import { objectives } from '../../../surveys/authority/plan.ts'
import { rules } from '../../disclosure/rules.ts'
import { shareMethod } from '../../estimates/share.ts'
import { statusWords } from '../../findings/coverage.ts'
import { eachOnce, type Finding } from '../../findings/finding.ts'
import { strengthRules } from '../../findings/strength.ts'
import { count, date, percent } from '../../text/format.ts'
import { findingId } from '../finding-blocks.ts'
import { covered, periodText, type ReportSource } from '../source.ts'
import type { Grid, GridCell, Part } from '../tree.ts'
import { lineToCopy, weightText } from '../weighting-text.ts'
import { questionIndex } from './question-index.ts'
import { reached, waves } from './reach.ts'

/** Numbered in their order: some are there only when they have something to say. */
export const annexes = (source: ReportSource): Part[] =>
  [
    method(source),
    questionnaires(source),
    ...reached(source),
    ...waves(source),
    sources(source),
    questionIndex(source),
    coverageTable(source),
  ].map((part, index) => ({ ...part, title: `Annexe ${index + 1}. ${part.title}` }))

const number = (value: number): GridCell => ({ kind: 'count', value })
const text = (words: string): GridCell => ({ kind: 'text', text: words })

function method(source: ReportSource): Part {
  const { zoning } = source
  const lines = lineToCopy(source)
  return {
    id: 'methode',
    title: 'Méthode',
    blocks: [
      {
        kind: 'terms',
        rows: [
          {
            term: 'Qui répond',
            text: 'Les personnes qui ont trouvé le lien, la borne ou le papier, et qui ont voulu répondre. Ce n’est pas un tirage au sort : les intervalles ne valent que si le fait de répondre ne dépend pas de ce qu’on mesure, à marges égales quand les réponses sont redressées.',
          },
          { term: 'Poids', text: weightText(source) },
          {
            term: 'Parts',
            text: `Intervalle de ${shareMethod}, à 95 %. Les enfants d’une même famille forment une seule unité.`,
          },
          {
            term: 'Moyennes',
            text: 'Calculées sur les parts publiées de chaque classe, comme leur intervalle.',
          },
          {
            term: 'Arrondis',
            text: 'Parts en pour cent entiers, au plus proche ; les extrémités d’un intervalle, vers l’extérieur quand il est étroit, sinon au plus proche.',
          },
          {
            term: 'Semaine',
            text: 'Une demi-heure est un besoin dès qu’une plage la couvre. Sans solution qui tienne : il n’y a personne, ou l’organisation est difficile à tenir. Un enfant dont les semaines alternent compte pour moitié dans chacune.',
          },
          {
            term: 'Zones',
            text: `${zoning.name}, en vigueur au ${date(zoning.date)}. ${zoning.source}. La commune n’est jamais montrée.`,
          },
          { term: 'Âges', text: 'Âge atteint dans l’année de la réponse.' },
          {
            term: 'Protection des petits groupes',
            text: `Méthode des clés de cellule : chaque compte est modifié au hasard, toujours pareil pour les mêmes personnes ; les parts sont des rapports de ces comptes, en pour cent entiers, et les bases sont arrondies à ${rules.baseStep}. Aucun groupe de moins de ${rules.leastDescribed} réponses n’est décrit ; de ${rules.leastDescribed} à ${rules.leastFigure - 1}, en mots seulement. Les intervalles comprennent ce bruit.`,
          },
          {
            term: 'Comparer',
            text: `Les groupes sont une liste fermée ; une classe de moins de ${rules.leastClass} réponses est réunie aux autres.`,
          },
        ],
      },
      {
        kind: 'grid',
        grid: {
          title: 'Force d’un résultat',
          base: 'Réponses efficaces : ce que valent les réponses une fois compté ce qui les lie',
          columns: [
            'Force',
            'Réponses efficaces, au moins',
            'Largeur de l’intervalle d’une part, au plus',
            'Largeur relative d’une moyenne, au plus',
          ],
          rows: strengthRules.map((rule) => ({
            label: rule.strength,
            cells: [
              rule.effectiveBase.toString(),
              `${count(rule.shareWidth * 100)} points`,
              percent(rule.relativeWidth),
            ].map(text),
          })),
          notes: ['Sinon : non concluant. Solide demande un chiffre redressé. Seuils du NCHS (Parker et al., 2017).'],
        },
      },
      ...(lines.length > 0
        ? [{ kind: 'heading', level: 3, text: 'La ligne à recopier' } as const, { kind: 'list', items: lines } as const]
        : []),
    ],
  }
}

function questionnaires({ questionnaires: surveyed, unread }: ReportSource): Part {
  return {
    id: 'questionnaires',
    title: 'Les questionnaires',
    flow: true,
    blocks: [
      {
        kind: 'grid',
        grid: {
          title: 'Questionnaires et réponses prises en compte',
          base: 'Réponses complètes, gardées après vérification',
          columns: ['Questionnaire', 'Version', 'Public', 'Réponses', 'Période', 'État'],
          rows: surveyed.map((one) => ({
            label: one.title,
            cells: [
              String(one.version),
              one.audience,
              count(one.responses),
              periodText(one.period),
              one.trial ? 'essai' : 'en service',
            ].map(text),
          })),
          notes: [],
        },
      },
      ...(unread.length === 0
        ? []
        : [
            {
              kind: 'list',
              items: unread.map(
                (one) => `Indicateur « ${one.indicator} » (${one.questionnaire}) non calculé : ${one.why}.`,
              ),
            } as const,
          ]),
    ],
  }
}

function sources({ findings }: ReportSource): Part {
  return {
    id: 'sources',
    title: 'La source de chaque chiffre',
    blocks: [
      {
        kind: 'grid',
        grid: {
          title: 'Question posée, et ce que valent les réponses',
          base: 'Les réponses efficaces tiennent compte de ce qui les lie ; la période est celle du questionnaire',
          columns: ['Résultat', 'Question posée', 'Questionnaire, version, champ', 'Base', 'Efficaces'],
          rows: eachOnce(findings).map(sourceRow),
          notes: [],
        },
      },
    ],
  }
}

function sourceRow(finding: Finding): Grid['rows'][number] {
  const { source, evidence, title, objective } = finding
  const known = (value: number | null) => (value === null ? text('–') : number(value))
  return {
    label: `${objective}. ${title}`,
    id: `source-${findingId(finding)}`,
    href: `#${findingId(finding)}`,
    cells: [
      text(source.question),
      text(`${source.questionnaire} ${source.version}, ${source.field}`),
      known(evidence.base),
      known(evidence.effectiveBase),
    ],
  }
}

function coverageTable(source: ReportSource): Part {
  const coverage = covered(source)
  const titleOf = new Map(objectives().map(({ number, title }) => [number, title]))
  return {
    id: 'couverture',
    title: `${source.publication === undefined ? 'Ce que les questionnaires disent' : 'Ce que cette publication dit'} ${levelCountOf('objective', coverage.length)}`,
    blocks: [
      {
        kind: 'grid',
        grid: {
          title: 'Couverture du plan',
          base: levelCount('objective', coverage.length),
          columns: [levelHeading('objective'), 'État', 'Questions', 'Indicateurs', 'Résultats', 'Pourquoi'],
          rows: coverage.map((row) => ({
            label: `${row.objective}. ${titleOf.get(row.objective)}`,
            cells: [
              text(statusWords[row.status]),
              ...[row.questions, row.indicators, row.findings].map(number),
              text(row.why),
            ],
          })),
          notes: [],
        },
      },
    ],
  }
}
