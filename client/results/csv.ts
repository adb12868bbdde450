/** What is shown as rows for a spreadsheet, saved or copied: the same figures, with base, interval and mention. */
import type { analyse } from '../../api/wire/public.ts'
import type { Cell } from '../../surveys/csv.ts'
import { isUnestablished } from '../parts/charts/established.ts'

const decimal = (value: number) => String(Math.round(value * 10_000) / 10_000).replace('.', ',')

/** Tables of a finding under one another, each with its title and base, as they are shown. */
export function rowsOfGrids(
  grids: readonly analyse.FindingPage['tables'][number]['grid'][],
  { publication, mention }: Pick<analyse.FindingPage, 'publication' | 'mention'>,
): Cell[][] {
  const tables = grids.flatMap(({ title, base, columns, rows, notes }) => [
    [title],
    [base],
    columns,
    ...rows.map(({ label, cells }) => [
      label,
      ...cells.map(({ text, small }) => (small ? `${text} (${small})` : text)),
    ]),
    ...notes.map((note) => [note]),
    [''],
  ])
  return [...tables, ...noticesOf(publication), [`Publication n° ${publication.number} · ${mention}`]]
}

const noticesOf = ({ notices = [] }: analyse.PublicationLine) =>
  notices.map(({ kind, reason, day }) => [
    `${kind === 'erratum' ? 'Erratum' : 'Publication retirée'} (${day}) : ${reason}`,
  ])

/** @param zones everybody first */
export function rowsOfZones(
  { title, brief, base, zones }: analyse.MappedFindings['findings'][number],
  publication: analyse.PublicationLine,
  mention: string,
): Cell[][] {
  const whole = zones[0]!.estimate
  const gap = (estimate: analyse.MaybeEstimate) =>
    estimate.value === null || whole.value === null ? '' : isUnestablished(estimate, whole) ? 'non établi' : 'établi'
  return [
    ['Zone', 'Valeur', 'Bas (95 %)', 'Haut (95 %)', 'Base', 'Écart avec l’ensemble'],
    ...zones.map(({ name, text, estimate }, at) => [
      name,
      ...(estimate.value === null
        ? [text, '', '', '']
        : [estimate.value, estimate.low, estimate.high, estimate.base].map(decimal)),
      at === 0 ? '' : gap(estimate),
    ]),
    [''],
    [brief],
    [base],
    ...noticesOf(publication),
    [`${title} · publication n° ${publication.number} · ${mention}`],
  ]
}

export function rowsOf(explored: analyse.Explored): Cell[][] {
  const { lists, answers, cells, whole, who, publication, mention, title, isWholeOnly } = explored
  const head = [...lists.map((list) => list.title), 'Réponse', 'Valeur', 'Bas (95 %)', 'Haut (95 %)', 'Base', 'Qui']
  const labelOf = (answer: string | undefined) => answers.find(({ value }) => value === answer)?.label
  const numbersOf = (estimate: analyse.MaybeEstimate) =>
    estimate.value === null
      ? [estimate.words ?? 'trop petit', '', '', '']
      : [estimate.value, estimate.low, estimate.high, estimate.base].map(decimal)
  // of the answers that are divided, everybody first, as on the chart
  const everybody = whole.flatMap(({ answer, estimate }) => {
    const label = labelOf(answer)
    return lists.length === 1 && label !== undefined && estimate.value !== null
      ? [['Ensemble', label, ...numbersOf(estimate), who[1]]]
      : []
  })
  const rows = (cells ?? []).map(({ dims, estimate }) => [
    ...lists.map(({ path, choices }) => choices.find(({ value }) => value === dims[path])?.text ?? ''),
    labelOf(dims.reponse) ?? 'Moyenne',
    ...numbersOf(estimate),
    who[1],
  ])
  const dated = lists.flatMap(({ choices }) =>
    choices.flatMap(({ text, day }) => (day ? [[`${text} : chiffres arrêtés au ${day}`]] : [])),
  )
  return [
    head,
    ...everybody,
    ...rows,
    [''],
    ...noticesOf(publication),
    ...dated,
    ...(isWholeOnly
      ? [['Question posée dans le questionnaire entier\u202f: qui est passé par l’essentiel ne l’a pas eue']]
      : []),
    [`${title} · publication n° ${publication.number} · ${mention}`],
  ]
}
