/** « Bilan annuel »: one page to read, then action by action what was done and counted, what is missing, what is asked. */
import { levelCount, levelTitle, levelWords } from '../../../surveys/authority/levels.ts'
import type { Block, Part, Report } from '../../report/tree.ts'
import { and, counted } from '../../text/format.ts'
import { evidenceKinds, evidenceWords } from '../item.ts'
import {
  actionsOf,
  axesOf,
  colophonOf,
  decisionTerms,
  evidenceGrid,
  evidenceOf,
  gapText,
  keyItems,
  lastOf,
  limitsOf,
  litIn,
  lowered,
  moreText,
  objectivesOf,
  pilotsText,
  planMarks,
  quoteBlocks,
  saidBlock,
  stateBadge,
  statesText,
} from './blocks.ts'
import { type PlanAction, type PlanSource, upTo } from './source.ts'

export function annualReviewOf(whole: PlanSource, year: number): Report {
  const source = upTo(whole, year)
  const lit = litIn(source)
  const objectives = objectivesOf(source)
  const decided = source.actions.flatMap(({ decisions }) => decisions.filter(({ date }) => date.startsWith(`${year}`)))
  return {
    place: source.place,
    title: `Bilan de l’année ${year}`,
    subtitle: source.plan,
    date: source.date,
    marks: planMarks(source),
    ribbon: null,
    facts: [
      { value: String(source.actions.length), label: `${levelWords('action').several} au plan` },
      {
        value: `${lit.length} sur ${objectives.length}`,
        label: `${levelWords('objective').several} qu’un constat éclaire`,
      },
      { value: String(decided.length), label: decided.length < 2 ? 'décision dans l’année' : 'décisions dans l’année' },
    ],
    parts: [
      summaryPart(source, year),
      ...axesOf(source).map(
        (axis, at): Part => ({
          id: `axe-${axis.number}`,
          // what stands before has its page to itself
          ...(at === 0 ? {} : { flow: true }),
          title: `${levelTitle('axis', axis.number)}. ${axis.title}`,
          blocks: actionsOf(source, axis.number).flatMap((action) => actionBlocks(action, source, year)),
        }),
      ),
      {
        id: 'manques',
        flow: true,
        title: `Preuves et manques, ${levelWords('objective').one} par ${levelWords('objective').one}`,
        blocks: [{ kind: 'grid', grid: evidenceGrid(source) }],
      },
      limitsPart(source),
    ],
    colophon: colophonOf(source),
  }
}

/** All that whoever reads one page must know. */
function summaryPart(source: PlanSource, year: number): Part {
  const lit = litIn(source)
  const dark = objectivesOf(source).filter((objective) => !lit.includes(objective))
  const fresh = source.evidence.filter(({ day }) => day.startsWith(`${year}`))
  const asked = source.actions.flatMap((action) => {
    const words = lastOf(action)?.asked ?? ''
    return words === '' ? [] : [`${levelTitle('action', action.number)}, ${lowered(action.title)} : ${words}`]
  })
  const hard = source.actions.flatMap((action) => {
    const words = lastOf(action)?.difficulties ?? ''
    return words === '' ? [] : [`${levelTitle('action', action.number)} : ${words}`]
  })
  const heading = (text: string): Block => ({ kind: 'heading', level: 3, text })
  return {
    id: 'essentiel',
    title: 'L’essentiel en une page',
    blocks: [
      {
        kind: 'text',
        tone: 'lead',
        text: `${levelCount('action', source.actions.length)} : ${statesText(source)}.`,
      },
      {
        kind: 'terms',
        rows: [
          ...evidenceKinds.map((kind) => {
            const own = source.evidence.filter((item) => item.kind === kind)
            const { size } = new Set(own.map(({ objective }) => objective))
            const recent = fresh.filter((item) => item.kind === kind).length
            return {
              term: evidenceWords[kind].name,
              text:
                own.length === 0
                  ? 'Rien à ce jour.'
                  : `${counted(own.length, evidenceWords[kind].one, evidenceWords[kind].several)} pour ${levelCount('objective', size)}, dont ${recent} de ${year}.`,
            }
          }),
          {
            term: 'Sans rien',
            text:
              dark.length === 0
                ? `Chaque ${levelWords('objective').one} a au moins un constat.`
                : `${levelCount('objective', dark.length)} : ${and(dark.map(({ number }) => String(number)))}.`,
          },
        ],
      },
      heading('Difficultés'),
      ...(hard.length === 0
        ? [saidBlock('Difficultés de l’année', '')]
        : [{ kind: 'list', items: hard.slice(0, 5) } as const]),
      heading('Décisions demandées au comité'),
      ...(asked.length === 0
        ? [saidBlock('Décisions demandées', '')]
        : [{ kind: 'list', items: asked.slice(0, 6) } as const]),
    ],
  }
}

function actionBlocks(action: PlanAction, source: PlanSource, year: number): Block[] {
  const last = lastOf(action)
  const decided = action.decisions.filter(({ date }) => date.startsWith(`${year}`))
  const found = action.objectives.flatMap(({ number }) =>
    evidenceKinds.flatMap((kind) => {
      const { items, more } = keyItems(source, number, kind, 2)
      const sentences = [...items.map(({ sentence }) => sentence), moreText(more)].filter(Boolean).join(' ')
      return items.length === 0
        ? []
        : [`${levelTitle('objective', number)}, ${evidenceWords[kind].name.toLowerCase()} : ${sentences}`]
    }),
  )
  const gaps = action.objectives.flatMap((objective) =>
    evidenceOf(source, objective.number).length === 0
      ? [`${levelTitle('objective', objective.number)}, ${lowered(objective.short)} : ${gapText(source, objective)}.`]
      : [],
  )
  return [
    {
      kind: 'heading',
      level: 3,
      id: `action-${action.number}`,
      eyebrow: `${action.group} · pilotes : ${pilotsText(action)}`,
      text: `${levelTitle('action', action.number)}. ${action.title}`,
    },
    stateBadge(action),
    saidBlock(`${levelTitle('action', action.number)} : ce qui a été fait en ${year}`, last?.done ?? ''),
    ...(found.length === 0 ? [] : [{ kind: 'list', items: found } as const]),
    ...quoteBlocks(
      source,
      action.objectives.map(({ number }) => number),
      1,
    ),
    ...(gaps.length === 0 ? [] : [{ kind: 'note', tone: 'limit', text: `Ce qui manque. ${gaps.join(' ')}` } as const]),
    ...(last?.difficulties ? [{ kind: 'text', text: `Difficultés : ${last.difficulties}` } as const] : []),
    ...(decided.length === 0 ? [] : [decisionTerms(decided, source.date)]),
    ...(last?.next ? [{ kind: 'text', text: `Et ensuite : ${last.next}` } as const] : []),
  ]
}

function limitsPart(source: PlanSource): Part {
  const items = limitsOf(source.evidence)
  return {
    id: 'limites',
    title: 'Ce que ces constats ne disent pas',
    flow: true,
    blocks:
      items.length === 0
        ? [{ kind: 'text', text: 'Aucun constat n’est encore réuni.' }]
        : [{ kind: 'list', items: items.slice(0, 12) }],
  }
}
