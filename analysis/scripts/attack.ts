/** `npm run attack`: tries to learn what one person answered, from all that leaves; exit ≠ 0 when it can. */
import { CommandError, command, print, progress } from '../../cli/command.ts'
import { founding } from '../../surveys/questionnaire/founding.ts'
import { materialise } from '../../surveys/questionnaire/parameters.ts'
import { type Attack, attack, missedIn, type Scale } from '../attack/attack.ts'
import { cellKey, wideSteps } from '../attack/mechanism.ts'
import { markdownOf, textOf } from '../attack/results.ts'
import { selfCheck } from '../attack/self-check.ts'

/** As many people as in the demonstration. */
const people: Readonly<Record<string, number>> = {
  familles: 1_200,
  'loisirs-sud': 400,
  'jeunes-11-15': 300,
  'jeunes-16-25': 300,
}

const names = {
  unperturbed: 'comptes vrais',
  independent: 'bruit tiré à chaque tableau',
  unruled: 'publications sans règles',
  moving: 'groupes comptés de nouveau chaque jour',
}

await command({
  name: 'attack',
  summary: 'Attaque les documents, l’explorateur et cinq publications : que peut-on savoir d’une personne ?',
  options: {
    seeds: { type: 'string', value: 'N', default: '3', help: 'populations inventées' },
    from: { type: 'string', value: 'N', default: '1', help: 'numéro de la première, pour courir en morceaux' },
    questionnaire: { type: 'string', value: 'NOM', help: 'un seul questionnaire' },
    'self-check': {
      type: 'boolean',
      help: 'les mêmes attaques sans protection, sur 150 jeunes : elles doivent réussir',
    },
    rival: { type: 'boolean', help: 'attaque l’autre méthode : sans bruit, parts arrondies à cinq personnes au moins' },
    markdown: { type: 'boolean', help: 'les résultats en tableaux Markdown' },
    json: { type: 'boolean', help: 'un seul document JSON sur la sortie standard' },
  },
  async run(values) {
    const seeds = wholeNumber('seeds', values.seeds, 3)
    const from = wholeNumber('from', values.from, 4)
    const { questionnaire } = values
    if (questionnaire !== undefined && people[String(questionnaire)] === undefined)
      throw new CommandError(`Questionnaire inconnu : choisissez parmi ${Object.keys(people).join(', ')}.`)
    const groups = founding().flatMap((shipped) =>
      people[shipped.slug] === undefined || (questionnaire !== undefined && shipped.slug !== questionnaire)
        ? []
        : [{ questionnaire: materialise(shipped, {}), people: people[shipped.slug]! }],
    )
    const scale: Scale = { seeds, from, groups, sizes: [150, 300, 1_200, 5_000], length: { burn: 100, sweeps: 300 } }
    // twenty-five looks at each table take twenty-five times longer
    const looked = values['self-check'] ? groups.slice(-1).map((one) => ({ ...one, people: 150 })) : groups
    const looks = values['self-check'] ? 4 : 1
    const bar = progress('Attaques', looks * seeds * (looked.length + 1))
    let done = 0
    const step = () => bar.step(++done)
    if (values['self-check']) {
      const { failed, ...found } = await selfCheck({ ...scale, groups: looked, sizes: [] }, step)
      bar.end()
      print(
        values.json
          ? { ...found, ok: failed.length === 0 }
          : Object.entries(found)
              .map(([name, one]) => textOf(names[name as keyof typeof names], one))
              .join('\n'),
      )
      return end(failed)
    }
    const { stray, ...found } = await attack(scale, values.rival ? wideSteps : cellKey, step)
    bar.end()
    const name = values.rival ? 'parts arrondies' : 'clés de cellule'
    print(values.json ? found : values.markdown ? markdownOf(name, found) : textOf(name, found))
    const strange =
      stray.length > 0 ? [`Un fichier montre un chiffre que les données ouvertes n’ont pas : ${stray[0]}.`] : []
    return end([...missedIn(found satisfies Attack), ...strange])
  },
})

function wholeNumber(option: string, given: unknown, example: number): number {
  const number = Number(given)
  if (Number.isInteger(number) && number >= 1) return number
  throw new CommandError(`--${option} attend un nombre entier, par exemple ${example}.`)
}

function end(sentences: readonly string[]): number {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`)
  return sentences.length === 0 ? 0 : 1
}
