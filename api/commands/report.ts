/** `npm run report`: the findings of the store, in every form people need. */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formats } from '../../analysis/evidence/documents/formats.ts'
import { sourceOf } from '../../analysis/findings/assessment.ts'
import { eachOnce } from '../../analysis/findings/finding.ts'
import { reportOf } from '../../analysis/report/build.ts'
import { findingsDocument } from '../../analysis/report/findings-document.ts'
import type { ReportSource } from '../../analysis/report/source.ts'
import { writeDocuments } from '../../analysis/report/write-documents.ts'
import { publicWriters, type Writer, type WriterInput, writers } from '../../analysis/report/writers.ts'
import { counted, decimal } from '../../analysis/text/format.ts'
import { CommandError, command, print, progress } from '../../cli/command.ts'
import { objectives } from '../../surveys/authority/plan.ts'
import { dayOf } from '../../surveys/days.ts'
import { guides } from '../../surveys/heard/guide.ts'
import { readConfig, storeOptions } from '../config.ts'
import { type AppContext, openExisting } from '../context.ts'
import { planSourceOf } from '../evidence/documents/plan-source.ts'
import { writtenPlan } from '../evidence/documents/written.ts'
import { unreadableIn } from '../responses/unreadable.ts'
import { committeeOf } from '../results/committee.ts'
import { documentFonts } from '../results/fonts.ts'
import { assessedOf, reportsIn } from '../results/statements.ts'
import { assessAll } from '../results/threads/pool.ts'
import { zonesOf } from '../tables/reference.ts'

await command({
  name: 'report',
  summary:
    'Écrit le rapport (HTML, PDF, DOCX, classeurs), ses résultats et ses tableaux en données ; ou un document du plan : fiche action, bilan, évaluation.',
  options: {
    ...storeOptions,
    out: { type: 'string', value: 'DOSSIER', default: 'rapport', help: 'dossier où écrire' },
    questionnaire: { type: 'string', value: 'NOM', help: 'un seul questionnaire' },
    objective: { type: 'string', value: 'N', help: 'un seul objectif du plan, par son numéro' },
    full: {
      type: 'boolean',
      help: 'écrit aussi le rapport complet, avec les tableaux de chaque résultat et ses annexes',
    },
    public: { type: 'boolean', help: 'les pages « Ce que vous nous avez dit », pour tous, en quatre langues' },
    document: {
      type: 'string',
      value: 'NOM',
      help: 'un document du plan, en PDF, DOCX et HTML : fiche:4 (l’action 4), bilan:2026, evaluation, guide:general',
    },
    'with-aside': {
      type: 'boolean',
      help: 'compte aussi les fiches qu’une personne a mises de côté ; le rapport le dit',
    },
    date: { type: 'string', value: 'AAAA-MM-JJ', help: 'date du rapport (sinon aujourd’hui)' },
    json: { type: 'boolean', help: 'affiche aussi les résultats sur la sortie, en un seul document JSON' },
  },
  async run(values) {
    const scope = { questionnaire: named(values.questionnaire), objective: numbered(values.objective) }
    const date = dated(values.date)
    const config = readConfig(values)
    const context = await openExisting(config)
    try {
      if (values.document !== undefined) {
        if (values.json) throw new CommandError('--document et --json : choisissez l’un des deux.')
        print(await planDocument(context, String(values.document), String(values.out), date))
        return undefined
      }
      const begun = performance.now()
      const source = await gathered(config, context, scope, date, values['with-aside'] === true)
      const assessed = performance.now()
      const out = String(values.out)
      const wanted = writers.filter(({ onDemand }) => values.full === true || !onDemand)
      const chosen = values.public === true ? publicWriters : wanted
      await writeAll(chosen, { source, report: reportOf(source), ...(await documentFonts()) }, out)
      const done = performance.now()
      const seconds = { answers: (assessed - begun) / 1000, documents: (done - assessed) / 1000 }
      print(values.json ? findingsDocument(source) : saidOf(source, chosen, out, seconds))
    } finally {
      await context.close()
    }
    return undefined
  },
})

/** Writes one document of the plan in each of its forms, and says where. */
async function planDocument(context: AppContext, wanted: string, out: string, date: string): Promise<string> {
  const { demo } = await context.settings()
  const source = await planSourceOf({ context, worksOn: () => true }, demo, date)
  const name = wanted.replace(':', '-')
  const lines: string[] = []
  for (const { end, name: form } of formats) {
    const made = await writtenPlan({ context }, source, `${name}.${end}`)
    if (!made)
      throw new CommandError(
        `--document : « ${wanted} » n’existe pas. Choisissez fiche:N (N, une action du plan), bilan:AAAA, evaluation, ou ${guides.map(({ value }) => `guide:${value}`).join(', ')}.`,
      )
    write(out, made.name, made.content)
    lines.push(`${join(out, made.name)} : ${form}.`)
  }
  return `${[...(demo ? ['Données fictives.'] : []), ...lines].join('\n')}\n`
}

async function gathered(
  config: ReturnType<typeof readConfig>,
  context: AppContext,
  scope: ReportSource['scope'],
  date: string,
  withAside: boolean,
): Promise<ReportSource> {
  const { site, demo } = await context.settings()
  const zones = zonesOf((await context.tables.current('zones')) ?? undefined)
  const { questionnaires } = await context.questionnaires.list()
  if (scope.questionnaire !== null && !questionnaires.some(({ slug }) => slug === scope.questionnaire))
    throw new CommandError(
      `Questionnaire inconnu : ${scope.questionnaire}. Dans cette base : ${questionnaires.map(({ slug }) => slug).join(', ') || 'aucun'}.`,
    )
  const wanted = questionnaires.filter(({ slug }) => scope.questionnaire === null || slug === scope.questionnaire)
  const sized = await Promise.all(
    wanted.map(async ({ slug }) => ({ slug, responses: await context.store.responses.count(slug) })),
  )
  const total = sized.reduce((sum, { responses }) => sum + responses, 0)
  const bar = progress('Lecture des réponses et calcul des résultats', total)
  const orders = sized.toSorted((a, b) => b.responses - a.responses || (a.slug < b.slug ? -1 : 1))
  // today has its hour: this morning’s report comes first
  const now = context.now()
  const at = dayOf(now) === date ? now.toISOString() : `${date}T12:00:00.000Z`
  const found = await assessAll(
    config,
    orders.map(({ slug }) => ({ slug, at, withAside })),
    bar.step,
  )
  bar.end()
  for (const { slug } of sized) await warnOfUnreadable(context, slug)
  for (const { statement, isNew, late } of found) {
    const { slug, title } = statement.surveyed
    // the next report, and the next publication, are checked against this one
    if (isNew && !(await reportsIn(context.store).save(slug, statement)))
      throw new CommandError('Un autre rapport vient d’être écrit sur cette base : relancez la commande.')
    if (late !== null)
      process.stderr.write(`${title} : ${late} Le rapport redit les chiffres du ${statement.document.date}.\n`)
  }
  const inOrder = found.toSorted((a, b) => (a.questionnaire.slug < b.questionnaire.slug ? -1 : 1))
  const digest = createHash('sha256')
    .update(inOrder.map(({ statement }) => statement.document.snapshot).join('\n'))
    .digest('hex')
  const assessed = inOrder.map(({ questionnaire, statement }) => assessedOf(questionnaire, statement))
  const source = sourceOf(assessed, { place: site.name, date, demo, digest, scope, zones })
  return {
    ...source,
    definitions: inOrder.map(({ questionnaire }) => questionnaire),
    ...(await committeeOf(context, source.findings, { zoning: source.zoning, madeAt: at })),
  }
}

/** Read again here: a report may say again what was read on an earlier day. */
async function warnOfUnreadable(context: AppContext, slug: string): Promise<void> {
  const { length } = await unreadableIn(context).list(slug)
  if (length === 0) return
  process.stderr.write(
    `${slug} : ${counted(length, 'réponse illisible', 'réponses illisibles')}, laissée${length > 1 ? 's' : ''} de côté ; tapez « npm run doctor » pour savoir que faire.\n`,
  )
}

async function writeAll(chosen: Writer[], draft: WriterInput, out: string): Promise<void> {
  const writing = progress('Écriture des documents', chosen.length)
  let done = 0
  await writeDocuments(chosen, draft, ({ file, content }) => {
    write(out, file, content)
    writing.step(++done)
  })
  writing.end()
}

function saidOf(
  { findings, questionnaires, demo }: ReportSource,
  chosen: Writer[],
  out: string,
  seconds: { answers: number; documents: number },
): string {
  const assessed = eachOnce(findings).filter(({ estimate }) => estimate.value !== null).length
  const responses = questionnaires.reduce((sum, one) => sum + one.responses, 0)
  const lines = [
    `${counted(responses, 'réponse', 'réponses')}, ${counted(questionnaires.length, 'questionnaire', 'questionnaires')} : ${counted(assessed, 'résultat établi', 'résultats établis')} sur ${eachOnce(findings).length} prévus.`,
    ...chosen.map(({ file, name }) => `${join(out, file)} : ${name}.`),
    `${decimal(seconds.answers + seconds.documents)} s : ${decimal(seconds.answers)} s pour lire et calculer, ${decimal(seconds.documents)} s pour écrire.`,
  ]
  return `${[...(demo ? ['Données fictives.'] : []), ...lines].join('\n')}\n`
}

function write(folder: string, name: string, content: string | Uint8Array): void {
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, name), content)
  } catch (error) {
    throw new CommandError(
      `Impossible d’écrire ${join(folder, name)} : vérifiez le dossier et la place sur le disque.`,
      {
        cause: error,
      },
    )
  }
}

function named(given: unknown): string | null {
  return typeof given === 'string' && given !== '' ? given : null
}

function numbered(given: unknown): number | null {
  if (given === undefined) return null
  const number = Number(given)
  if (objectives().some((objective) => objective.number === number)) return number
  throw new CommandError('--objective : le numéro d’un objectif du plan est attendu ; « npm run plan » les donne.')
}

/** The day given, or today in Paris. */
function dated(given: unknown): string {
  if (given === undefined) return dayOf(new Date())
  const text = String(given)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text
  throw new CommandError('--date : une date comme 2026-05-31 est attendue.')
}
