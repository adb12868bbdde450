/** Writes a document of the plan, and notes which quotes it took along. */
import { readFile } from 'node:fs/promises'
import { planDocumentOf, repeats } from '../../../analysis/evidence/documents/documents.ts'
import { type Fonts, formatOf } from '../../../analysis/evidence/documents/formats.ts'
import { guideOf } from '../../../analysis/evidence/documents/guide.ts'
import type { PlanSource } from '../../../analysis/evidence/documents/source.ts'
import { guides } from '../../../surveys/heard/guide.ts'
import type { File } from '../../wire/contract.ts'
import { noteUses } from '../heard/quotes.ts'
import type { EvidenceReader } from '../source.ts'
import type { GatheredPlan } from './plan-source.ts'

/**
 * @param file `fiche-10.pdf`, `bilan-2026.docx`, `evaluation.html`, `guide-young.pdf`
 * @returns null when no document has this name
 */
export async function writtenPlan(
  { context }: Pick<EvidenceReader, 'context'>,
  source: GatheredPlan,
  file: string,
): Promise<(File & { name: string }) | null> {
  const format = formatOf(file)
  const name = file.slice(0, file.lastIndexOf('.'))
  const report = format && planDocumentOf(source, name)
  if (!report) return null
  const content = Buffer.from(await format.write(report, await fonts()))
  const taken = source.quotes.filter(({ text }) => repeats(report, text))
  await noteUses(context, taken, report.title)
  return { type: format.type, content, name: file }
}

/** A guide needs nothing of the plan. @returns null when there is no such guide */
export async function writtenGuide(
  source: Pick<PlanSource, 'place' | 'date' | 'demo'>,
  file: string,
): Promise<File | null> {
  const format = formatOf(file)
  const guide = guides.find(({ value }) => file === `guide-${value}.${format?.end}`)
  if (!(format && guide)) return null
  const content = Buffer.from(await format.write(guideOf(source, guide.value), await fonts()))
  return { type: format.type, content, name: file }
}

const packages = new URL('../../../node_modules/', import.meta.url)

async function fonts(): Promise<Fonts> {
  const woff2 = ([400, 700] as const).map(async (weight) => {
    const file = `@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-${weight}-normal.woff2`
    return { weight, woff2: await readFile(new URL(file, packages)) }
  })
  const ttf = ['400Regular', '700Bold'].map((face) =>
    readFile(new URL(`@expo-google-fonts/ibm-plex-sans/${face}/IBMPlexSans_${face}.ttf`, packages)),
  )
  return { woff2: await Promise.all(woff2), ttf: await Promise.all(ttf) }
}
