/** What the explorer shows as a file for a spreadsheet: the same figures, with base, interval and mention. */
import type { analyse } from '../../api/wire/public.ts'
import { csvText } from '../../surveys/csv.ts'

const decimal = (value: number) => String(Math.round(value * 10_000) / 10_000).replace('.', ',')

export function csvOf({ lists, answers, cells, who, publication, mention, title }: analyse.Explored): string {
  const head = [...lists.map((list) => list.title), 'Réponse', 'Valeur', 'Bas (95 %)', 'Haut (95 %)', 'Base', 'Qui']
  const rows = (cells ?? []).map(({ dims, estimate }) => [
    ...lists.map(({ path, choices }) => choices.find(({ value }) => value === dims[path])?.text ?? ''),
    answers.find(({ value }) => value === dims.reponse)?.label ?? 'Moyenne',
    ...(estimate.value === null
      ? [estimate.words ?? 'trop petit', '', '', '']
      : [estimate.value, estimate.low, estimate.high, estimate.base].map(decimal)),
    who[1],
  ])
  const notices = (publication.notices ?? []).map(({ kind, reason, day }) => [
    `${kind === 'erratum' ? 'Erratum' : 'Publication retirée'} (${day}) : ${reason}`,
  ])
  const dated = lists.flatMap(({ choices }) =>
    choices.flatMap(({ text, day }) => (day ? [[`${text} : chiffres arrêtés au ${day}`]] : [])),
  )
  return csvText([
    head,
    ...rows,
    [''],
    ...notices,
    ...dated,
    [`${title} · publication n° ${publication.number} · ${mention}`],
  ])
}
