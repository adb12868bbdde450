/** `npm run doctor`: what is wrong with this installation, and what to do. */
import { command, print, progress } from '../../cli/command.ts'
import { readConfig, storeOptions } from '../config.ts'
import type { Check, State } from '../operations/doctor/check.ts'
import { type Diagnosis, diagnosis } from '../operations/doctor/doctor.ts'

const marks: Record<State, string> = { well: 'bien', warning: 'à voir', wrong: 'à corriger' }

await command({
  name: 'doctor',
  summary: 'Examine l’installation (fichiers, disques, base, clés, sauvegardes, réponses) et dit quoi faire.',
  options: {
    ...storeOptions,
    repair: {
      type: 'string',
      value: 'SAUVEGARDE',
      help: 'remet les réponses illisibles telles qu’elles étaient dans cette sauvegarde',
    },
    json: { type: 'boolean', help: 'écrit le résultat en JSON' },
  },
  async run(values) {
    const reading = progress('Lecture des réponses', 0)
    const found = await diagnosis(readConfig(values), {
      now: () => new Date(),
      repair: typeof values.repair === 'string' && values.repair !== '' ? values.repair : null,
      read: reading.step,
    })
    reading.end()
    const isWell = found.checks.every(({ state }) => state !== 'wrong')
    print(values.json ? { ok: isWell, ...found } : textOf(found, isWell))
    return isWell ? 0 : 1
  },
})

function textOf({ checks, repaired }: Diagnosis, isWell: boolean): string {
  const lines = checks.map(lineOf)
  if (repaired.length > 0) lines.push(`Réponses remises depuis la sauvegarde : ${repaired.length}.`)
  lines.push(
    isWell ? 'Rien n’empêche le site de bien servir.' : 'Corrigez ce qui est marqué « à corriger », puis relancez.',
  )
  return `${lines.join('\n')}\n`
}

function lineOf({ name, state, sentence, todo }: Check): string {
  const line = `${marks[state].padEnd(10)} ${name} : ${sentence}`
  return todo ? `${line}\n           → ${todo}` : line
}
