/** « Fiche action »: one action of the plan on a page or two, from its place in the plan to its next steps. */
import {
  capitalised,
  levelHeading,
  levelSaid,
  levelTitle,
  levelWords,
  sheetName,
} from '../../../surveys/authority/levels.ts'
import type { Block, Part, Report } from '../../report/tree.ts'
import {
  colophonOf,
  decisionRows,
  evidenceBlock,
  evidenceOf,
  lastOf,
  limitsOf,
  loggedRows,
  pilotsText,
  planMarks,
  startText,
  stateBadge,
} from './blocks.ts'
import type { PlanAction, PlanSource } from './source.ts'

/** @returns null when the plan has no such action */
export function actionSheetOf(source: PlanSource, number: number): Report | null {
  const action = source.actions.find((one) => one.number === number)
  if (!action) return null
  return {
    front: 'band',
    place: source.place,
    title: `${sheetName()} n° ${number}`,
    subtitle: action.title,
    date: source.date,
    marks: planMarks(source),
    ribbon: null,
    facts: [],
    parts: [placePart(action), knownPart(action, source), decidedPart(action, source), nextPart(action, source)],
    colophon: colophonOf(source),
  }
}

const numbered = (all: readonly { number: number; title: string }[]) =>
  all.map(({ number, title }) => `${number}. ${title}`).join(' · ')

const placePart = (action: PlanAction): Part => ({
  id: 'place',
  title: 'Sa place dans le plan',
  blocks: [
    stateBadge(action),
    {
      kind: 'terms',
      rows: [
        { term: levelHeading('axis', action.axes.length), text: numbered(action.axes) },
        { term: levelHeading('orientation', action.orientations.length), text: numbered(action.orientations) },
        { term: 'Groupe de projet', text: action.group },
        { term: 'Pilotes', text: action.pilots.length === 0 ? '' : pilotsText(action) },
      ].filter(({ text }) => text !== ''),
    },
    ...(action.group === '' ? [{ kind: 'blank', label: 'Groupe de projet' } as const] : []),
    ...(action.pilots.length === 0 ? [{ kind: 'blank', label: 'Pilotes' } as const] : []),
  ],
})

/** One objective after the other, then what nobody knows. */
function knownPart(action: PlanAction, source: PlanSource): Part {
  const limits = limitsOf(action.objectives.flatMap(({ number }) => evidenceOf(source, number)))
  return {
    id: 'constats',
    title: `${action.objectives.length > 1 ? `Ses ${levelWords('objective').several}` : capitalised(levelSaid('its', 'objective'))}, et ce que nous en savons`,
    flow: true,
    blocks: [
      ...action.objectives.flatMap((objective): Block[] => [
        {
          kind: 'heading',
          level: 3,
          eyebrow: `${levelTitle('objective', objective.number)}${startText(objective)}`,
          text: objective.title,
        },
        evidenceBlock(source, objective),
      ]),
      ...(limits.length === 0
        ? []
        : [{ kind: 'note', tone: 'limit', text: `Ce que cela ne dit pas. ${limits.slice(0, 5).join(' ')}` } as const]),
    ],
  }
}

const decidedPart = ({ decisions }: PlanAction, source: PlanSource): Part => ({
  id: 'decisions',
  title: 'Ce qui a été décidé',
  flow: true,
  blocks:
    decisions.length === 0
      ? [{ kind: 'blank', label: 'Décision du comité, et date' }]
      : [{ kind: 'terms', rows: decisionRows(decisions, source.date) }],
})

/** What the pilots say; what they have not said is left to fill in by hand. */
function nextPart(action: PlanAction, source: PlanSource): Part {
  const last = lastOf(action)
  const rows = [
    { term: 'Fait', text: last?.done ?? '' },
    ...loggedRows(source, action),
    { term: 'Difficultés', text: last?.difficulties ?? '' },
    { term: 'Prochaines étapes', text: last?.next ?? '' },
    { term: 'Demandé au comité', text: last?.asked ?? '' },
  ].filter(({ text }) => text.length > 0)
  return {
    id: 'suites',
    title: 'Ce qui est fait, ce qui vient',
    flow: true,
    blocks: [
      ...(rows.length === 0 ? [] : [{ kind: 'terms', rows } as const]),
      ...(last?.done ? [] : [{ kind: 'blank', label: 'Ce qui a été fait' } as const]),
      ...(last?.next ? [] : [{ kind: 'blank', label: 'Prochaines étapes : quoi, qui, quand' } as const]),
    ],
  }
}
