/** `npm run plan`: the plan as data, or as a tree to read. */
import { command, print } from '../../cli/command.ts'
import { actions, axes, objectives, orientations, planTree } from '../../surveys/authority/plan.ts'

await command({
  name: 'plan',
  summary: 'Montre le plan d’actions : axes, orientations, actions, objectifs opérationnels.',
  options: { json: { type: 'boolean', help: 'un seul document JSON' } },
  async run({ json }) {
    print(json ? planTree() : readable())
    return undefined
  },
})

function readable(): string {
  const lines: string[] = []
  for (const axis of axes()) {
    lines.push(`Axe ${axis.number}${axis.transverse ? ' (transverse)' : ''} — ${axis.title}`)
    for (const orientation of orientations().filter((row) => row.axis === axis.number)) {
      lines.push(`  ${orientation.number}. ${orientation.title} [${orientation.theme}]`)
      for (const action of actions().filter((row) => row.orientations.includes(orientation.number))) {
        const deduced = action.orientationDeduced ? ' (orientation déduite des thèmes)' : ''
        lines.push(`     Action ${action.number} — ${action.title}${deduced}`)
        lines.push(`       ${action.group} · pilotes : ${action.pilots.join(', ')}`)
        for (const objective of objectives().filter((row) => row.action === action.number)) {
          const start = objective.start === null ? 'sans date dans le plan' : `à partir de ${objective.start}`
          lines.push(`       ${String(objective.number).padStart(2)}. ${objective.title} (${start})`)
        }
      }
    }
  }
  return `${lines.join('\n')}\n`
}
