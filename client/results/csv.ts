/** What the explorer shows as a file for a spreadsheet: the same figures, with base, interval and mention. */
import type { analyse } from '../../api/wire/public.ts'
import { neutral } from '../../surveys/questionnaire/neutral.ts'

const quoted = (text: string) => `"${neutral(text).replaceAll('"', '""')}"`
const decimal = (value: number) => String(Math.round(value * 10_000) / 10_000).replace('.', ',')

export function csvOf({ lists, answers, cells, who, publication, mention, title }: analyse.Explored): string {
  const head = [...lists.map((list) => list.title), 'Réponse', 'Valeur', 'Bas (95 %)', 'Haut (95 %)', 'Base', 'Qui']
  const rows = (cells ?? []).map(({ dims, estimate }) => [
    ...lists.map(({ path, choices }) => quoted(choices.find(({ value }) => value === dims[path])?.text ?? '')),
    quoted(answers.find(({ value }) => value === dims.reponse)?.label ?? 'Moyenne'),
    ...(estimate.value === null
      ? ['secret', '', '', '']
      : [estimate.value, estimate.low, estimate.high, estimate.base].map(decimal)),
    quoted(who[1]),
  ])
  const foot = [`${title} · publication n° ${publication.number} · ${mention}`]
  return `\uFEFF${[head.map(quoted), ...rows, [], foot.map(quoted)].map((row) => row.join(';')).join('\r\n')}\r\n`
}
