/** « Évaluation »: what was planned, what was done, what came of it, the gaps, what next, action by action. */

import { stateText } from '../../../surveys/authority/follow-up.ts'
import { levelSaid, levelTitle, levelWords } from '../../../surveys/authority/levels.ts'
import type { Block, Part, Report } from '../../report/tree.ts'
import { evidenceCounts, evidenceKinds } from '../item.ts'
import {
  actionsGrid,
  axisParts,
  carriedText,
  colophonOf,
  decisionRows,
  evidenceGrid,
  lastOf,
  lateBlocks,
  litFact,
  loggedRows,
  objectivesOf,
  planMarks,
  quotesOn,
  sentencesOf,
  sharedLimitsOf,
  startText,
  stateBadge,
  statesBlock,
} from './blocks.ts'
import type { PlanAction, PlanObjective, PlanSource } from './source.ts'

export function evaluationOf(source: PlanSource): Report {
  const done = source.actions.filter((action) => lastOf(action)?.state === 'done')
  return {
    place: source.place,
    title: 'Évaluation du plan',
    subtitle: source.plan,
    date: source.date,
    marks: planMarks(source),
    ribbon: null,
    facts: [
      {
        value: `${done.length} sur ${source.actions.length}`,
        label: `${levelWords('action').several} ${stateText('done', 2)}`,
      },
      litFact(source),
      { value: String(source.quotes.length), label: 'citations d’habitants, sans nom' },
    ],
    parts: [
      summaryPart(source),
      framePart(),
      ...axisParts(source, (action) => actionBlocks(action, source)),
      voicesPart(source),
      {
        id: 'couverture',
        flow: true,
        title: 'Sur quoi repose cette évaluation',
        blocks: [{ kind: 'grid', grid: evidenceGrid(source) }],
      },
      limitsPart(source),
      nextPart(),
    ],
    colophon: colophonOf(source),
  }
}

/** Where the whole plan stands, on the first page after the cover. */
const summaryPart = (source: PlanSource): Part => ({
  id: 'essentiel',
  title: 'L’essentiel',
  blocks: [
    statesBlock(source),
    { kind: 'grid', grid: actionsGrid(source, ({ decisions }) => decisions.length, 'depuis le début') },
    ...lateBlocks(source),
  ],
})

const framePart = (): Part => ({
  id: 'cadre',
  flow: true,
  title: 'Ce que cette évaluation regarde',
  blocks: [
    {
      kind: 'text',
      tone: 'lead',
      text: `Quatre questions, posées à chaque ${levelWords('action').one}. Aucune note d’ensemble : des constats de genres différents ne s’additionnent pas.`,
    },
    {
      kind: 'terms',
      rows: [
        {
          term: 'Pertinence',
          text: `À quel besoin répond ${levelSaid('the', 'action')} ? Ce que disent les questionnaires et les personnes écoutées.`,
        },
        {
          term: 'Réalisation',
          text: 'Ce qui était prévu est-il fait ? L’état dit par les pilotes et le carnet d’actions.',
        },
        {
          term: 'Effets',
          text: 'Qu’est-ce qui a changé pour les familles et les jeunes ? Les résultats, et les chiffres suivis d’année en année. Des présences ne prouvent pas un effet.',
        },
        {
          term: 'Durée',
          text: 'Qu’est-ce qui continue, s’arrête ou change ? Les décisions prises et les suites proposées.',
        },
      ],
    },
  ],
})

/** Lines of each objective: planned, done and found, what is missing; then what the pilots and the committee say. */
function actionBlocks(action: PlanAction, source: PlanSource): Block[] {
  const last = lastOf(action)
  const found = (number: number, isDone: boolean) =>
    evidenceKinds
      .filter((kind) => (kind === 'counted') === isDone)
      .flatMap((kind) => sentencesOf(source, number, kind, 2))
  const rows = [
    { term: 'Selon les pilotes', text: last?.done ?? '' },
    ...loggedRows(source, action).filter(({ term }) => term !== 'Au carnet'),
    { term: 'Difficultés', text: last?.difficulties ?? '' },
    ...decisionRows(action.decisions, source.date),
    { term: 'Suites', text: last?.next ?? '' },
  ].filter(({ text }) => text.length > 0)
  return [
    {
      kind: 'heading',
      level: 3,
      eyebrow: carriedText(action),
      text: `${levelTitle('action', action.number)}. ${action.title}`,
    },
    stateBadge(action),
    // a line each rather than four narrow columns: results are sentences
    ...action.objectives.map(
      (objective): Block => ({
        kind: 'terms',
        rows: [
          { term: 'Prévu', text: [`${objective.number}. ${objective.title}${startText(objective)}`] },
          { term: 'Fait', text: found(objective.number, true) },
          { term: 'Résultats', text: found(objective.number, false) },
          { term: 'Écarts', text: gapsOf(source, objective) },
        ].filter(({ text }) => text.length > 0),
      }),
    ),
    ...(rows.length === 0 ? [] : [{ kind: 'terms', rows } as const]),
  ]
}

/** What was planned and is not noted as done, and what nobody knows of its effects; nothing when both are known. */
function gapsOf({ evidence, date }: PlanSource, { number, start }: PlanObjective): string[] {
  if (start !== null && start > Number(date.slice(0, 4))) return []
  const { counted, ...effects } = evidenceCounts(evidence, number)
  const isKnown = Object.values(effects).some((count) => count > 0)
  return [
    ...(counted > 0 ? [] : ['Aucune séance n’est notée au carnet.']),
    ...(isKnown ? [] : ['Rien ne dit encore ce que cela change.']),
  ]
}

function voicesPart(source: PlanSource): Part {
  const quotes = quotesOn(
    source,
    objectivesOf(source).map(({ number }) => number),
    12,
  )
  return {
    id: 'voix',
    flow: true,
    title: 'Ce que les habitants en disent',
    blocks: [
      {
        kind: 'text',
        text: 'Des phrases choisies dans les notes de rencontres, sans nom, relues par une seconde personne, avec l’accord de qui a parlé. Elles éclairent ; elles ne comptent pas.',
      },
      ...(quotes.length === 0 ? ['Aucune citation ne peut encore être reprise.'] : quotes).map(
        (text) => ({ kind: 'note', tone: 'plain', text }) as const,
      ),
    ],
  }
}

/** What the committee decides, by hand; what the pilots propose stands under each action. */
const nextPart = (): Part => ({
  id: 'suites',
  title: 'Ce qui continue, s’arrête, change',
  flow: true,
  blocks: [
    { kind: 'blank', label: 'Ce qui continue' },
    { kind: 'blank', label: 'Ce qui s’arrête, et pourquoi' },
    { kind: 'blank', label: 'Ce qui change dans la prochaine convention' },
  ],
})

const limitsPart = (source: PlanSource): Part => ({
  id: 'limites',
  title: 'Ce que cette évaluation ne dit pas',
  flow: true,
  blocks: [
    {
      kind: 'list',
      items: [
        `Sans point de départ mesuré avant ${levelSaid('the', 'action')}, un changement ne peut pas lui être attribué.`,
        ...sharedLimitsOf(source.evidence),
      ],
    },
  ],
})
