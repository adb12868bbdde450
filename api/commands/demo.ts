/** `npm run demo`: a store filled with made-up people, then served, with « données fictives » on every screen. */
import { writeFileSync } from 'node:fs'
import { CommandError, command, print, progress, say } from '../../cli/command.ts'
import { counted } from '../../cli/counted.ts'
import { truthOf } from '../../surveys/people/truth.ts'
import { founding } from '../../surveys/questionnaire/founding.ts'
import { materialise } from '../../surveys/questionnaire/parameters.ts'
import { type Config, readConfig, storeOptions } from '../config.ts'
import { type AppContext, openContext } from '../context.ts'
import { collections } from '../store/collections.ts'
import { otherAudiences } from './demo/audiences.ts'
import { fillDemo } from './demo/fill.ts'
import { serve, tryToServe } from './serve.ts'
import type { Filled, RespondentGroup } from './synthetic-respondents.ts'

await command({
  name: 'demo',
  summary: 'Remplit une base à part de personnes inventées, puis la sert avec le bandeau « données fictives ».',
  options: {
    ...storeOptions,
    seed: { type: 'string', default: '7', value: 'N', help: 'graine : la même donne les mêmes personnes' },
    families: { type: 'string', default: '1200', value: 'N', help: 'fiches du questionnaire des familles' },
    acm: { type: 'string', default: '400', value: 'N', help: 'fiches du questionnaire sur l’accueil de loisirs' },
    youth: { type: 'string', default: '600', value: 'N', help: 'fiches des jeunes, la moitié pour chaque âge' },
    others: { type: 'string', default: '800', value: 'N', help: 'fiches des autres publics, en proportion de chacun' },
    short: {
      type: 'string',
      default: '25',
      value: 'N',
      help: 'fiches sur 100 qui passent par l’essentiel, où il existe',
    },
    truth: { type: 'string', value: 'FICHIER', help: 'écrit la vérité de la population inventée, en JSON' },
    'no-serve': { type: 'boolean', help: 'remplit la base, sans ouvrir les pages' },
    'new-store': { type: 'boolean', help: 'recommence une base dont le fichier a été supprimé' },
    port: { type: 'string', value: 'PORT', help: 'port d’écoute (sinon PORT, sinon 3000)' },
    host: { type: 'string', value: 'ADRESSE', help: 'adresse d’écoute (sinon HOST, sinon toutes)' },
    json: { type: 'boolean', help: 'affiche le compte des fiches en un seul document JSON (avec --no-serve)' },
  },
  async run(values) {
    if (values.json && !values['no-serve']) throw new CommandError('--json demande aussi --no-serve.')
    const seed = whole('seed', values.seed)
    const youth = whole('youth', values.youth)
    const groups = [
      { slug: 'familles', people: whole('families', values.families) },
      { slug: 'loisirs-sud', people: whole('acm', values.acm) },
      { slug: 'jeunes-11-15', people: Math.ceil(youth / 2) },
      { slug: 'jeunes-16-25', people: Math.floor(youth / 2) },
      ...otherAudiences(whole('others', values.others)),
    ].map((group) => ({ ...group, byShort: percent('short', values.short) }))
    const config = readConfig({ ...values, data: values.data ?? (process.env.DATA_DIR || 'data/demo') })
    // minutes of filling would end on a port that another program has
    if (!values['no-serve']) await tryToServe(config)
    const filled = await fillStore(config, groups, seed, values['new-store'] === true)
    if (typeof values.truth === 'string') writeFileSync(values.truth, `${JSON.stringify(truths(), null, 2)}\n`)
    print(values.json ? { seed, questionnaires: filled } : table(filled))
    if (!values['no-serve']) await serve(config, { demo: true })
    return undefined
  },
})

function whole(name: string, given: unknown): number {
  if (/^\d{1,7}$/.test(String(given))) return Number(given)
  throw new CommandError(`--${name} : un nombre entier est attendu.`)
}

function percent(name: string, given: unknown): number {
  const share = whole(name, given) / 100
  if (share <= 1) return share
  throw new CommandError(`--${name} : de 0 à 100.`)
}

async function fillStore(
  config: Config,
  groups: RespondentGroup[],
  seed: number,
  newStore: boolean,
): Promise<Filled[]> {
  const context = await openContext(config, () => new Date(), say, { newStore })
  try {
    await context.ledger.open()
    await markAsDemo(context)
    // the authority in force may not take up every questionnaire
    const asked = groups.filter(({ slug }) => founding().some((one) => one.slug === slug))
    const bar = progress(
      'Personnes inventées, puis publication',
      asked.reduce((sum, { people }) => sum + people, 0),
    )
    let arrived = 0
    const filled = await fillDemo(context, asked, seed, () => bar.step(++arrived))
    bar.end()
    return filled
  } finally {
    await context.close()
  }
}

/** Made-up answers never join real ones. */
async function markAsDemo(context: AppContext): Promise<void> {
  const collection = context.store.collection(collections.settings)
  if ((await collection.get('demo'))?.value.demo) return
  for (const { slug } of founding()) {
    if ((await context.store.responses.count(slug)) > 0)
      throw new CommandError(
        'Cette base contient de vraies réponses : rien n’y a été ajouté. Choisissez une autre base avec --store ou --data.',
      )
  }
  await collection.put('demo', { demo: true }, null)
}

function truths() {
  return founding().map((shipped) => ({ questionnaire: shipped.slug, truth: truthOf(materialise(shipped, {})) }))
}

function table(filled: Filled[]): string {
  const rows = filled.map(
    (row) =>
      `${row.questionnaire.padEnd(14)} ${counted(row.new, 'nouvelle fiche', 'nouvelles fiches')}, ${counted(row.same, 'déjà reçue', 'déjà reçues')}`,
  )
  return `${rows.join('\n')}\n`
}
