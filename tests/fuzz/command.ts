/** `npm run fuzz`: spoiled bodies sent to every route of a real server, as many as one wishes; says PASS or FAIL. */
import { CommandError, command, progress } from '../../cli/command.ts'
import { verdict } from '../machine/verdict.ts'
import { fuzzed, isHeld, numbersOf } from './fuzz.ts'

await command({
  name: 'fuzz',
  summary: 'Envoie à chaque route des corps abîmés, et dit celles qui répondent autrement qu’elles ne devraient.',
  options: {
    bodies: { type: 'string', value: 'NOMBRE', default: '5000', help: 'combien de corps sont envoyés' },
    seed: { type: 'string', value: 'NOMBRE', help: 'graine (sinon tirée au sort, et affichée)' },
    from: { type: 'string', value: 'NUMÉRO', default: '0', help: 'premier numéro : un corps fautif se renvoie seul' },
  },
  async run(values) {
    const bodies = countOf('bodies', values.bodies)
    const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : countOf('seed', values.seed)
    const bar = progress('fuzz', bodies)
    const found = await fuzzed({ bodies, seed, from: countOf('from', values.from), onBody: bar.step })
    bar.end()
    for (const { number, route, status, body } of found.offenders.slice(0, 50))
      process.stderr.write(`${route} ${status} (--from ${number} --bodies 1 --seed ${seed}) ${body.slice(0, 200)}\n`)
    for (const { number, route, ms } of found.slowest)
      process.stderr.write(`${Math.round(ms)} ms: ${route} (--from ${number})\n`)
    return verdict('fuzz', isHeld(found), { ...numbersOf(found), 'as seed': String(seed) }) ? 0 : 1
  },
})

function countOf(name: string, text: unknown): number {
  if (!/^\d{1,10}$/.test(String(text)))
    throw new CommandError(`--${name} attend un nombre entier, par exemple --${name} 1000.`)
  return Number(text)
}
