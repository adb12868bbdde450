/**
 * Wish and use: which care children have, which their parents would choose, and how many have another one than wished.
 *
 * - in the gap: a wish was stated, it is not « the one we have », and the main care is another kind;
 * - gave up: parents of such a child who say they did not ask for it, or found no place, no hours…: the reasons.
 * The field is the wish; beside it: the main care, the reasons, then what shows who bears the gap.
 */

import { quote } from '../../text/format.ts'
import { type AnswersAt, answersBeside, answersIn, fieldAt } from '../beside.ts'
import type { Layout, Measure, Measured, Subject } from '../measure.ts'
import { ending, needed, optional } from '../sentences.ts'
import { type Answer, answerKey, answersLayout, breakdownLayouts, shareTables, tableId } from '../tables.ts'
import { amongThose, groupsOf, viewOf } from '../view.ts'
import { type Hits, tally } from './population.ts'

/** Kinds of care in the words of the wish; the others are already the same in both questions. */
const wishOf: Readonly<Record<string, string>> = {
  grands_parents: 'proches',
  fratrie: 'proches',
  entourage: 'proches',
  relais_parents: 'parents',
  autre_parent: 'parents',
}
const satisfied = 'actuelle'

/** @throws RangeError when the main care and the reasons are not beside the wish */
export function computeGap(subject: Subject): Measured {
  const [used, reasons, ...bearers] = subject.indicator.beside ?? []
  const pairs = pairsOf(subject, answersBeside(subject, used))
  const modes = subject.field.choices.filter(({ value, special }) => special !== true && value !== satisfied)
  const gap: Answer = { value: 'ecart', label: 'Une autre solution que celle souhaitée', hits: pairs.hits(isGap) }
  const main = viewOf(subject, 'ecart', { breakdowns: subject.breakdowns })
  const tables = shareTables(main, [gap])
  const headline = { table: tableId(main, null), key: answerKey(main, gap.value) }
  const { base, count } = tally(gap.hits)
  if (base === 0) return { tables, headline, rivals: [], layouts: [], week: null }

  const byMode = modeTable(viewOf(subject, 'modes', { among: main.field.path }), modes, pairs)
  const why = count === 0 ? null : reasonTable(subject, main, answersBeside(subject, reasons), pairs)
  const borne = bearers.flatMap((path) => bearerTable(main, path, gap))
  return {
    tables: [...tables, byMode.table, ...(why ? [why.table] : []), ...borne.map(({ table }) => table)],
    headline,
    rivals: [],
    // the figure of the sentence first; what explains it after
    layouts: [
      answersLayout(main, [{ ...gap, label: 'Ensemble' }]),
      ...breakdownLayouts(main, [gap]),
      byMode.layout,
      ...(why ? [why.layout] : []),
      ...borne.flatMap(({ layouts }) => layouts),
    ],
    week: null,
  }
}

type Pair = { wish: string; use: string }
const isGap = ({ wish, use }: Pair) => wish !== satisfied && wish !== use

function pairsOf({ table, column }: Subject, used: AnswersAt) {
  if (column.kind !== 'choice') throw new RangeError('gap needs a choice as the wish')
  const pairs = Array.from({ length: table.rows }, (_, row): Pair | null => {
    const code = column.codes[row]!
    const use = used(row)?.[0]
    return code < 0 || use === undefined ? null : { wish: column.values[code]!, use: wishOf[use] ?? use }
  })
  return {
    pairs,
    hits: (test: (pair: Pair) => boolean): Hits =>
      Float64Array.from(pairs, (pair) => (pair === null ? Number.NaN : Number(test(pair)))),
  }
}

type Mode = { value: string; text: string }

/** For each kind of care: wished, used, and wished by those who have another. A wish fulfilled is a wish for what is used. */
function modeTable(view: Subject, modes: Mode[], { hits }: ReturnType<typeof pairsOf>) {
  const answers = modes.map(({ value, text }) => ({
    text,
    wished: answer(
      `souhait:${value}`,
      text,
      hits(({ wish, use }) => wish === value || (wish === satisfied && use === value)),
    ),
    used: answer(
      `usage:${value}`,
      text,
      hits(({ use }) => use === value),
    ),
    unmet: answer(
      `manque:${value}`,
      text,
      hits((pair) => isGap(pair) && pair.wish === value),
    ),
  }))
  const printed = answers.flatMap(({ wished, used, unmet }) => [wished, used, unmet])
  const [table] = shareTables(view, printed)
  const key = (one: Answer) => answerKey(view, one.value)
  const layout: Layout = {
    table: table!.id,
    title: 'Ce que les parents choisiraient, ce que les enfants ont',
    rowTitle: 'Mode de garde',
    columns: [
      { title: 'Souhaité', kind: 'estimate' },
      { title: 'Utilisé', kind: 'estimate' },
      { title: 'Souhaité sans l’avoir', kind: 'estimate' },
    ],
    rows: answers.map(({ text, wished, used, unmet }) => ({ label: text, keys: [wished, used, unmet].map(key) })),
    drawn: false,
    notes: [
      'Enfants dont les parents disent à la fois la garde principale et celle qu’ils choisiraient. Choisir la même sorte de garde n’est pas un écart : grands-parents, frères et sœurs, voisins et amis comptent ensemble, comme les deux parents.',
    ],
  }
  return { table: table!, layout }
}

const answer = (value: string, label: string, hits: Hits): Answer => ({ value, label, hits })

/** Why, among the children in the gap whose parents say it. */
function reasonTable(subject: Subject, main: Subject, reasonsAt: AnswersAt, { pairs }: ReturnType<typeof pairsOf>) {
  const reasons = choicesOf(subject, subject.indicator.beside![1]!)
  const view = viewOf(subject, 'raisons', { among: `${amongThose(main, 'ecart')}:raisons` })
  const rows = pairs.map((pair, row) => (pair !== null && isGap(pair) ? reasonsAt(row) : null))
  const answers = reasons.map(({ value, text }) =>
    answer(
      value,
      text,
      Float64Array.from(rows, (given) => (given === null ? Number.NaN : Number(given.includes(value)))),
    ),
  )
  const [table] = shareTables(view, answers)
  const layout: Layout = {
    table: table!.id,
    title: 'Pourquoi la solution souhaitée n’est pas celle d’aujourd’hui',
    rowTitle: 'Raison',
    columns: [{ title: 'Part', kind: 'estimate' }],
    rows: answers.map(({ value, label }) => {
      const key = answerKey(view, value)
      return { label, keys: [key], rank: key }
    }),
    order: { table: table!.id, by: 'share' },
    drawn: true,
    notes: ['Plusieurs réponses possibles : le total dépasse 100 %.', ...elsewhere(subject)],
  }
  return { table: table!, layout }
}

/** The same reasons have a result of their own, of all who were asked: its shares are others. */
function elsewhere({ indicator, study }: Subject): string[] {
  const own = study.questionnaire.indicators.find(
    ({ field, id }) => field === indicator.beside![1] && id !== indicator.id,
  )
  return own
    ? [
        `Ici, seuls les enfants qui ont une autre sorte de garde que celle souhaitée. ${quote(own.title)} compte tous ceux pour qui la question est posée.`,
      ]
    : []
}

const choicesOf = (subject: Subject, path: string): Mode[] =>
  fieldAt(subject, path)!.choices.filter(({ special }) => special !== true)

/** The gap among those who ticked something of a sensitive list (« who bears it ») and those who ticked nothing. */
function bearerTable(main: Subject, path: string, gap: Answer) {
  const answersAt = answersIn(main, path)
  const field = fieldAt(main, path)
  if (answersAt === null || field === null) return []
  const groups = groupsOf(
    path,
    field.title,
    [
      { value: 'concerne', text: 'Au moins une situation citée' },
      { value: 'non_concerne', text: 'Aucune' },
    ],
    main.table.rows,
    (row) => {
      const given = answersAt(row)
      return given === null ? -1 : given.every((value) => value === 'aucun') ? 1 : 0
    },
  )
  const view = { ...main, breakdowns: [groups], field: { ...main.field, sensitivity: field.sensitivity } }
  const [, table] = shareTables(view, [gap])
  return [{ table: table!, layouts: breakdownLayouts(view, [gap]) }]
}

export const gapMeasure = {
  name: 'gap',
  title: 'Écart entre souhait et usage',
  help: 'Combien ont une autre solution que celle qu’ils souhaitent. La question lue est le souhait.',
  kinds: ['choice'],
  needsWanted: false,
  beside: [needed('la solution utilisée'), needed('les raisons'), optional('qui est concerné')],
  sentence: `{value} n’ont pas la solution qu’ils souhaitent${ending}`,
  easy: {
    counted: {
      'fr-facile': 'ont une garde, mais les parents en voudraient une autre',
      en: 'have childcare, but their parents would like another kind',
      ar: 'لديهم رعاية، لكن الوالدين يرغبان في نوع آخر',
    },
  },
  compute: computeGap,
} as const satisfies Measure
