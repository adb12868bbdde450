/** A batch comes out packet by packet: a PDF when it is one, else an archive of PDFs, each a pile for the printer. */
import { Zip, ZipDeflate } from 'fflate'
import type { paper } from '../../api/wire/public.ts'
import { bytesOf } from '../parts/staff/files.ts'
import { call } from '../parts/staff/staffApi.ts'

export type Run = {
  id: string
  name: string
  count: number
  packet: number
  /** Forms that have come out. */
  done: number
  /** What they are put into. */
  pieces: BlobPart[]
  archive: Zip | null
}

/** @throws Refusal, Cut */
export async function openRun(slug: string, wanted: paper.NewBatch): Promise<Run> {
  const { id, packet } = await call('POST /api/questionnaires/:slug/paper', { params: { slug }, body: wanted })
  const pieces: BlobPart[] = []
  const archive = wanted.count <= packet ? null : new Zip((error, data) => !error && pieces.push(data.slice()))
  return { id, name: `${slug}-${wanted.language}-lot-${id}`, count: wanted.count, packet, done: 0, pieces, archive }
}

/**
 * Goes on where it stopped: packets that have come out are not asked for again.
 *
 * @param onPrinted called after each packet with the number of forms that have come out
 * @throws Refusal, Cut
 */
export async function goOn(run: Run, onPrinted: (done: number) => void): Promise<{ file: Blob; name: string }> {
  while (run.done < run.count) {
    const from = run.done + 1
    const to = Math.min(run.done + run.packet, run.count)
    const pdf = await bytesOf('POST /api/paper/batches/:id/packets/:from', { params: { id: run.id, from } })
    if (run.archive === null) run.pieces.push(pdf)
    else {
      const entry = new ZipDeflate(`${run.name}-feuilles-${threeFigures(from)}-${threeFigures(to)}.pdf`, { level: 1 })
      run.archive.add(entry)
      entry.push(pdf, true)
    }
    run.done = to
    onPrinted(to)
  }
  run.archive?.end()
  return run.archive === null
    ? { file: new Blob(run.pieces, { type: 'application/pdf' }), name: `${run.name}.pdf` }
    : { file: new Blob(run.pieces, { type: 'application/zip' }), name: `${run.name}.zip` }
}

/** @throws Refusal, Cut */
export async function sample(slug: string, language: string, copies: number): Promise<{ file: Blob; name: string }> {
  const pdf = await bytesOf('GET /api/questionnaires/:slug/paper', { params: { slug }, query: { language, copies } })
  return { file: new Blob([pdf], { type: 'application/pdf' }), name: `${slug}-${language}.pdf` }
}

/** The same of a draft. @throws Refusal, Cut */
export async function draftSample(slug: string, language: string): Promise<{ file: Blob; name: string }> {
  const pdf = await bytesOf('GET /api/design/:slug/paper', { params: { slug }, query: { language } })
  return { file: new Blob([pdf], { type: 'application/pdf' }), name: `${slug}-brouillon-${language}.pdf` }
}

/** How to try a questionnaire with eight people, in French. @throws Refusal, Cut */
export async function pretestKit(slug: string): Promise<{ file: Blob; name: string }> {
  const pdf = await bytesOf('GET /api/design/:slug/pretest', { params: { slug } })
  return { file: new Blob([pdf], { type: 'application/pdf' }), name: `${slug}-essai.pdf` }
}

/** The file comes down as if a link had been followed. */
export function save({ file, name }: { file: Blob; name: string }) {
  const link = window.document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

const threeFigures = (place: number) => String(place).padStart(3, '0')
