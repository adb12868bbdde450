/** `npm run plan`: the plan as data, or as a tree to read. */

import { command, print } from '../../cli/command.ts'
import { levelTitle } from '../../surveys/authority/levels.ts'
import { planTree } from '../../surveys/authority/plan.ts'
import { readConfig, storeOptions } from '../config.ts'
import { openExisting } from '../context.ts'

type Tree = ReturnType<typeof planTree>
type Action = Tree['actions'][number]

await command({
  name: 'plan',
  summary: 'Montre le plan d’actions : axes, orientations, actions, objectifs opérationnels, comme ils sont imprimés.',
  options: { ...storeOptions, json: { type: 'boolean', help: 'un seul document JSON' } },
  async run(values) {
    // without one, the plan shipped with the product
    if (values.store !== undefined || values.data !== undefined) await putInForce(values)
    print(values.json ? planTree() : readable(planTree()))
    return undefined
  },
})

/** The plan of a store, as its authority has changed it. */
async function putInForce(values: Parameters<typeof readConfig>[0]): Promise<void> {
  const context = await openExisting(readConfig(values))
  await context.close()
}

function readable(plan: Tree): string {
  const lines = [[plan.title, plan.validated].filter(Boolean).join(', '), '']
  for (const axis of plan.axes) {
    lines.push(`${levelTitle('axis', axis.number)}${axis.transverse ? ' (transverse)' : ''} — ${axis.title}`)
    for (const { number, title, theme } of axis.orientations) {
      lines.push(`  ${number}. ${title} [${theme}]`)
      for (const action of plan.actions.filter((row) => row.orientations.includes(number)))
        lines.push(...actionLines(action, plan))
    }
    for (const line of axis.lines) {
      const links = line.proposed ? ' (liens proposés, à confirmer)' : ''
      lines.push(`     ${line.title}`)
      lines.push(
        `       orientations ${line.orientations.join(', ')} · objectifs ${line.objectives.join(', ')}${links}`,
      )
    }
  }
  const meanings = plan.acronyms.map(
    ({ short, long, toConfirm }) => `  ${short} : ${long}${toConfirm ? ' (sens courant, à confirmer)' : ''}`,
  )
  const unread = plan.unread.map(({ why }) => `  ${why}`)
  if (meanings.length > 0) lines.push('', 'Sigles', ...meanings)
  if (unread.length > 0) lines.push('', 'Ce qui n’a pas pu être lu', ...unread)
  return `${lines.join('\n')}\n`
}

function actionLines(action: Action, plan: Tree): string[] {
  const deduced = action.orientationDeduced ? ' (orientation déduite des thèmes)' : ''
  const heading = action.block ? ` · sous « ${action.block} »` : ''
  return [
    `     ${levelTitle('action', action.number)} — ${action.title}${deduced}`,
    `       ${action.group || 'groupe de projet non indiqué'}${heading} · pilotes : ${action.pilots.join(', ')}`,
    ...plan.objectives
      .filter((row) => row.action === action.number)
      .map(({ number, title, start, period, star }) => {
        const when =
          start === null ? 'sans date dans le plan' : `à partir de ${start}${period ? `, période ${period}` : ''}`
        return `       ${String(number).padStart(2)}. ${title} (${when})${star ? ` ★ ${star}` : ''}`
      }),
  ]
}
