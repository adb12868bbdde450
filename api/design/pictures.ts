/** Pictures of answers that the staff bring: checked by what they hold, kept once under their digest, always a PNG. */
import { createHash } from 'node:crypto'
import { drawings } from '../../surveys/pictograms/drawings.ts'
import { elementsIn, listOf, pathOf } from '../../surveys/questionnaire/elements.ts'
import type { Definition } from '../../surveys/questionnaire/questionnaire.ts'
import { isUploaded, picturesIn } from '../../surveys/types/choices/choices.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import { collections } from '../store/collections.ts'
import { pictureBytes } from '../wire/sizes.ts'

const picturesOf = ({ store }: Pick<AppContext, 'store'>) => store.collection(collections.pictures)

/** Pixels of the longer side: of a PNG at most, of a drawing always. */
const mostPixels = 2000
const drawnPixels = 480
/** A drawing so many times longer than wide would not be seen beside a choice. */
const mostStretched = 4

const refuse = (message: string) => new Problem('form-refused', [{ path: 'picture', message }])

/** @param data base64 @returns its digest: the same file has one place @throws Problem form-refused */
export async function keepPicture(context: AppContext, data: string): Promise<string> {
  const png = Buffer.from(await pngOf(Buffer.from(data, 'base64')))
  const digest = createHash('sha256').update(png).digest('hex')
  const picture = { data: png.toString('base64'), at: context.now().toISOString() }
  if ((await picturesOf(context).put(digest, picture, null)) === 'changed')
    await picturesOf(context).update(digest, () => picture)
  return digest
}

/** Days that a picture waits for somebody to name it. */
const unusedDays = 30

/** Deletes the pictures that no draft, version or question of the library names any more; those of the first days have no date, and stay. */
export async function forgetPictures(context: AppContext): Promise<void> {
  const before = new Date(context.now().getTime() - unusedDays * 24 * 3_600_000).toISOString()
  const due = (await picturesOf(context).list()).filter(({ value: { at } }) => at !== undefined && at < before)
  if (due.length === 0) return
  const { drafts, sources, versions, library, shipped } = collections
  const holders = await Promise.all(
    [drafts, sources, versions, library, shipped].map(async ({ name }) =>
      JSON.stringify(await context.store.documents(name).list('')),
    ),
  )
  for (const { id } of due) if (!holders.some((text) => text.includes(id))) await picturesOf(context).remove(id)
}

/** @returns null when there is none */
export async function pictureOf(context: Pick<AppContext, 'store'>, digest: string): Promise<Buffer | null> {
  const stored = await picturesOf(context).get(digest)
  return stored && Buffer.from(stored.value.data, 'base64')
}

/** Pictures that a draft names, from a file of another installation for instance, and that are not here. */
export async function missingPictures(context: AppContext, definition: Definition) {
  const missing: { path: string; message: string }[] = []
  for (const place of elementsIn(definition))
    for (const picture of picturesIn(listOf(place.element.choices)))
      if (!(isUploaded(picture) ? await pictureOf(context, picture) : Object.hasOwn(drawings, picture)))
        missing.push({
          path: pathOf(place),
          message: 'L’image d’une réponse n’est pas ici\u202f: en choisir une autre.',
        })
  return missing
}

async function pngOf(bytes: Buffer): Promise<Uint8Array> {
  if (bytes.length > pictureBytes) throw refuse('Cette image pèse plus de 200 Ko\u202f: réduisez-la.')
  return bytes.subarray(0, 8).equals(signature) ? cleaned(bytes) : drawn(bytes)
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** What a file says beside its picture: place, hour, device, author. */
const remarks = /^(?:eXIf|tEXt|zTXt|iTXt|tIME)$/

/** The same picture without its remarks, nor anything after its end. */
function cleaned(bytes: Buffer): Uint8Array {
  const kept: Uint8Array[] = [signature]
  for (let at = signature.length, size = 0; at + 12 <= bytes.length; at += 12 + size) {
    size = bytes.readUInt32BE(at)
    const chunk = bytes.subarray(at, at + 12 + size)
    const name = chunk.toString('latin1', 4, 8)
    if (chunk.length < 12 + size || (kept.length === 1 && (name !== 'IHDR' || size !== 13))) break
    if (name === 'IHDR' && Math.max(chunk.readUInt32BE(8), chunk.readUInt32BE(12)) > mostPixels)
      throw refuse(`Cette image fait plus de ${mostPixels} points de côté\u202f: réduisez-la.`)
    if (!remarks.test(name)) kept.push(chunk)
    if (name === 'IEND') return Buffer.concat(kept)
  }
  throw refuse('Ce fichier PNG est abîmé\u202f: enregistrez l’image de nouveau.')
}

/** What runs, reads another file, or would be words that no screen reader says; names may have a prefix. */
const unwanted = [
  /<(?:[\w.-]+:)?(?:script|foreignObject|image|feImage|text|a|iframe|set|animate\w*)[\s/>]/i,
  /[\s"'/]on\w+\s*=/i,
  /href\s*=\s*(?!["']#)/i,
  /url\(\s*["']?(?!#)/i,
  /@import|<!|<\?xml-stylesheet/i,
]

/** What draws a part of the file again, or works on every point of it. */
const repeating = /<(?:[\w.-]+:)?(?:use|marker|pattern|mask|fe[A-Z]\w*)[\s/>]/g
/** At most e^(n/e) copies of a file come of n repeats within one another, however they are nested. */
const drawnIn = (svg: string): number => svg.length * Math.exp((svg.match(repeating)?.length ?? 0) / Math.E)

/** An SVG drawn into a PNG: nothing of its code is kept. */
async function drawn(bytes: Buffer): Promise<Uint8Array> {
  const { renderAsync, Resvg } = await import('@resvg/resvg-js')
  const svg = textOf(bytes)
  if (!/<(?:[\w.-]+:)?svg[\s>]/.test(svg))
    throw refuse('Ce fichier n’est ni un PNG ni un SVG\u202f: enregistrez l’image dans l’un de ces formats.')
  if (unwanted.some((each) => each.test(svg)))
    throw refuse('Ce dessin contient un script, un lien ou du texte\u202f: enregistrez-le en PNG.')
  if (drawnIn(svg) > pictureBytes)
    throw refuse('Ce dessin est trop long à dessiner\u202f: simplifiez-le, ou enregistrez-le en PNG.')
  try {
    const { width, height } = new Resvg(svg, { font: { loadSystemFonts: false } })
    if (Math.max(width / height, height / width) <= mostStretched) {
      const fitTo = { mode: width > height ? 'width' : 'height', value: drawnPixels } as const
      // in a thread of its own: who answers waits for no drawing
      return (await renderAsync(svg, { font: { loadSystemFonts: false }, fitTo })).asPng()
    }
  } catch {
    throw refuse('Ce dessin ne peut pas être lu\u202f: enregistrez-le en PNG.')
  }
  throw refuse(`Cette image est trop allongée\u202f: un côté fait plus de ${mostStretched} fois l’autre.`)
}

/** Without the comments and the line that programs begin with; '' when it is no text. */
function textOf(bytes: Buffer): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
    return text.replace(/<!--.*?-->/gs, '').replace(/<!DOCTYPE[^[>]*>/i, '')
  } catch {
    return ''
  }
}
