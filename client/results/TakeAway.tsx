/** The same figures for another document: the sentence, the picture, the table, the address. */
import type { analyse } from '../../api/wire/public.ts'
import { type Cell, csvText, pastedText } from '../../surveys/csv.ts'
import { type Plate, pictureOf } from '../parts/charts/picture.ts'
import { Button } from '../parts/forms/Button.tsx'
import { useSite } from '../parts/site.ts'
import { copyPicture, copyText, save } from '../parts/staff/leaving.ts'
import { day } from './words.ts'

type Props = {
  sentence: string
  mention: string
  publication: analyse.PublicationLine
  /** What names the publication in the address of the page; absent = the page is always of the last one. */
  numbered?: 'publication' | 'pub'
  /** Name of the files, without their ending. */
  name: string
  rows: () => Cell[][]
  /** `height`: of what a chart draws. null = nothing is drawn by a chart: there is no picture. */
  plate: Pick<Plate, 'title' | 'base' | 'spec' | 'height'> | null
}

export function TakeAway({ sentence, mention, publication, numbered, name, rows, plate }: Props) {
  // in another document nothing else says it
  const invented = useSite()?.demo ? 'Données fictives · ' : ''
  const erratum = (publication.notices ?? []).map(({ reason }) => `Erratum : ${reason} · `).join('')
  const source = `${publication.title} · publication n° ${publication.number} du ${day(publication.madeAt)} · ${mention}`
  const picture = (shown: NonNullable<Props['plate']>) =>
    pictureOf({
      ...shown,
      sentence,
      foot: `${invented}${erratum}${source}`,
    })
  // whoever opens it later reads these figures, and not those of a newer publication
  const address = () => {
    const own = new URL(location.href)
    if (numbered) own.searchParams.set(numbered, String(publication.number))
    return own.href
  }
  const lines = () => [...rows(), ...(invented ? [['Données fictives']] : [])]
  return (
    <div className="take-away no-print">
      <fieldset>
        <legend>Copier</legend>
        <Button onClick={() => copyText(`${invented}${erratum}${sentence} (${source})`, 'La phrase est copiée.')}>
          La phrase
        </Button>
        {plate && <Button onClick={() => copyPicture(picture(plate))}>L’image</Button>}
        <Button onClick={() => copyText(pastedText(lines()), 'Le tableau est copié : collez-le dans un tableur.')}>
          Le tableau
        </Button>
        <Button onClick={() => copyText(address(), 'L’adresse de cette page est copiée.')}>L’adresse</Button>
      </fieldset>
      <fieldset>
        <legend>Télécharger</legend>
        {plate && <Button onClick={async () => save(`${name}.png`, await picture(plate))}>L’image (PNG)</Button>}
        <Button onClick={() => save(`${name}.csv`, new Blob([csvText(lines())], { type: 'text/csv' }))}>
          Le tableau (CSV)
        </Button>
      </fieldset>
    </div>
  )
}
