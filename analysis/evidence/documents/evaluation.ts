/** « Évaluation »: what was planned, what was done, what came of it, the gaps, what next, action by action. */

import { actionStates, stateText } from '../../../surveys/authority/follow-up.ts'
import { levelSaid, levelTitle, levelWords } from '../../../surveys/authority/levels.ts'
import type { Block, Part, Report } from '../../report/tree.ts'
import { and } from '../../text/format.ts'
import { evidenceKinds } from '../item.ts'
import {
  actionsOf,
  axesOf,
  capital,
  colophonOf,
  decisionTerms,
  evidenceGrid,
  gapText,
  keyItems,
  lastOf,
  limitsOf,
  litIn,
  lowered,
  moreText,
  objectivesOf,
  planMarks,
  quoteBlocks,
  startText,
  stateBadge,
} from './blocks.ts'
import type { PlanAction, PlanSource } from './source.ts'

export function evaluationOf(source: PlanSource): Report {
  const lit = litIn(source)
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
      {
        value: `${lit.length} sur ${objectivesOf(source).length}`,
        label: `${levelWords('objective').several} qu’un constat éclaire`,
      },
      { value: String(source.quotes.length), label: 'citations d’habitants, sans nom' },
    ],
    parts: [
      framePart(source),
      ...axesOf(source).map(
        (axis, at): Part => ({
          id: `axe-${axis.number}`,
          // what stands before has its page to itself
          ...(at === 0 ? {} : { flow: true }),
          title: `${levelTitle('axis', axis.number)}. ${axis.title}`,
          blocks: actionsOf(source, axis.number).flatMap((action) => actionBlocks(action, source)),
        }),
      ),
      voicesPart(source),
      nextPart(source),
      {
        id: 'couverture',
        flow: true,
        title: 'Sur quoi repose cette évaluation',
        blocks: [{ kind: 'grid', grid: evidenceGrid(source) }],
      },
    ],
    colophon: colophonOf(source),
  }
}

const framePart = (source: PlanSource): Part => ({
  id: 'cadre',
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
    { kind: 'heading', level: 3, text: 'Les limites' },
    {
      kind: 'list',
      items: [
        `Sans point de départ mesuré avant ${levelSaid('the', 'action')}, un changement ne peut pas lui être attribué.`,
        ...limitsOf(source.evidence).slice(0, 6),
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
      .flatMap((kind) => {
        const { items, more } = keyItems(source, number, kind, 2)
        return [...items.map(({ sentence }) => sentence), moreText(more)]
      })
      .filter(Boolean)
  const rows = [
    { term: 'Selon les pilotes', text: last?.done ?? '' },
    { term: 'Difficultés', text: last?.difficulties ?? '' },
    { term: 'Suites', text: last?.next ?? '' },
  ].filter(({ text }) => text !== '')
  return [
    {
      kind: 'heading',
      level: 3,
      eyebrow: action.group,
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
          { term: 'Écarts', text: gapLines(gapText(source, objective)) },
        ].flatMap(({ term, text }) =>
          (text.length === 0 ? ['–'] : text).map((line, at) => ({ term: at === 0 ? term : '', text: line })),
        ),
      }),
    ),
    ...(rows.length === 0 ? [] : [{ kind: 'terms', rows } as const]),
    ...(action.decisions.length === 0 ? [] : [decisionTerms(action.decisions, source.date)]),
  ]
}

const gapLines = (gap: string): string[] => (gap === '' ? [] : [`${capital(gap)}.`])

function voicesPart(source: PlanSource): Part {
  const numbers = objectivesOf(source).map(({ number }) => number)
  const blocks = quoteBlocks(source, numbers, 12)
  return {
    id: 'voix',
    title: 'Ce que les habitants en disent',
    blocks: [
      {
        kind: 'text',
        text: 'Des phrases choisies dans les notes de rencontres, sans nom, relues par une seconde personne, avec l’accord de qui a parlé. Elles éclairent ; elles ne comptent pas.',
      },
      ...(blocks.length === 0
        ? [{ kind: 'note', tone: 'limit', text: 'Aucune citation ne peut encore être reprise.' } as const]
        : blocks),
    ],
  }
}

function nextPart(source: PlanSource): Part {
  const rows = actionStates.flatMap(({ value }) => {
    const own = source.actions.filter((action) => lastOf(action)?.state === value)
    return own.length === 0
      ? []
      : [
          {
            term: capital(stateText(value, own.length)),
            text: and(own.map(({ number, title }) => `${number} (${lowered(title)})`)),
          },
        ]
  })
  return {
    id: 'suites',
    title: 'Ce qui continue, s’arrête, change',
    flow: true,
    blocks: [
      ...(rows.length === 0 ? [] : [{ kind: 'terms', rows } as const]),
      { kind: 'blank', label: 'Ce qui continue' },
      { kind: 'blank', label: 'Ce qui s’arrête, et pourquoi' },
      { kind: 'blank', label: 'Ce qui change dans la prochaine convention' },
    ],
  }
}
