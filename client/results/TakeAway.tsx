/** The same figures for another document: the sentence, the picture, the table, the address; the server draws and writes. */
import type { analyse } from '../../api/wire/public.ts'
import { unaccented } from '../../surveys/wording/folded.ts'
import type { Spec } from '../parts/charts/specs.ts'
import { Button } from '../parts/forms/Button.tsx'
import { useSite } from '../parts/site.ts'
import { bytesOf } from '../parts/staff/files.ts'
import { copyPicture, copyText, save } from '../parts/staff/leaving.ts'
import { orNotify } from '../parts/staff/Toasts.tsx'
import { day } from './words.ts'

/** What is drawn, and the line under its title. */
export type Plate = Pick<analyse.TakenPicture, 'title' | 'under' | 'drawing'>
export type PlateBars = Extract<Plate['drawing'], { kind: 'bars' }>

type Props = {
  sentence: string
  mention: string
  publication: analyse.PublicationLine
  /** What names the publication in the address of the page; absent = the page is always of the last one. */
  numbered?: 'publication' | 'pub'
  /** What is shown, which names the files. */
  name: string
  table: (as: 'file' | 'paste') => Promise<Uint8Array<ArrayBuffer>>
  /** null = nothing is drawn by a chart: there is no picture. */
  plate: Plate | null
}

export function TakeAway({ sentence, mention, publication, numbered, name, table, plate }: Props) {
  // in another document nothing else says it
  const invented = useSite()?.demo ? 'Données fictives · ' : ''
  const erratum = (publication.notices ?? []).map(({ reason }) => `Erratum : ${reason} · `).join('')
  const source = `${publication.title} · publication n° ${publication.number} du ${day(publication.madeAt)} · ${mention}`
  const foot = `${invented}${erratum}${source}`
  const picture = async (shown: Plate) =>
    new Blob([await bytesOf('POST /api/analyse/picture', { body: { ...shown, sentence, foot } })], {
      type: 'image/png',
    })
  const copyTable = async () =>
    copyText(new TextDecoder().decode(await table('paste')), 'Le tableau est copié : collez-le dans un tableur.')
  // whoever opens it later reads these figures, and not those of a newer publication
  const address = () => {
    const own = new URL(location.href)
    if (numbered) own.searchParams.set(numbered, String(publication.number))
    return own.href
  }
  return (
    <div className="take-away no-print">
      <fieldset>
        <legend>Copier</legend>
        <Button onClick={() => copyText(`${invented}${erratum}${sentence} (${source})`, 'La phrase est copiée.')}>
          La phrase
        </Button>
        {plate && <Button onClick={() => copyPicture(picture(plate))}>L’image</Button>}
        <Button onClick={() => orNotify(copyTable)}>Le tableau</Button>
        <Button onClick={() => copyText(address(), 'L’adresse de cette page est copiée.')}>L’adresse</Button>
      </fieldset>
      <fieldset>
        <legend>Télécharger</legend>
        {plate && (
          <Button onClick={() => orNotify(async () => save(`${fileName(name)}.png`, await picture(plate)))}>
            L’image (PNG)
          </Button>
        )}
        <Button
          onClick={() =>
            orNotify(async () => save(`${fileName(name)}.csv`, new Blob([await table('file')], { type: 'text/csv' })))
          }
        >
          Le tableau (CSV)
        </Button>
      </fieldset>
    </div>
  )
}

/** @example fileName('Manque de garde, selon « Zone »') // → 'manque-de-garde-selon-zone' */
export function fileName(title: string): string {
  const words = unaccented(title).match(/[a-z0-9]+/g)
  return words?.join('-') ?? 'tableau'
}

/** One bar a line, as a chart has them. */
export const barsPlate = ({ bars, end }: Extract<Spec, { kind: 'bars' }>): PlateBars => ({
  kind: 'bars',
  end,
  columns: [{ label: '', base: '' }],
  rows: bars.map(({ label, value, low, high, text, hatched }) => ({
    label,
    note: '',
    bars: [{ value, low, high, text, isUncertain: hatched }],
  })),
})
